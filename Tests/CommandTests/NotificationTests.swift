import Glibc
import Testing
import Trials

@testable import lunokhod

@Suite("What systemd is told")
struct NotificationTests {
    /// A socket that systemd would listen at.
    private final class Listener {
        let descriptor: Int32

        init(_ path: String) {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            var name = Array(path.utf8)
            if name.first == UInt8(ascii: "@") { name[0] = 0 }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
            let descriptor = descriptor
            let code = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            #expect(code == 0)
        }

        deinit { close(descriptor) }

        /// What has come; nil if nothing did.
        func take() -> String? {
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }

    @Test func `a state goes to the socket that is named, by its path or in the abstract space`() throws {
        let folder = try TemporaryFolder()
        for name in ["\(folder.path)/notify", "@\(folder.path)/notify"] {
            let listener = Listener(name)
            Notification.tell("READY=1", environment: ["NOTIFY_SOCKET": name])
            #expect(listener.take() == "READY=1")
        }
    }

    @Test func `without a socket, or with one that can't be, nothing is told and nothing fails`() throws {
        let folder = try TemporaryFolder()
        let listener = Listener("\(folder.path)/notify")
        let names = [
            nil, "", "notify", "\(folder.path)/other", "/" + String(repeating: "x", count: 200),
        ]
        for name in names { Notification.tell("READY=1", environment: name.map { ["NOTIFY_SOCKET": $0] } ?? [:]) }
        #expect(listener.take() == nil)
    }
}
