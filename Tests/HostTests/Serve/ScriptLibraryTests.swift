import Bitrix24
import DemoPortal
import Glibc
import Ingress
import JSON
import Ledger
import Testing
import Timetable
import Trials

@testable import Host

@Suite("The scripts' files, looked after", .timeLimit(.minutes(10)))
struct ScriptLibraryTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let hand = HandClock()
    private let library: ScriptLibrary

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("scripts")
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
        library = Self.library(in: folder, ledger, hand, served: [])
    }

    private static func library(
        in folder: TemporaryFolder, _ ledger: Ledger, _ hand: HandClock, served: [ServedPortal]
    ) -> ScriptLibrary {
        var settings = Settings()
        settings.path = "\(folder.path)/lunokhod.yaml"
        return ScriptLibrary(
            settings: settings, sandbox: BuiltCell.sandbox, ledger: ledger, clock: hand.clock, zone: .utc,
            portals: ScriptPortals(names: ["main"], home: "main", file: "lunokhod.yaml"), served: served,
            // All tests run side by side.
            patience: 600)
    }

    private func write(_ text: String, _ name: String = "a.lua") throws {
        try folder.write(text, to: "scripts/\(name)")
    }

    private func file(_ name: String = "a.lua") -> String { "\(folder.path)/scripts/\(name)" }

    private static let day = #"return job { schedule = "@daily", run = function() end }"#

    @Test func `a script is loaded once, and again when its file is changed`() async throws {
        try write(Self.day)
        let first = await library.look()
        #expect(first == [.added(file())])
        let second = await library.look()
        #expect(second.isEmpty)
        try write(Self.day + " -- changed")
        let third = await library.look()
        #expect(third == [.replaced(file())])
    }

    @Test func `what may pass is tried again in a while, and is told once`() async throws {
        // It is away until the next day has begun.
        try write(
            """
            if period("today").from < "1970-01-13" then error { code = "UNREACHABLE", method = "x", message = "away" } end
            \(Self.day)
            """)
        let first = await library.look()
        guard case .refused(_, let reason, let goesOn) = first.first else {
            Issue.record("\(first)")
            return
        }
        #expect(reason.contains("away") && !goesOn)
        hand.advance(by: 29)
        let early = await library.look()
        #expect(early.isEmpty)
        hand.advance(by: 1)
        let again = await library.look()
        #expect(again.isEmpty)
        hand.advance(by: 86_400)
        let mended = await library.look()
        #expect(mended == [.added(file()), .mended(file())])
    }

    @Test func `a call while it loads is a mistake of a script that defines something, and the way of others`()
        async throws
    {
        try write("local deals = b24.crm.deal.list { }\n\(Self.day)")
        try write("b24.crm.deal.add { fields = { TITLE = 'x' } }", "plain.lua")
        let changes = await library.look()
        #expect(
            changes == [
                .refused(
                    file(),
                    reason: "line 1: the script calls Bitrix24 while it loads; move the calls into the job's run",
                    goesOn: false),
                .passedOver(file("plain.lua"), wasServed: false),
            ])
    }

    @Test func `a file that can't be read is told once and taken when it can`() async throws {
        try folder.makeFolder("scripts/a.lua")
        let first = await library.look()
        #expect(first.count == 1)
        let second = await library.look()
        #expect(second.isEmpty)
        #expect(rmdir(file()) == 0)
        try write(Self.day)
        let third = await library.look()
        #expect(third == [.added(file()), .mended(file())])
    }

    @Test func `a title that the portal gets later is found at a later look`() async throws {
        let demo = DemoPortal(options: .init())
        try await demo.serve { address in
            let portal = try Portal(credential: .webhook(try Webhook(address.webhook)))
            let served = ServedPortal(
                name: "main", choice: "main", portal: portal, events: EventSettings(), isApplication: false,
                door: PortalDoor(applicationTokens: [], memberID: nil))
            let library = Self.library(in: folder, ledger, hand, served: [served])
            do {
                try write("local region = b24.fields.deal['Регион']\n" + Self.day)
                let first = await library.look()
                guard case .refused(_, let reason, _) = first.first else { throw Odd(changes: first) }
                #expect(reason.contains("Регион"))
                let field: JSONValue = ["FIELD_NAME": "REGION", "USER_TYPE_ID": "string", "LABEL": "Регион"]
                _ = demo.answer("crm.deal.userfield.add", ["fields": field])
                hand.advance(by: 600)
                let second = await library.look()
                #expect(second == [.added(file()), .mended(file())])
            } catch {
                await portal.shutdown()
                throw error
            }
            await portal.shutdown()
        }
    }

    private struct Odd: Error { let changes: [ScriptBook.Change] }
}
