import DemoPortal
import Glibc
import Ledger
import Testing

/// The real `lunokhod serve` is handed the socket that events come to.
@Suite struct ServeSocketTests {
    private let seen = """
        return handler { on = { "ONCRMDEALADD" }, run = function(event) log.info("saw " .. event.id) end }
        """

    @Test func `events that come while the program doesn't run are taken after its start`() async throws {
        let door = try ListeningDoor()
        try await DemoPortal(options: .init()).serve { address in
            var served = try ServedWorkspace.make(["seen.lua": seen], address)
            served.handedSocket = door.descriptor
            let fixed = served
            for round in [1, 2] {
                let guests = try (1...20).map { try door.guest(posting: 100 * round + $0) }
                let ending = try await fixed.serve { start in
                    #expect(start.port == door.port, "the socket counts more than --listen")
                    for guest in guests { #expect(guest.status() == 200) }
                    try await ServedWorkspace.soon { try await fixed.jobs([.done]).count == 20 * round }
                }
                #expect(ending.isClean, "\(ending.log)")
            }
            #expect(try await Set(served.logged()).count == 40)
        }
    }

    @Test func `a script's cell is not handed the socket`() async throws {
        let door = try ListeningDoor()
        try await DemoPortal(options: .init()).serve { address in
            let long = """
                return handler { on = { "ONCRMDEALADD" }, run = function() while true do end end }
                """
            var served = try ServedWorkspace.make(["long.lua": long], address, settings: "serve: { stop_within: 1s }\n")
            served.handedSocket = door.descriptor
            let fixed = served
            try await fixed.serve { start in
                let guest = try door.guest(posting: 1)
                #expect(guest.status() == 200)
                let wanted = Self.link(of: getpid(), door.descriptor)
                #expect(wanted.hasPrefix("socket:"))
                #expect(Self.files(of: start.process).contains(wanted))
                // A process has its parent's files until it becomes another program.
                try await ServedWorkspace.soon {
                    let children = Self.children(of: start.process)
                    return !children.isEmpty && children.allSatisfy { !Self.files(of: $0).contains(wanted) }
                }
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    private static func children(of process: Int32) -> [Int32] {
        names(in: "/proc/\(process)/task").flatMap { task -> [Int32] in
            guard let file = fopen("/proc/\(process)/task/\(task)/children", "r") else { return [] }
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: 4_096)
            let count = fread(&bytes, 1, bytes.count, file)
            return String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
        }
    }

    private static func files(of process: Int32) -> [String] {
        names(in: "/proc/\(process)/fd").compactMap { Int32($0) }.map { link(of: process, $0) }
    }

    private static func link(of process: Int32, _ descriptor: Int32) -> String {
        var bytes = [CChar](repeating: 0, count: 256)
        let count = readlink("/proc/\(process)/fd/\(descriptor)", &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// A socket that listens on this machine, as the system has it open while no program takes what comes.
private final class ListeningDoor: Sendable {
    struct Failure: Error {}

    let descriptor: Int32
    let port: Int

    init() throws {
        port = LoopbackPort.free()
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard LoopbackPort.with(port, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 128) == 0 else {
            throw Failure()
        }
    }

    deinit { close(descriptor) }

    /// Somebody who has posted an event and waits for the answer.
    func guest(posting id: Int) throws -> Guest {
        let guest = Guest()
        let form = ServedWorkspace.form("ONCRMDEALADD", id: id, at: id)
        let head = """
            POST /events/main HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.count)\r\n\r\n
            """
        let bytes = Array(head.utf8) + form
        guard LoopbackPort.with(port, { connect(guest.descriptor, $0, $1) }) == 0,
            write(guest.descriptor, bytes, bytes.count) == bytes.count
        else { throw Failure() }
        return guest
    }
}

private final class Guest: Sendable {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)

    deinit { close(descriptor) }

    /// The status of the answer; nil if there is none within a minute.
    func status() -> Int? {
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let words = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }
}
