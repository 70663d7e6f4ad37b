import EditorTypes
import Testing

@Suite struct MethodTypesTests {
    @Test("a method that lists gives a sequence that loops know, and tells what it is")
    func list() {
        #expect(
            TypeFiles.block("b24.department.get") == [
                "---Lists, 50 a page. Scope department. [Documentation](https://apidocs.bitrix24.ru/api-reference/"
                    + "departments/department-get.html)",
                "---@param params? b24.department.get.Params",
                "---@return b24.sequence<b24.department.Item>|fun():b24.department.Item",
                "function b24.department.get(params) end",
            ])
    }

    @Test("a method that the vendor advises against names what to use")
    func deprecated() {
        #expect(TypeFiles.block("b24.crm.deal.get").contains("---@deprecated use crm.item.get"))
        #expect(!TypeFiles.block("b24.crm.item.get").contains { $0.hasPrefix("---@deprecated") })
    }

    @Test("what must be given is no option, and a method that needs it needs its table")
    func required() {
        let fields = TypeFiles.fields(of: "b24.crm.item.list.Params")
        #expect(fields.contains("---@field entityTypeId b24.id"))
        #expect(fields.contains("---@field select? b24.crm.item.Name[]"))
        #expect(TypeFiles.block("b24.crm.item.list").contains("---@param params b24.crm.item.list.Params"))
    }

    @Test("a filter lets in names with prefixes, and fields those of the portal")
    func open() {
        for name in ["b24.crm.deal.Keys", "b24.crm.deal.add.Params.fields", "b24.tasks.task.list.Params.filter"] {
            #expect(TypeFiles.fields(of: name).contains("---@field [string] any"), "\(name)")
        }
    }

    @Test("what comes is typed: identifiers are integers, flags booleans, dates texts")
    func given() {
        let fields = TypeFiles.fields(of: "b24.crm.deal.Item")
        for line in ["ID integer", "OPPORTUNITY number", "CLOSED boolean", "CLOSEDATE string", "[string] any"] {
            #expect(fields.contains("---@field \(line)"), "\(line)")
        }
    }

    @Test("what goes is taken as the portal takes it: texts for numbers, letters for flags")
    func taken() {
        let fields = TypeFiles.fields(of: "b24.crm.deal.add.Params.fields")
        for line in ["ASSIGNED_BY_ID? b24.id", "CLOSEDATE? b24.date", "OPPORTUNITY? b24.number # 0.0 when left out"] {
            #expect(fields.contains("---@field \(line)"), "\(line)")
        }
        #expect(fields.contains("---@field OPENED? b24.flag # Y when left out"))
    }

    @Test("values that are limited are literals")
    func choices() {
        #expect(TypeFiles.fields(of: "b24.department.get.Params").contains(#"---@field order? "ASC"|"DESC""#))
    }

    @Test("the parameters of a method that takes a list have places")
    func positional() {
        let fields = TypeFiles.fields(of: "b24.task.elapseditem.getlist.Params")
        #expect(fields.first == "---@field [1]? b24.id # TASKID")
    }

    @Test("an envelope stays around an item, and not around the items of a list that is read for the script")
    func envelopes() {
        #expect(TypeFiles.block("b24.tasks.task.get").contains("---@return { task: b24.tasks.task.Item }"))
        let list = "b24.sequence<b24.v3.tasks.task.Item>|fun():b24.v3.tasks.task.Item"
        #expect(TypeFiles.block("b24.v3.tasks.task.list").contains("---@return \(list)"))
    }

    @Test("methods that describe fields share a class")
    func fields() {
        #expect(TypeFiles.block("b24.crm.deal.fields").contains("---@return table<string, b24.field>"))
        #expect(TypeFiles.block("b24.crm.item.fields").contains("---@return { fields: table<string, b24.field> }"))
    }

    @Test("a method without documented parameters takes a table or nothing")
    func unknown() { #expect(TypeFiles.block("b24.server.time").contains("---@param params? table")) }

    @Test("a name that is a keyword is written in brackets")
    func keywords() {
        #expect(TypeFiles.distinctLines.contains(#"b24.im.user.status.idle["end"] = function(params) end"#))
    }

    @Test("a method whose name begins others' can be called and has members")
    func callable() {
        #expect(TypeFiles.distinctLines.contains("b24.im.notify = {}"))
        #expect(TypeFiles.block("b24.im.notify.confirm").count == 4)
    }
}
