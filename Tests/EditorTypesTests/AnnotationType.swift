/// Reads a type as the language server's grammar has it, and collects the classes that it names.
struct AnnotationType {
    private(set) var names: Set<String> = []

    /// `A|B`, with `?` behind it or not.
    mutating func read(_ scanner: inout AnnotationScanner) throws {
        repeat { try unit(&scanner) } while scanner.take("|")
        _ = scanner.take("?")
    }

    private mutating func unit(_ scanner: inout AnnotationScanner) throws {
        if scanner.take("(") {
            try read(&scanner)
            try scanner.expect(")")
        } else if scanner.take("{") {
            try table(&scanner)
        } else if try scanner.text() != nil || scanner.take("...") {
            // A literal, or more of the same.
        } else if let name = scanner.name() {
            if name == "fun" { try function(&scanner) } else { try named(name, &scanner) }
        } else {
            throw scanner.malformed("a type expected")
        }
        while scanner.take("[]") {}
    }

    private mutating func named(_ name: String, _ scanner: inout AnnotationScanner) throws {
        if Int(name) == nil { names.insert(name) }
        guard scanner.take("<") else { return }
        repeat { try read(&scanner) } while scanner.take(",")
        try scanner.expect(">")
    }

    private mutating func table(_ scanner: inout AnnotationScanner) throws {
        while !scanner.take("}") {
            try key(&scanner)
            _ = scanner.take("?")
            try scanner.expect(":")
            try read(&scanner)
            if scanner.take(",") { continue }
            return try scanner.expect("}")
        }
    }

    /// A field's name, or `[…]`.
    mutating func key(_ scanner: inout AnnotationScanner) throws {
        if scanner.take("[") {
            try read(&scanner)
            try scanner.expect("]")
        } else if scanner.name() == nil {
            throw scanner.malformed("a field's name expected")
        }
    }

    private mutating func function(_ scanner: inout AnnotationScanner) throws {
        try scanner.expect("(")
        while !scanner.take(")") {
            guard scanner.take("...") || scanner.name() != nil else { throw scanner.malformed("a parameter expected") }
            _ = scanner.take("?")
            if scanner.take(":") { try read(&scanner) }
            if scanner.take(",") { continue }
            try scanner.expect(")")
            break
        }
        guard scanner.take(":") else { return }
        repeat { try read(&scanner) } while scanner.take(",")
    }
}
