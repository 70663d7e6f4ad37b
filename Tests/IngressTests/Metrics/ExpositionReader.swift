/// Reads Prometheus's text format strictly; nil for a text that isn't valid.
struct ExpositionReader {
    struct Sample: Hashable {
        var name: String
        var labels: [String: String]
        var value: Double
    }

    private(set) var samples: [Sample] = []
    private(set) var kinds: [String: String] = [:]

    init?(_ text: String) {
        guard text.isEmpty || text.unicodeScalars.last == "\n" else { return nil }
        for line in text.unicodeScalars.split(separator: "\n") where !read(line) { return nil }
        guard Set(samples.map { "\($0.name)\($0.labels.sorted { $0.key < $1.key })" }).count == samples.count else {
            return nil
        }
    }

    private mutating func read(_ line: Substring.UnicodeScalarView) -> Bool {
        if line.first == "#" {
            let words = String(line).split(separator: " ", maxSplits: 3).map(String.init)
            guard words.count >= 3, words[0] == "#" else { return false }
            if words[1] == "HELP" { return true }
            guard words[1] == "TYPE", words.count == 4, kinds[words[2]] == nil else { return false }
            kinds[words[2]] = words[3]
            return ["counter", "gauge", "histogram"].contains(words[3])
        }
        var rest = line
        let name = ExpositionReader.word(&rest, colon: true)
        guard !name.isEmpty, kinds.keys.contains(where: { ExpositionReader.family($0, has: name) }) else {
            return false
        }
        guard let labels = ExpositionReader.labels(&rest), rest.popFirst() == " ",
            let value = Double(String(rest).replacing("Inf", with: "inf"))
        else { return false }
        samples.append(Sample(name: name, labels: labels, value: value))
        return true
    }

    private static func family(_ family: String, has name: String) -> Bool {
        ["", "_bucket", "_sum", "_count"].contains { family + $0 == name }
    }

    private static func word(_ rest: inout Substring.UnicodeScalarView, colon: Bool) -> String {
        let word = rest.prefix {
            $0.isASCII
                && ($0.properties.isAlphabetic || "0123456789_".unicodeScalars.contains($0) || colon && $0 == ":")
        }
        rest = rest.dropFirst(word.count)
        if let first = word.first, "0123456789".unicodeScalars.contains(first) { return "" }
        return String(word)
    }

    private static func labels(_ rest: inout Substring.UnicodeScalarView) -> [String: String]? {
        guard rest.first == "{" else { return [:] }
        var labels: [String: String] = [:]
        repeat {
            rest = rest.dropFirst()
            let name = word(&rest, colon: false)
            guard !name.isEmpty, labels[name] == nil, rest.popFirst() == "=", rest.popFirst() == "\"",
                let value = quoted(&rest)
            else { return nil }
            labels[name] = value
        } while rest.first == ","
        return rest.popFirst() == "}" ? labels : nil
    }

    private static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return String(text) }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "\\": text.append("\\")
            case "\"": text.append("\"")
            case "n": text.append("\n")
            default: return nil
            }
        }
        return nil
    }
}
