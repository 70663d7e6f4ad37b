import FoundationEssentials

/// A mail taken apart as a reader of mail does.
struct Letter {
    /// Each header's name and its lines, unfolded.
    let headers: [(name: String, value: String)]
    /// What stands behind the empty line.
    let body: String

    /// The parts of a mail whose lines end with CR LF; nil if it has no end of its headers or a line without a name.
    init?(_ text: String) {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        guard let end = lines.firstIndex(of: "") else { return nil }
        var headers: [(name: String, value: String)] = []
        for line in lines[..<end] {
            if line.hasPrefix(" "), !headers.isEmpty {
                headers[headers.count - 1].value += line
            } else {
                guard let colon = line.firstRange(of: ": ") else { return nil }
                headers.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
            }
        }
        self.headers = headers
        body = lines[(end + 1)...].joined(separator: "\r\n")
    }

    /// The only header of that name; nil if there is none or more than one.
    subscript(name: String) -> String? {
        let found = headers.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// The body out of its base64; nil if it is none.
    var text: String? {
        Data(base64Encoded: body.split(separator: "\r\n").joined()).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The subject out of its encoded words.
    var subject: String? { self["Subject"].map(Self.decoded) }

    /// A value whose encoded words are decoded; white space between two of them is none.
    static func decoded(_ value: String) -> String {
        guard value.hasPrefix("=?") else { return value }
        return value.split(separator: " ").map { word in
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="), word.utf8.count <= 75,
                let bytes = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))),
                let text = String(validating: bytes, as: UTF8.self)
            else { return "(no encoded word: \(word))" }
            return text
        }.joined()
    }
}
