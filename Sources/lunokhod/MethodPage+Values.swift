import Bitrix24
import Reports

extension MethodPage {
    /// How many members of a table are shown where not all are asked for; those that must be given always are.
    private static let shown = 12

    // MARK: Parameters

    /// The parameters as a tree.
    var parameters: [String] {
        let all = method.parameters
        guard !all.isEmpty else {
            return [method.isMentionedOnly ? "  not documented" : "  none"]
        }
        var lines: [String] = []
        if method.isPositional {
            lines.append("  " + paper.styled("by name here; in the request by place, in this order", .dim))
        }
        var rows: [Row] = []
        collect(all, depth: 0, into: &rows)
        let name = min(36, rows.map { $0.name.count }.max() ?? 0)
        let type = min(24, rows.map { $0.type.count }.max() ?? 0)
        for row in rows { lines += text(row, name, type) }
        for group in method.alternatives {
            lines += TextFit.wrapped("one of \(group.joined(separator: ", ")) must be given", to: max(20, width - 2))
                .map { "  " + paper.styled($0, .yellow) }
        }
        return lines
    }

    private struct Row {
        let name: String
        let type: String
        let notes: String
        let isRequired: Bool
    }

    private func collect(_ parameters: [ParameterFacts], depth: Int, into rows: inout [Row]) {
        let indent = String(repeating: "  ", count: depth)
        var left = 0
        for (index, parameter) in parameters.enumerated() {
            guard showsAll || depth == 0 || index < Self.shown || parameter.need == .required else {
                left += 1
                continue
            }
            rows.append(
                Row(
                    name: indent + parameter.name, type: "\(parameter.type)", notes: notes(parameter),
                    isRequired: parameter.need == .required))
            collect(parameter.members, depth: depth + 1, into: &rows)
        }
        if left > 0 {
            rows.append(Row(name: "\(indent)… and \(left) more: --all", type: "", notes: "", isRequired: false))
        }
    }

    private func notes(_ parameter: ParameterFacts) -> String {
        var notes: [String] = []
        if !parameter.choices.isEmpty { notes.append("one of " + listed(parameter.choices)) }
        if !parameter.examples.isEmpty { notes.append("such as " + listed(parameter.examples)) }
        if let value = parameter.defaultValue { notes.append("default \(value.isEmpty ? "\"\"" : value)") }
        if !parameter.requiredKeys.isEmpty {
            notes.append("needs \(parameter.requiredKeys.joined(separator: ", "))")
        }
        if !parameter.keys.isEmpty { notes.append("knows " + listed(parameter.keys)) }
        return notes.joined(separator: "; ")
    }

    private func listed(_ values: [String]) -> String {
        let count = showsAll ? values.count : Self.shown
        let more = values.count - count
        return values.prefix(count).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private func text(_ row: Row, _ name: Int, _ type: Int) -> [String] {
        let isWide = row.name.count > name || row.type.count > type
        let start = "  " + TextFit.padded(row.name, to: name)
        let required = row.isRequired ? "required" + (row.notes.isEmpty ? "" : "; ") : ""
        let taken = 2 + name + 2 + type + 2
        let wrapped = TextFit.wrapped(required + row.notes, to: max(20, width - taken))
        let shownName = row.isRequired ? paper.styled(start, .bold) : start
        var lines = ["\(shownName)  \(TextFit.padded(row.type, to: type))  \(isWide ? "" : wrapped[0])"]
        for line in wrapped.dropFirst(isWide ? 0 : 1) where !line.isEmpty {
            lines.append(String(repeating: " ", count: taken) + line)
        }
        return lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    }

    // MARK: Result

    /// What comes back: its shape in words, and the fields.
    var result: [String] {
        guard let result = method.result else { return ["  not documented"] }
        var lines = TextFit.wrapped(shape(result), to: max(20, width - 2)).map { "  " + $0 }
        let fields = result.fields
        let count = showsAll ? fields.count : min(fields.count, Self.shown)
        let name = min(36, fields.prefix(count).map(\.name.count).max() ?? 0)
        for field in fields.prefix(count) {
            let type = field.type.alternatives.isEmpty ? field.seen?.rawValue ?? "" : "\(field.type)"
            lines.append(type.isEmpty ? "  \(field.name)" : "  \(TextFit.padded(field.name, to: name))  \(type)")
        }
        if fields.count > count {
            lines.append("  " + paper.styled("… and \(fields.count - count) more: --all", .dim))
        }
        return lines
    }

    private func shape(_ result: ResultFacts) -> String {
        var words = "\(result.kind)"
        if result.kind == .array || result.listKey != nil || result.isKeyed {
            let place = result.listKey.map { " in \($0)" } ?? ""
            let what = result.elements.map { " of \($0)" } ?? (result.fields.isEmpty ? "" : " of objects")
            words = result.isKeyed ? "object by identifier or code\(place)\(what)" : "list\(place)\(what)"
        } else if let item = result.itemKey {
            words = "the value in \(item)"
        }
        if result.describesFields { words += "; it describes fields" }
        if result.isUnwrapped { words += "; without an envelope" }
        if !result.others.isEmpty { words += "; beside it \(result.others.joined(separator: ", "))" }
        return words
    }
}
