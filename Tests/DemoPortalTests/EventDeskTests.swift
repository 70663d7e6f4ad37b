import Testing

@testable import DemoPortal

@Suite("The desk of events")
struct EventDeskTests {
    private func handler(minTimeout: Int) -> EventHandler {
        EventHandler(
            id: 1, event: "ONOFFLINEEVENT", address: "http://127.0.0.1/", way: .application(user: 0),
            minTimeout: minTimeout)
    }

    @Test("announces the queue again when the time that the handler wants has passed")
    func pause() {
        var desk = EventDesk()
        let handler = handler(minTimeout: 10)
        let due = [(100.0, 1), (109.9, 2), (110, 3), (111, 4)].map { moment, request in
            desk.isNoticeDue(handler, at: moment, request: request)
        }
        #expect(due == [true, false, true, false])
    }

    @Test("announces the queue once in each request where no time is wanted")
    func requests() {
        var desk = EventDesk()
        let handler = handler(minTimeout: 0)
        let due = [1, 1, 2, 2].map { desk.isNoticeDue(handler, at: 100, request: $0) }
        #expect(due == [true, false, true, false])
    }
}
