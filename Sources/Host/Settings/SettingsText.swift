import Spelling
import Yams

/// The text of a settings file: finds its values and tells its mistakes with their lines. The text may hold a secret,
/// so none of it is shown but names.
struct SettingsText {
    typealias Member = (name: String, value: Node, line: Int)

    let path: String

    /// Parses the file; nil if it is empty.
    func parse(_ text: String) throws(HostFailure) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
            let YamlError.composer(_, problem, mark, _)
        {
            throw wrong(line: mark.line, "this is not YAML: \(problem); mind the indentation and the colons")
        } catch let YamlError.duplicatedKeysInMapping(names, context) {
            throw wrong(
                line: context.mark.line, "there is \((names.first ?? "").quoted) twice here; leave one of them")
        } catch {
            throw wrong(line: 1, "this is not YAML; write settings as `name: value`, one a line")
        }
    }

    /// The members of a section.
    ///
    /// - Parameter known: the names that it may have; nil for any.
    func members(of node: Node, in place: String, known: [String]?) throws(HostFailure) -> [Member] {
        guard case .mapping(let mapping) = node else {
            throw wrong(line: node.mark?.line ?? 1, "\(place) must be a list of `name: value` lines")
        }
        var members: [Member] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            let name = key.string ?? ""
            if let known, !known.contains(name) {
                let nearest = NearestName(among: known).hint(for: name)
                let there = nearest.isEmpty ? "; there are \(known.joined(separator: ", "))" : nearest
                throw wrong(line: line, "there is no \(name.quoted) in \(place)\(there)")
            }
            members.append((name, value, line))
        }
        return members
    }

    /// A value that must be a text.
    func text(_ member: Member) throws(HostFailure) -> String {
        guard let text = member.value.scalar?.string, !text.isEmpty else {
            throw wrong(line: member.line, "\(member.name) needs a value")
        }
        return text
    }

    /// A value that must be a number from `least` to `most`.
    func number(_ member: Member, from least: Double, to most: Double = 1_000_000) throws(HostFailure) -> Double {
        guard let number = Double(try text(member)), (least...most).contains(number) else {
            throw wrong(line: member.line, "\(member.name) must be a number from \(Int(least)) to \(Int(most))")
        }
        return number
    }

    func flag(_ member: Member) throws(HostFailure) -> Bool {
        switch try text(member).lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw wrong(line: member.line, "\(member.name) must be true or false")
        }
    }

    func wrong(line: Int, _ what: String) -> HostFailure { HostFailure("\(path):\(line): \(what)", exit: .usage) }
}

extension String {
    /// Whether this is an address instead of a name: it may be a webhook's then, and is not to be shown.
    var isAddress: Bool { contains("://") || contains("/rest/") }

    /// The text as a sentence shows it: between quotation marks, a long one shortened, an address left out.
    var quoted: String { isAddress ? "an address" : "'\(prefix(40))'" }
}
