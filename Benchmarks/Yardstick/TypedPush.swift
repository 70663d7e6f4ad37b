import JSON
import LuaVM
import Stdlib

/// What types cost on the way into Lua tables: the same answer pushed as it came and with its documented types, in
/// turns of two, so that the second one collects the tables of its own kind.
struct TypedPush {
    private static let deal = JSONShape.record(
        [
            "ID", "CATEGORY_ID", "QUOTE_ID", "COMPANY_ID", "CONTACT_ID", "LEAD_ID", "ASSIGNED_BY_ID", "CREATED_BY_ID",
            "MODIFY_BY_ID", "MOVED_BY_ID", "LAST_ACTIVITY_BY",
        ].map { ($0, .integer) } + ["OPPORTUNITY", "TAX_VALUE", "PROBABILITY"].map { ($0, .number) }
            + [
                "IS_NEW", "IS_RECURRING", "IS_RETURN_CUSTOMER", "IS_REPEATED_APPROACH", "IS_MANUAL_OPPORTUNITY",
                "OPENED", "CLOSED",
            ].map { ($0, .letterFlag) }, prefixes: [("UF_CRM_", .number), ("PARENT_ID_", .integer)])
    private static let shape = JSONShape.record([
        ("result", .record([("result", .map(.list(deal))), ("result_total", .map(.integer))]))
    ])

    private let bytes: [UInt8]

    init?(file path: String) {
        guard let bytes = InputFile.read(path) else { return nil }
        self.bytes = bytes
    }

    /// The processor time of the typed way, collection included, as a part of the raw one's, the medians of both; nil if
    /// the script fails.
    var ratio: Double? {
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        let settings = Array(#"{"locale":"en","currency":"RUB","zone":"UTC"}"#.utf8)
        let script = Array(#"for _ = 1, 240 do b24.call("batch", {}) end"#.utf8)
        guard let vm = LuaVM(memoryLimit: 1 << 30, modules: modules, print: { _ in }),
            vm.boot(prelude: StdlibModule.prelude.source, settings: settings) == nil,
            vm.load(source: script, name: "push.lua") == nil
        else { return nil }
        var times: [[Double]] = [[], []]
        var turn = 0
        var step = vm.step()
        while case .call = step {
            let kind = turn / 2 % 2
            let shape = kind == 0 ? [] : Self.shape.bytes
            let start = processorTime()
            guard bytes.withUnsafeBytes({ vm.answer($0, succeeded: true, shape: shape) }) == nil else { return nil }
            step = vm.step()
            if turn % 2 == 1 { times[kind].append(processorTime() - start) }
            turn += 1
        }
        return times[0].isEmpty ? nil : times[1].median / times[0].median
    }
}
