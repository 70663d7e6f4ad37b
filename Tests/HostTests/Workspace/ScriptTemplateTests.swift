import Bitrix24
import Testing
import Timetable

@testable import Host

@Suite struct ScriptTemplateTests {
    private func text(_ kind: ScriptKind, _ change: (inout NewScript.Wishes) -> Void = { _ in }) throws -> String {
        var wishes = NewScript.Wishes()
        change(&wishes)
        let now = Moment(unixSeconds: 1_800_000_000)
        return ScriptTemplate(of: try NewScript(kind, named: try ScriptName("x"), wishes: wishes, now: now)).text
    }

    @Test("no template leaves anything open", arguments: ScriptKind.allCases)
    func complete(_ kind: ScriptKind) throws {
        let text = try text(kind)
        for name in ["title", "path", "period", "schedule", "event", "scope"] {
            #expect(!text.contains("{\(name)}"), "\(text)")
        }
        #expect(text.hasPrefix("-- X: ") && text.contains("lunokhod run scripts/") && text.hasSuffix("\n"))
    }

    @Test("a line for what isn't said is left out")
    func leftOut() throws {
        #expect(try !text(.report) { $0.period = "last month" }.contains("schedule"))
        #expect(try text(.report) { $0.period = "last month" }.contains("  period = \"last month\",\n"))
    }

    @Test("a title stays a title, whatever is in it")
    func hostile() throws {
        let text = try text(.job) { $0.title = #"a", run = {path} \ ]] {schedule} {title}"# }
        #expect(text.contains(#"title = "a\", run = {path} \\ ]] {schedule} {title}","# + "\n"))
    }

    @Test(
        "a handler reads what its event is about, where that can be read",
        arguments: [
            ("ONCRMLEADADD", "local lead = b24.crm.lead.get { id = event.id }"),
            ("ONCRMCOMPANYUPDATE", "b24.crm.company.get"), ("ONCRMDEALDELETE", "log.info(event.name"),
            ("ONTASKUPDATE", #"scopes = { "task" },"#), ("ONCRMDYNAMICITEMADD_140", #"scopes = { "crm" },"#),
        ])
    func records(_ event: String, _ part: String) throws {
        let text = try text(.handler) { $0.event = event }
        #expect(text.contains(part), "\(text)")
        #expect(text.contains("on = { \"\(event)\" }"))
    }

    @Test("every event has a handler with a scope, unless its documentation names none")
    func everyEvent() throws {
        for event in Catalogue.events {
            let text = try text(.handler) { $0.event = event.code }
            #expect(text.contains("scopes = ") == event.scopes.contains { $0 != "basic" }, "\(event.code)")
        }
    }
}
