import Logging
import NIOCore
import Testing
import Trials

@testable import Ingress

@Suite struct EventLogTests {
    private func lines(desk: TestDesk, of texts: [String]) async throws -> [String] {
        let book = KeptLog()
        try await Serving.events(
            desk: desk, logger: book.logger, change: { $0.portals = ["main": "put the right one into main.token"] }
        ) { place, _ in
            for text in texts {
                let connection = try await RawConnection.open(port: place.port)
                try await connection.send(text)
                _ = try await connection.heard { !$0.isEmpty }
            }
        }
        return book.wholeLines
    }

    @Test func `taken events and strangers' words leave no line`() async throws {
        let lines = try await lines(
            desk: TestDesk(),
            of: [
                RawEvent.text(), RawEvent.text(path: "/events/other", body: "log=admin"), "GET /x HTTP/1.1\r\n\r\n",
                "rubbish\r\n\r\n",
            ])
        #expect(lines.isEmpty)
    }

    @Test func `an event for a portal that nobody knows is told once, with the name that was meant`() async throws {
        let lines = try await lines(
            desk: TestDesk(), of: ["mian", "mian", "%0A%1B[31mother"].map { RawEvent.text(path: "/events/" + $0) })
        // Told again only after a while, which a busy machine may need for these three.
        #expect((1...2).contains(lines.count))
        #expect(lines.first?.hasPrefix("warning: an event is lost: /events/mian") == true)
        #expect(
            lines.first?.contains("did you mean 'main'?") == true && lines.first?.contains(SampleEvent.token) == false)
    }

    @Test func `wrong tokens are told once, without the token`() async throws {
        let wrong = RawEvent.text(body: "event=ONTEST&auth[application_token]=guessed-token")
        let lines = try await lines(desk: TestDesk(), of: [wrong, wrong, wrong])
        // Told again only after a while, which a busy machine may need for these three.
        #expect((1...2).contains(lines.count))
        #expect(lines.first?.contains("wrong application token") == true)
        #expect(lines.first?.contains("put the right one into main.token") == true)
        #expect(lines.first?.contains("guessed") == false && lines.first?.contains("ONTEST") == false)
    }

    @Test func `that events are lost is told with the desk's reason and without the event`() async throws {
        let lines = try await lines(desk: TestDesk(refusal: .failed("The disk is full.")), of: [RawEvent.text()])
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("error: events are lost: The disk is full.") == true)
        #expect(lines.first?.contains("4711") == false && lines.first?.contains(SampleEvent.token) == false)
    }
}
