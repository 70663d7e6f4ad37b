extension String {
    /// The text as people see it: on one line, and without the characters by which a title could command a terminal or
    /// turn the direction of what stands around it.
    var oneLine: String {
        guard unicodeScalars.contains(where: { $0.breaksLine || $0.turnsDirection }) else { return self }
        let kept = unicodeScalars.lazy.filter { !$0.turnsDirection }.map { $0.breaksLine ? " " : $0 }
        return String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Controls, and what separates lines and paragraphs.
    fileprivate var breaksLine: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }

    /// Marks, embeddings, overrides and isolates of direction.
    fileprivate var turnsDirection: Bool {
        value == 0x061C || value == 0x200E || value == 0x200F || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
