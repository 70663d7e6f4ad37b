import Alerts
import Ledger
import Testing
import Trials

@testable import Host

@Suite("What people are told")
struct AlertDeskTests {
    private let place: TellingPlace
    private let mail = KeptChannel()

    init() throws { place = try TellingPlace() }

    private func fail(_ desk: AlertDesk, _ script: String = "a.lua") async {
        await desk.happened(.failed, portal: "main", subject: script, "it broke")
    }

    @Test func `a trouble is in the ledger before it is sent, by the way's name in the settings`() async throws {
        let desk = try await place.desk([(.mail, mail)])
        await fail(desk)
        #expect(mail.tries == 0)
        #expect(try await place.waiting(.mail).count == 1)
        #expect(try await place.ledger.waitingChannels() == ["mail"])
    }

    @Test func `after a restart what waited is sent, and what was told is not told again`() async throws {
        await fail(try await place.desk([(.mail, mail)]))
        let desk = try await place.desk([(.mail, mail)])
        await fail(desk)
        await place.sender(desk, .mail, mail).sendDue()
        #expect(mail.titles.count == 1 && mail.titles.first?.contains("a.lua") == true)
        #expect(try await place.waiting(.mail).isEmpty)
        await desk.recovered([.failed], portal: "main", subject: "a.lua")
        await place.sender(desk, .mail, mail).sendDue()
        #expect(mail.titles.count == 2)
        #expect(await desk.open.isEmpty)
    }

    @Test func `each way is told what the settings say`() async throws {
        var settings = AlertSettings()
        settings.routes = [AlertRoute(channel: .mail, kinds: [.credential])]
        let desk = try await place.desk([(.mail, mail), (.command, KeptChannel())], settings: settings)
        await fail(desk)
        #expect(try await place.ledger.waitingChannels() == ["command"])
        await desk.happened(.credential, portal: "main", subject: "main", "refused")
        #expect(try await place.ledger.waitingChannels() == ["command", "mail"])
    }

    @Test func `while the ledger can't be written a trouble is sent once, and never again`() async throws {
        let desk = try await place.desk([(.mail, mail)])
        let sender = place.sender(desk, .mail, mail)
        try await place.whileLocked {
            await fail(desk)
            #expect(mail.tries == 0)
            for _ in 1...3 {
                await sender.sendDue()
                await desk.tellDue()
            }
            #expect(mail.titles.count == 1)
        }
        await desk.tellDue()
        await sender.sendDue()
        #expect(mail.titles.count == 1)
        let next = try await place.desk([(.mail, mail)])
        #expect(await next.open.map(\.subject) == ["a.lua"])
        #expect(place.log.lines.count { $0.contains("can't be recorded") } == 1)
    }

    @Test func `what could be neither recorded nor sent waits, and is recorded as soon as that is possible`()
        async throws
    {
        let desk = try await place.desk([(.mail, mail)])
        let sender = place.sender(desk, .mail, mail)
        mail.refuse { _ in true }
        try await place.whileLocked {
            await fail(desk)
            await sender.sendDue()
            await sender.sendDue()
            #expect(mail.tries == 1)
        }
        await desk.tellDue()
        let waiting = try await place.waiting(.mail)
        #expect(waiting.map(\.attempts) == [1])
        mail.refuse { _ in false }
        place.pass(60)
        await sender.sendDue()
        await sender.sendDue()
        #expect(mail.titles.count == 1)
        #expect(try await place.waiting(.mail).isEmpty)
    }

    @Test func `of too many alerts that can't be recorded the oldest are given up, with their titles`() async throws {
        let desk = try await place.desk([(.mail, mail)], most: 3)
        try await place.whileLocked {
            for script in ["a.lua", "b.lua", "c.lua", "d.lua"] { await fail(desk, script) }
        }
        #expect(place.log.lines.count { $0.contains("given up") } == 1)
        #expect(place.log.lines.contains { $0.contains("given up: Lunokhod: Run failed: a.lua") })
        await desk.tellDue()
        #expect(try await place.waiting(.mail).count == 3)
        await fail(desk, "e.lua")
        #expect(try await place.waiting(.mail).count == 3)
        #expect(place.log.lines.last?.contains("given up: Lunokhod: Run failed: b.lua") == true)
    }

    @Test func `an older book never replaces a newer one, however many troubles come at once`() async throws {
        let desk = try await place.desk([(.mail, mail)])
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 { group.addTask { await fail(desk, "\(number).lua") } }
        }
        #expect(try await place.ledger.alertBook()?.open.count == 100)
        #expect(try await place.waiting(.mail).count == 5)
        place.pass(60)
        await desk.tellDue()
        #expect(try await place.waiting(.mail).count == 6)
    }

    @Test func `a run is told of in the ledger together with its alert`() async throws {
        let run = try await deadRun()
        let desk = try await place.desk([(.mail, mail)])
        let alert = desk.alert(.failed, portal: "main", subject: "a.lua", "it broke")
        try await place.whileLocked {
            await desk.happened([alert], told: run)
            let untold = try await place.ledger.untold()
            #expect(untold.map(\.id) == [run])
        }
        await desk.tellDue()
        #expect(try await place.ledger.untold().isEmpty)
        #expect(try await place.waiting(.mail).count == 1)
    }

    private func deadRun() async throws -> Int {
        _ = try await place.ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: place.now)
        let claims = try await place.ledger.claim(
            most: 1, limits: JobLimits(standard: 1), now: place.now, lease: place.now.adding(seconds: 60), owner: "me")
        let claim = try #require(claims.first)
        _ = try await place.ledger.finish(claim, .dead(reason: "it broke"), now: place.now)
        return claim.run
    }

    @Test func `what is gone is forgotten, also after a restart`() async throws {
        let desk = try await place.desk([(.mail, mail)])
        await fail(desk, "a.lua")
        await fail(desk, "b.lua")
        await desk.forget { $0.subject == "a.lua" }
        #expect(try await place.desk([]).open.map(\.subject) == ["b.lua"])
    }

    @Test func `what waits for a way that is gone is given up, with its title`() async throws {
        await fail(try await place.desk([(.chat, mail)]))
        let desk = try await place.desk([(.mail, mail)])
        await desk.dropStrays()
        #expect(try await place.ledger.waitingChannels().isEmpty)
        #expect(place.log.lines.contains { $0.hasPrefix("error: an alert is given up: Lunokhod: Run failed: a.lua") })
    }

    @Test func `an address that was put right gets what waited for the wrong one`() async throws {
        mail.refuse { _ in true }
        let wrong = try await place.desk([(.mail, mail)])
        await fail(wrong)
        await place.sender(wrong, .mail, mail).sendDue()
        place.pass(60)
        let right = KeptChannel()
        let desk = try await place.desk([(.mail, right)])
        await desk.dropStrays()
        await place.sender(desk, .mail, right).sendDue()
        #expect(right.titles.count == 1)
    }

    @Test func `a way that hangs holds up neither the others nor whoever tells the desk, nor the end`() async throws {
        let desk = try await place.desk([(.chat, HangingChannel()), (.mail, mail)])
        let task = Task { await desk.run() }
        await fail(desk)
        var titles = mail.stream.makeAsyncIterator()
        #expect(await titles.next()?.contains("a.lua") == true)
        await fail(desk, "b.lua")
        #expect(await titles.next()?.contains("b.lua") == true)
        task.cancel()
        await task.value
        #expect(try await place.waiting(.chat).count == 2)
    }
}
