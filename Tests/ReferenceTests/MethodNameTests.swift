import Bitrix24
import Testing

@testable import Reference

@Suite struct MethodNameTests {
    @Test(
        "a method is known however its name is typed",
        arguments: [
            ("crm.deal.list", "crm.deal.list", RESTVersion?.none), ("B24.CRM.Deal.List", "crm.deal.list", nil),
            ("b24.v3.tasks.task.get", "tasks.task.get", .three), ("tasks.task.get@3", "tasks.task.get", .three),
            ("tasks.task.get@2", "tasks.task.get", .two), ("v3 tasks.task.get", "tasks.task.get", .three),
        ])
    func reads(_ typed: String, _ name: String, _ version: RESTVersion?) {
        let read = MethodName(typed)
        #expect(read.name == name && read.version == version)
        #expect(read.facts()?.name == name)
        #expect(read.facts()?.version == version ?? .two)
    }

    @Test("a method that only REST 3.0 has is found without its version")
    func third() { #expect(MethodName("main.eventlog.list").facts()?.version == .three) }

    @Test("words name no method")
    func words() { #expect(MethodName("deal list").facts() == nil) }
}
