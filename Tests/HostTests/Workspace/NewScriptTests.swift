import Testing
import Timetable

@testable import Host

@Suite struct NewScriptTests {
    private func script(_ kind: ScriptKind, _ change: (inout NewScript.Wishes) -> Void = { _ in }) throws -> NewScript {
        var wishes = NewScript.Wishes()
        change(&wishes)
        return try NewScript(
            kind, named: try ScriptName("big_deal"), wishes: wishes, now: Moment(unixSeconds: 1_800_000_000))
    }

    private func refusal(_ kind: ScriptKind, _ change: (inout NewScript.Wishes) -> Void) -> String {
        let failure = #expect(throws: HostFailure.self) { try script(kind, change) }
        #expect(failure?.exit == .usage)
        return failure?.description ?? ""
    }

    @Test("each kind has its folder and what it needs")
    func kinds() throws {
        #expect(try script(.report).file == "scripts/reports/big_deal.lua")
        #expect(try script(.handler).file == "scripts/handlers/big_deal.lua")
        #expect(try script(.job).file == "scripts/jobs/big_deal.lua")
        #expect(try script(.script).file == "scripts/big_deal.lua")
        #expect(try script(.report).period == "last week")
        #expect(try script(.report).schedule == "0 9 * * MON")
        #expect(try script(.handler).event == "ONCRMDEALUPDATE")
        #expect(try script(.job).schedule != nil)
        #expect(try script(.script).schedule == nil)
    }

    @Test("a report on a period that was wished for has no schedule unless that was, too")
    func rhythm() throws {
        #expect(try script(.report) { $0.period = "last month" }.schedule == nil)
        let both = try script(.report) {
            $0.period = "last month"
            $0.schedule = "0 9 1 * *"
        }
        #expect(both.schedule == "0 9 1 * *" && both.period == "last month")
    }

    @Test("a wish that the kind has no use for is refused by its name")
    func useless() {
        #expect(refusal(.job) { $0.period = "today" }.contains("--period goes with a report, and this is a job"))
        #expect(refusal(.handler) { $0.schedule = "0 9 * * *" }.contains("--schedule"))
        #expect(refusal(.report) { $0.event = "ONCRMDEALADD" }.contains("--on"))
        #expect(refusal(.script) { $0.schedule = "0 9 * * *" }.contains("plain script"))
    }

    @Test("an event is found whatever its letters, and a misspelt one is told with the nearest")
    func events() throws {
        #expect(try script(.handler) { $0.event = "onCrmLeadAdd" }.event == "ONCRMLEADADD")
        #expect(try script(.handler) { $0.event = "onCrmDynamicItemAdd_140" }.event == "ONCRMDYNAMICITEMADD_140")
        #expect(refusal(.handler) { $0.event = "ONCRMDEALUPDTE" }.contains("did you mean 'ONCRMDEALUPDATE'?"))
        #expect(refusal(.handler) { $0.event = "ONCRMDEALADD_140" }.contains("no event"))
        #expect(refusal(.handler) { $0.event = "x" }.contains("such as"))
    }

    @Test("an event that is outdated or that webhooks don't get is remarked on")
    func remarks() throws {
        #expect(try script(.handler).remarks.isEmpty)
        #expect(try script(.handler) { $0.event = "ONCRMINVOICEADD" }.remarks.count == 1)
        #expect(
            try script(.handler) { $0.event = "ONCRMDEALMOVETOCATEGORY" }.remarks.first?.contains("applications only")
                == true)
    }

    @Test("a period, a schedule or a title that is none is refused")
    func nonsense() {
        #expect(refusal(.report) { $0.period = "lst week" }.contains("last week"))
        #expect(refusal(.report) { $0.schedule = "daily" }.contains("0 9 * * MON"))
        #expect(refusal(.report) { $0.schedule = "0 9 * * \"" }.contains("the day of the week (field 5)"))
        for title in ["", "  ", "a\nb", "a\u{2028}b", "a\0"] {
            #expect(refusal(.job) { $0.title = title }.contains("--title"))
        }
    }
}
