/// A value as a script writes it.
indirect enum LuaValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case number(String)
    case bool(Bool)
    case list([LuaValue])
    case table([Member])

    /// A named value of a table.
    struct Member: Hashable, Sendable {
        let name: String
        var value: LuaValue
    }

    /// As Lua reads it: on one line if that fits, else a member a line.
    ///
    /// - Parameters:
    ///   - indent: the columns before the line that it begins on.
    ///   - used: the columns of that line that are taken.
    func written(indent: Int = 0, used: Int = 0, width: Int = 90) -> String {
        let line = onOneLine
        guard used + line.count > width else { return line }
        let inner = String(repeating: " ", count: indent + 2)
        let parts: [String]
        switch self {
        case .list(let values): parts = values.map { $0.written(indent: indent + 2, used: indent + 2, width: width) }
        case .table(let members):
            parts = members.map { member in
                let start = "\(LuaName.key(member.name)) = "
                return start
                    + member.value.written(indent: indent + 2, used: indent + 2 + start.count, width: width)
            }
        default: return line
        }
        guard !parts.isEmpty else { return line }
        return "{\n" + parts.map { "\(inner)\($0),\n" }.joined() + String(repeating: " ", count: indent) + "}"
    }

    private var onOneLine: String {
        switch self {
        case .text(let text): LuaName.quoted(text)
        case .integer(let value): "\(value)"
        case .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .list(let values): Self.braced(values.map(\.onOneLine))
        case .table(let members): Self.braced(members.map { "\(LuaName.key($0.name)) = \($0.value.onOneLine)" })
        }
    }

    private static func braced(_ parts: [String]) -> String {
        parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    }

    /// Sets a member of nested tables; a path such as `params.select` makes the tables on its way. A value that is
    /// there already stays.
    mutating func put(_ value: LuaValue, at path: ArraySlice<Substring>) {
        guard case .table(var members) = self, let first = path.first else { return }
        let rest = path.dropFirst()
        if let index = members.firstIndex(where: { $0.name == first }) {
            if !rest.isEmpty { members[index].value.put(value, at: rest) }
        } else {
            var member = Member(name: String(first), value: rest.isEmpty ? value : .table([]))
            if !rest.isEmpty { member.value.put(value, at: rest) }
            members.append(member)
        }
        self = .table(members)
    }
}
