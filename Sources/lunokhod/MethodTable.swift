import Bitrix24
import Reference
import Reports

/// Methods as a table: the name, whether it changes something, the scope, what it does.
struct MethodTable {
    let paper: Paper
    let language: Title.Language

    /// What stands behind the name of a method that the vendor advises against.
    static let mark = "†"

    /// The table's lines, with a heading where a person looks at it.
    func lines(_ methods: [MethodFacts]) -> [String] {
        let rows = methods.map(Row.init)
        let name = max(6, rows.map { DisplayWidth.of($0.name) }.max() ?? 0)
        let scope = max(5, rows.map { DisplayWidth.of($0.scope) }.max() ?? 0)
        // A narrow terminal goes without the scopes: the names say them mostly.
        let hasScope = paper.width.map { $0 - name - scope - 11 >= 24 } ?? true
        let taken = name + 9 + (hasScope ? scope + 2 : 0)
        var lines: [String] = []
        if paper.width != nil {
            let heading = Row(name: "METHOD", kind: "KIND", scope: "SCOPE", isOld: false, isWrite: false, title: nil)
            lines.append(paper.styled(text(heading, name, hasScope ? scope : nil, "WHAT IT DOES"), .dim))
        }
        for row in rows {
            let title = row.title?.both(first: language) ?? ""
            let shown = paper.width.map { TextFit.cut(title, to: max(0, $0 - taken)) } ?? title
            let line = text(row, name, hasScope ? scope : nil, shown)
            lines.append(row.isOld ? paper.styled(line, .dim) : line)
        }
        return lines
    }

    private func text(_ row: Row, _ name: Int, _ scope: Int?, _ title: String) -> String {
        let kind = TextFit.padded(row.kind, to: 5)
        var line = TextFit.padded(row.name, to: name) + "  "
        line += row.isWrite && !row.isOld ? paper.styled(kind, .yellow) : kind
        if let scope { line += "  " + TextFit.padded(row.scope, to: scope) }
        return line + "  " + title
    }

    fileprivate struct Row {
        let name: String
        let kind: String
        let scope: String
        let isOld: Bool
        let isWrite: Bool
        let title: Title?
    }
}

extension MethodTable.Row {
    fileprivate init(_ method: MethodFacts) {
        self.init(
            name: method.key + (method.isDeprecated ? " \(MethodTable.mark)" : ""),
            kind: method.isWrite ? "write" : "read", scope: method.scopes.first ?? "–", isOld: method.isDeprecated,
            isWrite: method.isWrite, title: method.title)
    }
}
