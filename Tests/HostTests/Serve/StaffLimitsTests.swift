import Alerts
import JSON
import Ledger
import Logging
import Testing
import Trials

@testable import Host

@Suite("What the parts of the daemon know of each other")
struct StaffLimitsTests {
    private let folder: TemporaryFolder
    private let staff: DaemonStaff

    init() throws {
        folder = try TemporaryFolder()
        let ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
        let clock = ServeClock(now: { Stamp(milliseconds: 1_000_000) }, sleep: { _ in })
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let desk = AlertDesk(
            ledger: ledger, settings: AlertSettings(), ways: [], locale: .en, clock: clock, logger: logger)
        staff = DaemonStaff(desk: desk, ledger: ledger, portals: [:], clock: clock, logger: logger)
    }

    @Test func `jobs of a script that is gone or can't be loaded wait, those of one that goes on as it was don't`()
        async throws
    {
        var book = ScriptBook()
        _ = book.take(.broken(digest: "1", LoadFailure("no")), of: "new.lua")
        _ = book.take(.served(try SampleScript.handler(["A"], name: "old.lua")), of: "old.lua")
        _ = book.take(.broken(digest: "2", LoadFailure("no")), of: "old.lua")
        await staff.use(book)
        #expect(await staff.limits().most(of: "new.lua") == 0)
        #expect(await staff.limits().most(of: "old.lua") > 0)
        #expect(await staff.limits().most(of: "gone.lua") == 0)
        _ = book.take(.served(try SampleScript.handler(["A"], name: "new.lua")), of: "new.lua")
        await staff.use(book)
        #expect(await staff.limits().most(of: "new.lua") > 0)
    }

    @Test func `as many jobs of a script run at once as it says itself, else four of a handler and one of a job`()
        async throws
    {
        var book = ScriptBook()
        let scripts = [
            try SampleScript.handler(["A"], name: "wide.lua", ["concurrency": 7]),
            try SampleScript.handler(["A"], name: "usual.lua"),
            try SampleScript.served(["kind": "job"], name: "job.lua"),
        ]
        for script in scripts { _ = book.take(.served(script), of: script.name) }
        await staff.use(book)
        let limits = await staff.limits()
        #expect(scripts.map { limits.most(of: $0.name) } == [7, 4, 1])
    }
}
