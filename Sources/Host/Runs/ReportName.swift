/// What a script's reports are called, and what keeps two of one name apart.
struct ReportName: Hashable {
    /// `weekly-sales` for `scripts/reports/weekly_sales.lua`.
    let text: String
    private let folders: [String]

    /// The name for a script's file.
    init(script: String) {
        let parts = script.split(separator: "/").map(String.init)
        let file = parts.last ?? script
        let stem = file.hasSuffix(".lua") ? String(file.dropLast(4)) : file
        text = String(stem.map { $0 == "_" || $0.isWhitespace ? "-" : $0 })
        folders = Array(parts.dropLast())
    }

    /// The folder, below the one for reports, that keeps its files apart from those of others: its script's own, from
    /// where the ways to the scripts of the same name part. Nil if there is none of the same name.
    func shelf(beside others: [ReportName]) -> String? {
        let equal = others.filter { $0.text == text }
        guard !equal.isEmpty else { return nil }
        let shared = equal.map { zip($0.folders, folders).prefix { $0 == $1 }.count }.min() ?? 0
        return folders.dropFirst(shared).joined(separator: "/")
    }
}
