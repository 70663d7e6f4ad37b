import Ledger
import Testing

@testable import Host

@Suite("Jobs that wait for scripts that are gone")
struct WaitingForScriptsTests {
    @Test func `only scripts that are gone are told, each with how many jobs wait and what to do`() {
        let waiting = [
            PlanOwner(portal: "main", script: "b.lua"): 1, PlanOwner(portal: "main", script: "a.lua"): 12,
            PlanOwner(portal: "main", script: "served.lua"): 5,
        ]
        let sentences = WaitingForScripts(waiting) { $0 != "served.lua" }.sentences
        #expect(sentences.map { $0.owner?.script } == ["a.lua", "b.lua"])
        #expect(
            sentences.map(\.text) == [
                "12 jobs wait for the script, which is gone: put it back, or lunokhod cancel --script a.lua",
                "1 job waits for the script, which is gone: put it back, or lunokhod cancel --script b.lua",
            ])
    }

    @Test func `a folder that is gone doesn't fill the log`() {
        let waiting = (100..<200).map { (PlanOwner(portal: "main", script: "\($0).lua"), 2) }
        let sentences = WaitingForScripts(Dictionary(uniqueKeysWithValues: waiting)) { _ in true }.sentences
        #expect(sentences.count == 21)
        #expect(
            sentences.last?.owner == nil && sentences.last?.text == "160 jobs wait for 80 more scripts that are gone")
    }
}
