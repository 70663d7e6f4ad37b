import Scripting

/// Tells by its text alone what a script would define that can't be loaded to the end.
enum DefinedKind {
    /// What the script returns: a definition is written `return handler { … }`, at the beginning of a line, as what is
    /// indented may be a function's. Nil if there is no such line.
    static func find(in source: [UInt8]) -> Definition.Kind? {
        source.split(separator: 0x0A).lazy.compactMap(kind).first
    }

    private static func kind(returnedBy line: ArraySlice<UInt8>) -> Definition.Kind? {
        let rest = line.dropFirst(6)
        guard line.starts(with: "return".utf8), rest.first?.isBlank == true else { return nil }
        let word = rest.drop(while: \.isBlank).prefix(while: \.isOfName)
        // A value of that name may be returned as well.
        let next = rest[word.endIndex...].drop(while: \.isBlank).first
        guard next == UInt8(ascii: "{") || next == UInt8(ascii: "(") else { return nil }
        return Definition.Kind(rawValue: String(decoding: word, as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// Whether a name in Lua may have it.
    fileprivate var isOfName: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self) || self == 0x5F
    }
}
