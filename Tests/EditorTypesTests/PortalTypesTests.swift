import Bitrix24
import LuaVM
import Testing

@testable import EditorTypes

@Suite struct PortalTypesTests {
    /// What a portal says of itself, with this title on everything that has one.
    private func portal(_ title: String) -> PortalDescription {
        var portal = PortalDescription(asked: "2026-11-25T00:00:00Z")
        var colour = PortalDescription.Field(code: "UF_CRM_1", title: title, type: "enumeration")
        colour.isCustom = true
        colour.isMultiple = true
        colour.choices = [.init(id: "45", title: title), .init(id: "x", title: "other")]
        let sum = PortalDescription.Field(code: "OPPORTUNITY", title: "Sum", type: "double")
        let own = PortalDescription.Field(code: "ufCrm5Date", title: title, type: "date")
        portal.entities = [.init(key: "crm.deal", fields: [colour, sum]), .init(key: "crm.item:140", fields: [own])]
        portal.smartProcesses = [.init(entityTypeID: 140, title: title)]
        portal.categories = [
            .init(entityTypeID: 2, id: 0, title: title), .init(entityTypeID: 140, id: 3, title: "Main"),
        ]
        portal.statuses = [
            .init(list: "DEAL_STAGE", code: "NEW", title: title), .init(list: "STATUS", code: "JUNK", title: "Junk"),
            .init(list: "DYNAMIC_140_STAGE_3", code: "DT140_3:NEW", title: "New"),
        ]
        portal.methods = ["crm.deal.get", "crm.secret.get", "my.own"]
        return portal
    }

    private func text(_ portal: PortalDescription?) -> String { PortalTypes(portal).files.map(\.text).joined() }

    @Test("the portal's own fields join the entity's classes, with their titles and values")
    func fields() {
        let text = text(portal("Colour"))
        #expect(
            text.contains("---@class b24.crm.deal.Item\n---@field UF_CRM_1 b24.crm.deal.Item.UF_CRM_1[] # Colour\n"))
        #expect(text.contains("---@alias b24.crm.deal.Item.UF_CRM_1 # Colour\n---| 45 # Colour\n---| \"x\" # other\n"))
        #expect(
            text.contains("---@class b24.crm.deal.Fields\n---@field UF_CRM_1? b24.crm.deal.Item.UF_CRM_1[] # Colour\n"))
        #expect(!text.contains("---@field OPPORTUNITY"))
    }

    @Test("a smart process has a class of its own")
    func smartProcess() {
        let text = text(portal("Contracts"))
        #expect(text.contains("---@class b24.crm.item_140.Item # an item of Contracts\n---@field ufCrm5Date string"))
    }

    @Test("the titles of fields and stages are names whose types are the codes")
    func titles() {
        let text = text(portal("Sales"))
        #expect(text.contains(#"---@field ["Sum"] "OPPORTUNITY""#))
        #expect(text.contains(#"---@field ["Sales/Sales"] "NEW""#))
        #expect(text.contains(#"---@field ["Junk"] "JUNK""#))
        #expect(text.contains(#"---@field ["Main/New"] "DT140_3:NEW""#))
        #expect(
            text.contains("---@class b24.fields\n---@field [\"deal\"] b24.fields.1\n---@field [\"Sales\"] b24.fields.2")
        )
    }

    @Test("methods that nobody has documented are there, the documented ones not once more")
    func methods() {
        let text = text(portal("x"))
        #expect(text.contains("b24.crm.secret = {}"))
        #expect(text.contains("b24.crm.secret.get = function(params) end"))
        #expect(text.contains("b24.my.own = function(params) end"))
        #expect(!text.contains("b24.crm.deal.get"))
        #expect(!text.contains("b24.crm = {}"))
    }

    @Test(
        "a hostile title changes nothing but itself",
        arguments: [
            "\"", "\\", "\\\"", "]]", "--[[", "--]]\nos.exit()", "\n---@class evil\n---@field x any\n",
            "\r---@alias a b",
            "---@deprecated", "@class x", "| \"x\"", "# x", "\u{2028}---@class x", "\0", "end", "'", "`a`",
            String(repeating: "долго \" ]] \n", count: 800),
        ])
    func hostile(title: String) throws {
        let expected = try Annotations(text(portal("plain")))
        let text = text(portal(title))
        let annotations = try Annotations(text)
        #expect(annotations.tags == expected.tags)
        #expect(annotations.names == expected.names)
        #expect(annotations.classes == expected.classes)
        let vm = try #require(LuaVM(memoryLimit: 64 << 20, modules: []) { _ in })
        #expect(vm.load(source: Array(text.utf8), name: "portal") == nil)
        #expect(!text.contains("\r"))
    }

    @Test("a portal with very many fields gets several files")
    func large() {
        var portal = portal("x")
        let fields = (0..<60).map { PortalDescription.Field(code: "UF_\($0)", title: "Field \($0)", type: "string") }
        portal.entities = [
            .init(key: "crm.deal", fields: Array(fields.prefix(30))),
            .init(key: "crm.lead", fields: Array(fields.suffix(30))),
        ]
        let files = PortalTypes(portal, greatestFile: 4_000).files
        #expect(files.count > 1)
        #expect(files.allSatisfy { $0.text.utf8.count <= 4_000 })
        #expect(files.map(\.name).prefix(2) == ["portal.lua", "portal_2.lua"])
    }

    @Test("without a description any title is let in")
    func unknown() {
        for name in ["b24.fields", "b24.stage"] {
            #expect(TypeFiles.fields(of: name) == ["---@field [string] table<string, string>"], "\(name)")
        }
    }
}
