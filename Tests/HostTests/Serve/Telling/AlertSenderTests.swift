import Alerts
import Ledger
import Testing
import Trials

@testable import Host

@Suite("How alerts are sent by one way")
struct AlertSenderTests {
    private let place: TellingPlace
    private let mail = KeptChannel()
    private let desk: AlertDesk
    private let sender: AlertSender

    init() async throws {
        place = try TellingPlace()
        desk = try await place.desk([(.mail, mail)])
        sender = place.sender(desk, .mail, mail)
    }

    private func tell(_ scripts: String...) async {
        for script in scripts { await desk.happened(.failed, portal: "main", subject: script, "it broke") }
    }

    @Test func `a message whose end can't be recorded is not sent again`() async throws {
        await tell("a.lua")
        try await place.whileLocked {
            for _ in 1...3 {
                await sender.sendDue()
                place.pass(5)
            }
        }
        #expect(mail.tries == 1)
        #expect(try await place.waiting(.mail).count == 1)
        #expect(place.log.lines.count { $0.contains("can't be recorded yet") } == 1)
        await sender.sendDue()
        #expect(mail.tries == 1)
        #expect(try await place.waiting(.mail).isEmpty)
    }

    @Test func `others are sent while the end of one can't be recorded`() async throws {
        await tell("a.lua", "b.lua")
        try await place.whileLocked { await sender.sendDue() }
        #expect(mail.titles.count == 2)
    }

    @Test func `the first failure of a pass puts off all others, and pauses grow`() async throws {
        mail.refuse { _ in true }
        await tell("a.lua", "b.lua", "c.lua")
        await sender.sendDue()
        #expect(mail.tries == 1)
        place.pass(59)
        await sender.sendDue()
        #expect(mail.tries == 1)
        for (pause, tries) in [(1.0, 2), (119, 2), (1, 3), (240, 4)] {
            place.pass(pause)
            await sender.sendDue()
            #expect(mail.tries == tries)
        }
        #expect(try await place.waiting(.mail).map(\.attempts) == [4, 4, 4])
        mail.refuse { _ in false }
        place.pass(480)
        await sender.sendDue()
        #expect(mail.titles.count == 3)
    }

    @Test func `a pause is kept to though it can't be recorded`() async throws {
        mail.refuse { _ in true }
        await tell("a.lua")
        try await place.whileLocked {
            await sender.sendDue()
            await sender.sendDue()
        }
        await sender.sendDue()
        #expect(mail.tries == 1)
    }

    @Test func `one message that is refused doesn't keep the others`() async throws {
        mail.refuse { $0.subject == "a.lua" }
        await tell("a.lua", "b.lua", "c.lua")
        await sender.sendDue()
        place.pass(60)
        await sender.sendDue()
        #expect(mail.titles.count == 2)
        #expect(try await place.waiting(.mail).count == 1)
    }

    @Test func `a message is given up by its own age, with its title, and younger ones are not`() async throws {
        mail.refuse { _ in true }
        await tell("a.lua")
        for _ in 1...2 {
            await sender.sendDue()
            place.pass(40_000)
        }
        await tell("b.lua")
        place.pass(6_400)
        await sender.sendDue()
        #expect(try await place.waiting(.mail).count == 1)
        let lost = place.log.lines.filter { $0.contains("given up") }
        #expect(lost.count == 1 && lost.first?.contains("a.lua") == true)
    }

    @Test func `what was made before a long stop is tried before it is given up`() async throws {
        await tell("a.lua")
        place.pass(200_000)
        mail.refuse { _ in true }
        await sender.sendDue()
        #expect(try await place.waiting(.mail).count == 1)
        mail.refuse { _ in false }
        place.pass(60)
        await sender.sendDue()
        #expect(mail.titles.count == 1)
    }

    @Test func `a message that can't be read is given up`() async throws {
        _ = try await place.ledger.keep([NewMessage(channel: "mail", body: [1, 2, 3], created: place.now)])
        await sender.sendDue()
        #expect(mail.tries == 0)
        #expect(try await place.waiting(.mail).isEmpty)
    }
}
