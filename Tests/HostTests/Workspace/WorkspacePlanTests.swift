import Reports
import Testing

@testable import Host

@Suite struct WorkspacePlanTests {
    private func plan(hasSettings: Bool = false, _ existing: String...) -> WorkspacePlan {
        WorkspacePlan(hasSettings: hasSettings) { existing.contains($0) }
    }

    @Test("an empty folder lacks everything")
    func empty() {
        #expect(plan().files.map(\.name) == ["lunokhod.yaml", ".gitignore"])
        #expect(plan().needsEditorTypes)
    }

    @Test("what exists isn't made")
    func partial() {
        #expect(plan("lunokhod.yaml").files.map(\.name) == [".gitignore"])
        #expect(plan(".gitignore").files.map(\.name) == ["lunokhod.yaml"])
        #expect(!plan(".lunokhod/types").needsEditorTypes)
    }

    @Test("settings of another name are settings")
    func other() {
        #expect(plan(hasSettings: true).files.map(\.name) == [".gitignore"])
    }

    @Test("the settings are loaded as if there were none, and their lines are right without the sign")
    func settings() throws {
        let text = try #require(plan().files.first).text
        var reader = SettingsReader(path: "lunokhod.yaml")
        let settings = try reader.read(text)
        #expect(settings.portals.isEmpty && settings.zone == nil && settings.locale == Settings().locale)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
            .filter { $0.contains(":") && !$0.contains(". ") && !$0.hasSuffix(".") && $0.first?.isUppercase == false }
        var other = SettingsReader(path: "lunokhod.yaml")
        let uncommented = try other.read(lines.joined(separator: "\n"))
        #expect(uncommented.portals.keys.sorted() == ["main"])
        #expect(uncommented.zone == "Europe/Moscow" && uncommented.locale == .ru && uncommented.currency == "RUB")
    }
}
