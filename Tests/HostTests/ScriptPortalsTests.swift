import Bitrix24
import JSON
import Scripting
import Testing

@testable import Host

@Suite("The portals that scripts can name")
struct ScriptPortalsTests {
    private func settings(_ names: String..., usual: String? = nil) -> Settings {
        var settings = Settings()
        for name in names { settings.portals[name] = PortalSettings(access: .webhookFile(name, line: 1)) }
        settings.portal = usual
        return settings
    }

    private func definition(_ kind: String, portal: String? = nil) throws -> Definition {
        var members: JSONObject = ["kind": .string(kind)]
        members["portal"] = portal.map(JSONValue.string)
        return try #require(Definition(["definition": .object(members)]))
    }

    private let webhook = ["LUNOKHOD_WEBHOOK": "anything"]

    @Test func `they are those of the settings, and main where the environment names one`() {
        let two = settings("perm", "moscow", usual: "perm")
        #expect(two.scriptPortals(environment: [:]).names == ["moscow", "perm"])
        #expect(two.scriptPortals(environment: [:]).home == "perm")
        #expect(two.scriptPortals(environment: webhook).names == ["main", "moscow", "perm"])
        #expect(two.scriptPortals(environment: webhook).home == "main")
        #expect(settings().scriptPortals(environment: [:]).names == ["main"])
        #expect(settings("perm").scriptPortals(environment: [:]).home == "perm")
    }

    @Test func `the portal of the environment is chosen by no name`() {
        let two = settings("main", "perm", usual: "main")
        #expect(two.choice(of: "main", environment: webhook) == nil)
        #expect(two.choice(of: "perm", environment: webhook) == "perm")
        #expect(two.choice(of: "main", environment: [:]) == "main")
        #expect(settings().choice(of: "main", environment: [:]) == nil)
    }

    @Test func `a script works with the one that it names, else with the usual one`() throws {
        let portals = settings("perm", "moscow", usual: "moscow").scriptPortals(environment: [:])
        #expect(try portals.own(of: definition("job")) == "moscow")
        #expect(try portals.own(of: definition("report", portal: "perm")) == "perm")
        #expect(try portals.all(of: definition("job")) == ["moscow"])
        #expect(try portals.all(of: definition("handler")) == ["moscow", "perm"])
        #expect(try portals.all(of: definition("handler", portal: "perm")) == ["perm"])
    }

    @Test func `a name that isn't there is told with the nearest one, or with all`() throws {
        let portals = settings("perm", "moscow").scriptPortals(environment: [:])
        let near = #expect(throws: HostFailure.self) { try portals.own(of: definition("handler", portal: "mosow")) }
        #expect(near?.description == "there is no portal 'mosow' in lunokhod.yaml; did you mean 'moscow'?")
        let far = #expect(throws: HostFailure.self) { try portals.all(of: definition("job", portal: "sales")) }
        #expect(far?.description == "there is no portal 'sales' in lunokhod.yaml; there are moscow, perm")
        let one = #expect(throws: HostFailure.self) {
            try settings("perm").scriptPortals(environment: [:]).named("sales")
        }
        #expect(one?.description == "there is no portal 'sales' in lunokhod.yaml; there is perm")
    }
}
