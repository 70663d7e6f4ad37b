import DemoPortal
import Foundation
import Glibc
import Testing

/// What the log of the real program says of events that it can't take, and how often.
@Suite("Events that serve refuses")
struct ServeRefusalsTests {
    private func served(
        _ body: @escaping @Sendable (ServedWorkspace, ServedWorkspace.Start) async throws -> Void
    ) async throws {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(
                [
                    "handlers/seen.lua":
                        "return handler { on = { 'ONCRMDEALADD' }, run = function() log.info 'seen' end }"
                ], address)
            let ending = try await served.serve { try await body(served, $0) }
            #expect(ending.isClean, "\(ending.log)")
            #expect(!ending.log.contains(ServedWorkspace.token) && !ending.log.contains("guessed"))
        }
    }

    @Test func `a wrong address in the outbound webhook is told with the right one, and a flood in one line`()
        async throws
    {
        try await served { served, start in
            for portal in ["mian", "mian", "%1B%5B2Jother", "x/y"] {
                #expect(
                    try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port, portal: portal) == 404)
            }
            try await ServedWorkspace.soon { !served.lines("an event is lost").isEmpty }
            let lines = served.lines("an event is lost")
            #expect(lines.count <= 2)
            #expect(lines.first?.contains("/events/mian is no portal's address; did you mean 'main'?") == true)
        }
    }

    @Test func `a wrong token is told with the file that the right one belongs into`() async throws {
        try await served { served, start in
            for _ in 0..<5 {
                let status = try await ServedWorkspace.post(
                    "ONCRMDEALADD", id: 1, at: 1, to: start.port, token: "guessed-by-somebody")
                #expect(status == 403)
            }
            try await ServedWorkspace.soon { !served.lines("wrong application token").isEmpty }
            let lines = served.lines("wrong application token")
            #expect(lines.count <= 2)
            #expect(lines.first?.contains("shows at the outbound webhook into token, one a line, and reload") == true)
        }
    }
}
