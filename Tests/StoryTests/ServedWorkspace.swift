import AsyncHTTPClient
import Forms
import Foundation
import Glibc
import Ledger
import NIOCore
import NIOHTTP1

/// A workspace that the real `lunokhod serve` serves.
struct ServedWorkspace {
    let workspace: Workspace
    var environment: [String: String] = [:]
    /// A socket that listens, which a start is handed as systemd does it.
    var handedSocket: Int32?
    /// Whether files that may not grow are an error for the program, as a full disk is, and not its end.
    var outlastsFullFiles = false

    static let token = "sesame-of-the-test"
    /// The file of what a start logs.
    static let log = "serve.log"

    /// A start of the program.
    struct Start: Sendable {
        /// The port that events come to.
        let port: Int
        /// The port of `/readyz` and the like.
        let operations: Int
        /// The number of its process.
        let process: Int32

        /// Ends it as `kill -9` does.
        func kill() { Glibc.kill(process, SIGKILL) }

        /// Lets its files grow no more, or again.
        func setDisk(full: Bool) throws {
            let limit = Process()
            limit.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
            limit.arguments = ["--pid", "\(process)", "--fsize=\(full ? "16384" : "unlimited"):unlimited"]
            try limit.run()
            limit.waitUntilExit()
        }

        /// Tells it to read everything again.
        func reload() { Glibc.kill(process, SIGHUP) }
    }

    /// What a start left behind.
    struct Ending: Sendable {
        let isClean: Bool
        let log: String
    }

    struct NotServing: Error { let log: String }

    /// Serves while `body` runs, then ends the program: by SIGTERM unless `body` has killed it.
    ///
    /// - Parameters:
    ///   - listen: the port that events come to; 0 for a free one.
    ///   - isPlaced: whether the command line says where it listens, and not the settings.
    @discardableResult
    func serve(
        listen: Int = 0, isPlaced: Bool = true, _ body: (Start) async throws -> Void
    ) async throws -> Ending {
        let log = "\(workspace.path)/\(Self.log)"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let places = isPlaced ? ["--listen", "127.0.0.1:\(listen)", "--operations", "127.0.0.1:0"] : []
        let process = process(["serve", "--log", "json"] + places)
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: workspace.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        try process.run()
        let text = { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }
        defer { if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) } }
        let serving = { text().split(separator: "\n").first { $0.contains("\"serving\"") }.map(String.init) }
        _ = try await Self.until { serving() != nil || !process.isRunning }
        guard let line = serving() else { throw NotServing(log: text()) }
        try await body(
            Start(
                port: Self.port("events", in: line), operations: Self.port("operations", in: line),
                process: process.processIdentifier))
        process.terminate()
        _ = try await Self.until { !process.isRunning }
        return Ending(isClean: process.terminationReason == .exit && process.terminationStatus == 0, log: text())
    }

    private func process(_ arguments: [String]) -> Process {
        let (process, program) = (Process(), URL(fileURLWithPath: "\(Program.folder)/lunokhod").path)
        if let socket = handedSocket {
            // The number of the process is known in it alone.
            let hand = "export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=events; exec \"$0\" \"$@\" 3<&0 0</dev/null"
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", hand, program] + arguments
            process.standardInput = FileHandle(fileDescriptor: socket, closeOnDealloc: false)
        } else if outlastsFullFiles {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", program] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
        }
        return process
    }

    private static func port(_ name: String, in line: String) -> Int {
        guard let place = line.firstRange(of: "\"\(name)\":\"port ") else { return 0 }
        return Int(line[place.upperBound...].prefix { $0.isNumber }) ?? 0
    }

    /// The ledger as it is now.
    func ledger() throws -> Ledger { try Ledger(path: "\(workspace.path)/.lunokhod/ledger.sqlite", role: .beside) }

    /// Posts an event as the portal does; the status of the answer.
    static func post(
        _ event: String, id: Int, at time: Int, to port: Int, portal: String = "main", token: String = token
    ) async throws -> Int {
        try await post(form(event, id: id, at: time, token: token), to: port, portal: portal)
    }

    /// An event as the portal writes it.
    static func form(_ event: String, id: Int, at time: Int, token: String = token) -> [UInt8] {
        let form: FormValue = [
            "event": .text(event), "event_handler_id": "7", "data": ["FIELDS": ["ID": .text("\(id)")]],
            "ts": .text("\(time)"),
            "auth": ["domain": "demo.example", "member_id": "demo", "application_token": .text(token)],
        ]
        return PHPForm.encode(form)
    }

    /// Posts any bytes.
    static func post(_ body: [UInt8], to port: Int, portal: String = "main") async throws -> Int {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/events/\(portal)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        // As a portal does: each event by a connection of its own.
        request.headers.add(name: "Connection", value: "close")
        request.body = .bytes(ByteBuffer(bytes: body))
        let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        _ = try await answer.body.collect(upTo: 1 << 20)
        return Int(answer.status.code)
    }

    /// What an address of the operations says.
    static func get(_ path: String, port: Int) async throws -> (status: Int, text: String) {
        let answer = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"), timeout: .seconds(60))
        return (Int(answer.status.code), String(buffer: try await answer.body.collect(upTo: 1 << 20)))
    }

    /// Waits until something is so; false if it never is.
    static func until(_ isSo: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<1_200 {
            if try await isSo() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Whether somebody listens at a port.
    static func isOpen(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        return LoopbackPort.with(port) { connect(descriptor, $0, $1) } == 0
    }
}
