import Glibc
import Ingress
import Logging
import Testing

@testable import Host

/// The unit and the socket in `packaging/`, beside what the program does by itself.
@Suite("The files for systemd")
struct PackagingTests {
    private static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/packaging"

    /// What a file of systemd says for a key; nil if it doesn't have it once.
    private func value(_ key: String, in file: String) throws -> String? {
        let text = String(decoding: try LocalFile(path: "\(Self.folder)/\(file)").read(), as: UTF8.self)
        let values = text.split(separator: "\n").filter { $0.hasPrefix("\(key)=") }.map { $0.dropFirst(key.count + 1) }
        return values.count == 1 ? values.first.map(String.init) : nil
    }

    @Test func `the socket has the address that events come to without it`() throws {
        let place = try #require(ServeSettings().listen)
        #expect(try value("ListenStream", in: "lunokhod.socket") == "\(place.host):\(place.port)")
    }

    @Test func `the socket is known by its name as the one for events`() async throws {
        let name = try #require(try value("FileDescriptorName", in: "lunokhod.socket"))
        let reading = try ServeReading(
            settings: Settings(),
            environment: [
                "LUNOKHOD_WEBHOOK": "http://127.0.0.1:1/rest/1/s3cr3tc0de0000000/", "LISTEN_PID": "\(getpid())",
                "LISTEN_FDS": "1", "LISTEN_FDNAMES": name,
            ],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await reading.end()
        #expect(reading.places.events == .descriptor(3))
        #expect(reading.places.operations == ServeSettings().operations.map { .host($0.host, port: $0.port) })
    }

    @Test func `a stop by systemd leaves jobs the time that they have by themselves, and some to spare`() throws {
        let seconds = try #require(try value("TimeoutStopSec", in: "lunokhod.service").flatMap(Double.init))
        #expect(seconds >= ServeSettings().stopWithin + 15)
    }

    @Test func `a mistake in the settings, and nothing else, keeps the service from being started again`() throws {
        let code = try value("RestartPreventExitStatus", in: "lunokhod.service").flatMap(Int32.init)
        #expect(code == HostFailure.Exit.usage.rawValue)
    }
}
