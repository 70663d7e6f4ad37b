/// The annotations of a file, read strictly by what the language server's parser takes: one that it would pass over
/// with a warning, or in silence, is an error here.
struct Annotations {
    /// The tags, line by line.
    private(set) var tags: [String] = []
    /// The classes and aliases that the file declares; a class may be declared in parts.
    private(set) var classes: [String] = []
    private(set) var aliases: [String] = []
    /// The classes that it refers to.
    private(set) var names: Set<String> = []
    private var generics: Set<String> = []

    init(_ text: String) throws {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            do {
                try read(line)
            } catch {
                throw AnnotationScanner.Malformed(description: "line \(number + 1): \(error)")
            }
        }
    }

    private mutating func read(_ line: Substring) throws {
        if line.hasPrefix("---|") {
            tags.append("|")
            var scanner = AnnotationScanner(line.dropFirst(4))
            try type(&scanner)
            try end(scanner)
        } else if line.hasPrefix("---@") {
            var scanner = AnnotationScanner(line.dropFirst(4))
            let tag = scanner.name() ?? ""
            tags.append(tag)
            try read(tag, &scanner)
        } else if line.hasPrefix("---") {
            let text = line.dropFirst(3).drop { $0 == " " }
            guard text.first != "@", text.first != "|" else { throw AnnotationScanner(line).malformed("a hidden tag") }
        } else {
            generics = []
        }
    }

    private mutating func read(_ tag: String, _ scanner: inout AnnotationScanner) throws {
        switch tag {
        case "meta": _ = scanner.name()
        case "deprecated", "diagnostic": return
        case "class": try readClass(&scanner)
        case "field":
            var key = AnnotationType()
            try key.key(&scanner)
            _ = scanner.take("?")
            names.formUnion(key.names.subtracting(generics))
            try type(&scanner)
        case "param":
            guard scanner.take("...") || scanner.name() != nil else { throw scanner.malformed("a name expected") }
            _ = scanner.take("?")
            try type(&scanner)
        case "return":
            try type(&scanner)
            _ = scanner.name()
        case "alias": try readAlias(&scanner)
        case "overload":
            guard scanner.rest.hasPrefix(" fun(") else { throw scanner.malformed("fun expected") }
            try type(&scanner)
        case "operator":
            guard scanner.name() != nil else { throw scanner.malformed("an operator expected") }
            try scanner.expect(":")
            try type(&scanner)
        case "generic":
            repeat {
                generics.insert(scanner.name() ?? "")
                if scanner.take(":") { try type(&scanner) }
            } while scanner.take(",")
        default: throw scanner.malformed("the tag '\(tag)' is none that these files need")
        }
        try end(scanner)
    }

    private mutating func readClass(_ scanner: inout AnnotationScanner) throws {
        if scanner.take("(") { try scanner.expect("exact)") }
        try classes.append(declaration(&scanner))
        guard scanner.take(":") else { return }
        repeat { try type(&scanner) } while scanner.take(",")
    }

    private mutating func readAlias(_ scanner: inout AnnotationScanner) throws {
        try aliases.append(declaration(&scanner))
        if !scanner.isAtEnd { try type(&scanner) }
    }

    /// A name, and what stands for types in it.
    private mutating func declaration(_ scanner: inout AnnotationScanner) throws -> String {
        guard let name = scanner.name() else { throw scanner.malformed("a name expected") }
        generics = []
        guard scanner.take("<") else { return name }
        repeat { generics.insert(scanner.name() ?? "") } while scanner.take(",")
        try scanner.expect(">")
        return name
    }

    private mutating func type(_ scanner: inout AnnotationScanner) throws {
        var type = AnnotationType()
        try type.read(&scanner)
        names.formUnion(type.names.subtracting(generics))
    }

    private func end(_ scanner: AnnotationScanner) throws {
        guard scanner.isAtEnd else { throw scanner.malformed("nothing more, or '#', expected") }
    }

    /// The types that are Lua's.
    static let builtin: Set<String> = [
        "any", "boolean", "function", "integer", "lightuserdata", "nil", "number", "string", "table", "true", "false",
    ]
}
