import Bitrix24
import DemoPortal
import JSON
import Scripting
import Synchronization
import Testing

/// Scripts that get typed results of a demo portal, in a real sandbox.
@Suite struct PortalRoomTests {
    private static let deal = JSONShape.record([("ID", .integer), ("OPPORTUNITY", .number), ("OPENED", .letterFlag)])

    private static let shapes = ResultShapes(
        result: { call in
            switch call.method {
            case "crm.deal.get": deal
            case "crm.deal.list": .list(deal)
            case "tasks.task.get":
                .record([("item", .record([("id", .letterFlag)])), ("task", .record([("id", .integer)]))])
            default: .any
            }
        }, item: { $0.method == "crm.deal.list" ? deal : .any })

    /// What a script prints, and how many requests it took.
    private func printed(by source: String, deals: Int = 3) async throws -> [String] {
        var options = DemoPortalOptions(seed: 7)
        options.deals = deals
        return try await DemoPortal(options: options).serve { address in
            let room = PortalRoom(shapes: Self.shapes) {
                try Portal(credential: .webhook(try Webhook(address.webhook)))
            }
            let lines = Mutex<[String]>([])
            let text = """
                local function kinds(deal)
                  return math.type(deal.ID) or type(deal.ID), math.type(deal.OPPORTUNITY) or type(deal.OPPORTUNITY),
                    type(deal.OPENED), type(deal.TITLE)
                end
                \(source)
                """
            let run = ScriptRun(
                sandbox: Programs.sandbox, script: Script(name: "t.lua", source: Array(text.utf8)),
                surroundings: ScriptSurroundings(locale: "en", currency: "RUB", zone: "UTC"), rooms: [room],
                print: { line in lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } })
            let result: Result<ScriptRun.Outcome, any Error>
            do { result = .success(try await run.run { _ in .null }) } catch { result = .failure(error) }
            await room.connectedPortal?.shutdown()
            _ = try result.get()
            return lines.withLock { $0 }
        }
    }

    private let typed = "integer\tfloat\tboolean\tstring"
    private let raw = "string\tstring\tstring\tstring"

    @Test("a result has its documented types, and the raw one is as it came")
    func result() async throws {
        let lines = try await printed(
            by: """
                local deal = b24.crm.deal.list({ select = { "ID" } }):first()
                print(kinds(b24.crm.deal.get { id = deal.ID }))
                print(kinds(b24.raw.crm.deal.get { id = deal.ID }))
                print(kinds(b24.call("crm.deal.get", { id = deal.ID }).result))
                print(kinds(b24.raw.call("crm.deal.get", { id = deal.ID }).result))
                """)
        #expect(lines == [typed, raw, raw, raw])
    }

    @Test("every item of a list is typed, on pages that several answers were put together to, too")
    func list() async throws {
        let lines = try await printed(
            by: """
                local function count(list)
                  local found = {}
                  for deal in list do
                    local id, _, opened = kinds(deal)
                    found[id .. " " .. opened] = (found[id .. " " .. opened] or 0) + 1
                  end
                  return json.encode(found)
                end
                print(count(b24.crm.deal.list { select = { "ID", "OPENED" } }))
                print(count(b24.raw.crm.deal.list { select = { "ID", "OPENED" } }))
                local sorted = b24.crm.deal.list { order = { ID = "DESC" } }:by_id("-ID"):all()
                local raw = b24.raw.crm.deal.list { order = { ID = "DESC" } }:by_id("-ID"):all()
                print(#sorted, sorted[1].ID > sorted[320].ID + 318, tostring(sorted[1].ID) == raw[1].ID)
                local joined = rows(raw):join(sorted, { on = "ID", key = "ID", take = { number = "ID" }, kind = "inner" })
                print(#joined:all(), #rows(raw):group_by("ID"):aggregate({ n = rows.count() }):all())
                """, deals: 320)
        #expect(lines == [#"{"integer boolean":320}"#, #"{"string string":320}"#, "320\ttrue\ttrue", "320\t320"])
    }

    @Test("the results of a batch have the types of their methods")
    func batch() async throws {
        let lines = try await printed(
            by: """
                local id = b24.crm.deal.list({ select = { "ID" } }):first().ID
                local commands = {
                  deals = { "crm.deal.list", { select = { "*" } } }, deal = { "crm.deal.get", { id = id } },
                  gone = { "crm.deal.get", { id = 999999 } }, me = { "user.current" },
                }
                for _, batch in ipairs { b24.batch, b24.raw.batch } do
                  local results, errors = batch(commands, { errors = "collect" })
                  print(kinds(results.deal))
                  print(kinds(results.deals[1]))
                  print(type(results.me.ID), results.gone, errors.gone.code ~= nil)
                end
                """)
        #expect(lines == [typed, typed, "string\tnil\ttrue", raw, raw, "string\tnil\ttrue"])
    }

    @Test("the answers of a parallel are each of their own type")
    func parallel() async throws {
        let lines = try await printed(
            by: """
                local bodies = {
                  function() return kinds(b24.crm.deal.get { id = 1 }) end,
                  function() return (select(1, kinds(b24.raw.crm.deal.get { id = 1 }))) end,
                  function() return type(b24.user.current().ID) end,
                  function() return math.type(b24.batch { a = { "crm.deal.get", { id = 1 } } }.a.ID) end,
                  function() return (kinds(b24.crm.deal.list({}):first())) end,
                  function() return type(b24.call("crm.deal.get", { id = 1 }).result.ID) end,
                  function() return select(2, pcall(b24.crm.deal.get, { id = 999999 })).code ~= nil end,
                }
                print(json.encode(parallel(bodies, function(body) return (body()) end)))
                """)
        #expect(lines == [#"["integer","string","string","integer","integer","string",true]"#])
    }

    @Test("REST 3.0 has its raw results, too")
    func third() async throws {
        let lines = try await printed(
            by: """
                local id = b24.tasks.task.list({}):first().id
                local typed = b24.v3.tasks.task.get { id = tonumber(id), select = { "id", "title" } }
                local raw = b24.raw.v3.tasks.task.get { id = tonumber(id), select = { "id", "title" } }
                print(json.encode(typed) == json.encode(raw), math.type(typed.item.id), math.type(raw.item.id))
                """)
        #expect(lines.first?.hasSuffix("integer\tinteger") == true)
    }
}
