/// A text as one word of a shell's command line.
struct ShellWord: Hashable {
    /// The word: between quotation marks if it must be.
    let text: String

    init(_ plain: String) {
        let isPlain = plain.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+:@%".unicodeScalars.contains($0)
        }
        let inside = plain.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        text = isPlain && !plain.isEmpty ? plain : "'\(inside)'"
    }
}
