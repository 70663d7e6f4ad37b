import Reference
import Reports

/// The scopes as a table: the name, how many methods it allows, what it is about.
struct ScopeTable {
    let paper: Paper
    let language: Title.Language

    /// The table's lines, with a heading where a person looks at it.
    func lines(_ scopes: [ScopeCount]) -> [String] {
        let name = max(5, scopes.map { DisplayWidth.of($0.scope) }.max() ?? 0)
        var lines: [String] = []
        if paper.width != nil {
            lines.append(paper.styled("\(TextFit.padded("SCOPE", to: name))  METHODS  WRITES  WHAT IT IS ABOUT", .dim))
        }
        for scope in scopes {
            let title = scope.title?.both(first: language) ?? ""
            let shown = paper.width.map { TextFit.cut(title, to: max(0, $0 - name - 19)) } ?? title
            lines.append(
                "\(TextFit.padded(scope.scope, to: name))  \(number(scope.methods, 7))  \(number(scope.writes, 6))  \(shown)"
            )
        }
        return lines
    }

    private func number(_ value: Int, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - "\(value)".count)) + "\(value)"
    }
}
