/// Text as the portal's database compares it: capital or small, with or without the dots of «ё» is all the same.
enum SearchText {
    static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { foldQuickly($0) } ?? foldSlowly(text)
    }

    /// Latin and Russian letters and common signs, byte by byte; nil where there is anything else.
    private static func foldQuickly(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var isPlain = true
        let folded = String(unsafeUninitializedCapacity: text.count) { target in
            var position = 0
            while position < text.count {
                let byte = text[position]
                if byte < 0x80 {
                    target[position] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                    position += 1
                } else if byte == 0xD0 || byte == 0xD1, position + 1 < text.count {
                    guard let (lead, trail) = russian(byte, text[position + 1]) else { break }
                    (target[position], target[position + 1]) = (lead, trail)
                    position += 2
                } else if byte == 0xC2 || (byte == 0xE2 && position + 1 < text.count && text[position + 1] == 0x80) {
                    // Quotation marks, dashes, spaces: none of them is a letter.
                    let length = byte == 0xC2 ? 2 : 3
                    guard position + length <= text.count else { break }
                    for offset in 0..<length { target[position + offset] = text[position + offset] }
                    position += length
                } else {
                    break
                }
            }
            isPlain = position == text.count
            return position
        }
        return isPlain ? folded : nil
    }

    /// The small letter of two bytes of UTF-8; nil for letters of other alphabets than the Russian one.
    private static func russian(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
        switch (lead, trail) {
        case (0xD0, 0x90...0x9F): (0xD0, trail + 0x20)
        case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
        case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): (lead, trail)
        case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
        default: nil
        }
    }

    private static func foldSlowly(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            folded.append(scalar == "ё" ? "е" : scalar)
        }
        return String(folded)
    }
}
