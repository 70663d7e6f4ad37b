import FoundationEssentials

/// A message as mail: headers and body, every line ended by CR LF and short enough for every server.
enum MailText {
    /// - Parameters:
    ///   - message: what is told.
    ///   - moment: the date of the mail, in seconds since 1970.
    ///   - id: what no other mail has; signs that a message identifier may not have are left out.
    static func bytes(
        _ message: AlertMessage, from: MailAddress, to: [MailAddress], at moment: Double, id: String
    ) -> [UInt8] {
        let identifier = id.utf8.filter { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
        var lines = [
            "Date: \(UTCMoment(moment).mailDate)",
            "From: Lunokhod <\(from.text)>",
            "To: " + to.map(\.text).joined(separator: ",\r\n "),
            "Message-ID: <\(String(decoding: identifier, as: UTF8.self))@\(from.domain)>",
            "Subject: " + headerText(message.title),
            // Answering machines keep silent.
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
        ]
        let body = message.body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        lines.append(wrapped(Data((body + "\r\n").utf8).base64EncodedString()))
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// A header's value: as it is if that is plain and short, else in encoded words of RFC 2047, one a line.
    static func headerText(_ text: String) -> String {
        let text = HarmlessText.line(text, most: AlertMessage.longestTitle)
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 60
        // What looks like an encoded word would be decoded by the reader.
        if isPlain, text.split(separator: "=?", omittingEmptySubsequences: false).count == 1 { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // Each word is decoded by itself, so none may end inside a scalar.
            if words[words.count - 1].count + bytes.count > bytesInWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// Makes a line of less than 76 signs, as RFC 2047 asks for, even behind `Subject: `.
    private static let bytesInWord = 39

    private static func wrapped(_ text: String) -> String {
        let signs = Array(text.utf8)
        return stride(from: 0, to: signs.count, by: 76).map { start in
            String(decoding: signs[start..<min(start + 76, signs.count)], as: UTF8.self)
        }.joined(separator: "\r\n")
    }
}
