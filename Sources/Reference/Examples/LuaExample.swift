import Bitrix24

/// A call of a method as a script writes it, with everything that must be given.
public struct LuaExample: Hashable, Sendable {
    /// The Lua code, of one line or several.
    public let code: String

    /// Writes the call of a method.
    public init(of method: MethodFacts) {
        let writer = Writer(method: method)
        code = method.list == nil || writer.isRaw ? writer.call() : writer.loop()
    }
}

/// Puts a call together.
private struct Writer {
    let method: MethodFacts
    private let parts: [String]
    private let needed: NeededParameters

    init(method: MethodFacts) {
        self.method = method
        parts = method.name.split(separator: ".").map(String.init)
        needed = NeededParameters(of: method)
    }

    /// Whether the name can't be written behind `b24`, as something else is there.
    var isRaw: Bool {
        let taken: Set<String> = method.version == .three ? ["call"] : ["call", "batch", "ref", "v3"]
        return taken.contains(parts.first ?? "")
    }

    // MARK: Calls

    func call() -> String {
        let start = variable.map { "local \($0) = " } ?? ""
        let item = method.result?.itemKey.map(LuaName.member) ?? ""
        if isRaw {
            let api = method.version == .three ? "b24.v3" : "b24"
            let head = "\(start)\(api).call(\(LuaName.quoted(method.name)), "
            return head + parameters().written(used: head.count) + ")" + (start.isEmpty ? "" : ".result" + item)
        }
        let head = "\(start)\(path) "
        return head + parameters().written(used: head.count) + (start.isEmpty ? "" : item)
    }

    /// The method behind `b24`.
    private var path: String {
        (method.version == .three ? "b24.v3" : "b24") + parts.map(LuaName.member).joined()
    }

    /// What the call's result is called; nil if there is none to speak of.
    private var variable: String? {
        guard let result = method.result, !(method.isWrite && (result.kind == .boolean || result.kind == .null)) else {
            return method.isWrite ? nil : "result"
        }
        if method.isWrite { return result.kind == .integer || result.itemKey == "id" ? "id" : "result" }
        if result.kind == .object, !result.describesFields, parts.last == "get" || parts.last == "current" {
            return noun ?? "result"
        }
        return result.describesFields ? "fields" : "result"
    }

    /// What one of what the method is about is called.
    private var noun: String? {
        let words = parts.dropLast().filter { LuaName.isName($0) && !($0.first == "v" && $0.count == 2) }
        return words.last.flatMap(LuaName.variable)
    }

    // MARK: Parameters

    private func parameters() -> LuaValue {
        .table(SampleValue(needed: needed.paths).chosen(of: method.parameters))
    }

    // MARK: Lists

    func loop() -> String {
        let item = noun ?? "item"
        let fields = shownFields
        var table = parameters()
        if let select = method.list?.select, !fields.isEmpty {
            table.put(.list(fields.map { LuaValue.text($0.asked) }), at: select.split(separator: ".")[...])
        }
        let head = "for \(item) in \(path) "
        let shown = fields.isEmpty ? item : fields.map { item + LuaName.member($0.given) }.joined(separator: ", ")
        return "\(head)\(table.written(used: head.count + 3)) do\n  print(\(shown))\nend"
    }

    /// The identifier and the title, as they are asked for and as they come.
    private var shownFields: [(asked: String, given: String)] {
        guard let list = method.list, let names = method.result?.fields.map(\.name) else { return [] }
        let titles = ["TITLE", "NAME", "title", "name"]
        let given = names.filter { $0 == list.identifier }.prefix(1) + names.filter(titles.contains).prefix(1)
        // Where the identifier is asked for in capitals but comes in small letters, all fields do.
        let isAskedInCapitals = list.identifier != list.filterIdentifier && list.filterIdentifier == "ID"
        return given.map { (isAskedInCapitals ? $0.uppercased() : $0, $0) }
    }
}
