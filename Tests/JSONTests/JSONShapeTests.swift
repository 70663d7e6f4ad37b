import JSON
import Testing

@Suite struct JSONShapeTests {
    /// A shape from a seed.
    private func shape(depth: Int, _ random: inout SeededRandom) -> JSONShape {
        let scalars: [JSONShape] = [.any, .integer, .number, .flag, .letterFlag]
        let kind = depth > 0 ? Int.random(in: 0..<6, using: &random) : 0
        let inner = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            (
                name: String("abcdefgh".prefix(Int.random(in: 0..<8, using: &random))),
                shape: depth > 0 ? shape(depth: depth - 1, &random) : .any
            )
        }
        switch kind {
        case 2: return .list(shape(depth: depth - 1, &random))
        case 3: return .map(shape(depth: depth - 1, &random))
        case 4: return .tuple(inner.map(\.shape))
        case 5: return .record(inner, prefixes: inner.prefix(1).map { ("p" + $0.name, $0.shape) })
        default: return scalars.randomElement(using: &random) ?? .any
        }
    }

    @Test("a shape that has travelled is the same shape")
    func roundTrip() {
        var random = SeededRandom(state: 1)
        for _ in 0..<2_000 {
            let shape = shape(depth: 5, &random)
            #expect(JSONShape(bytes: shape.bytes) == shape)
        }
    }

    @Test("bytes are read as the shape that they are, or as none")
    func hostile() {
        var random = SeededRandom(state: 2)
        for round in 0..<20_000 {
            var bytes = shape(depth: 4, &random).bytes
            if round % 2 == 0 {
                bytes = (0..<Int.random(in: 0..<20, using: &random)).map { _ in UInt8.random(in: 0...9, using: &random)
                }
            }
            if let position = bytes.indices.randomElement(using: &random) {
                bytes[position] = UInt8.random(in: 0...255, using: &random)
            }
            if let read = JSONShape(bytes: bytes) { #expect(read.bytes == bytes || read.isAny) }
        }
        #expect(JSONShape(bytes: [UInt8](repeating: 5, count: 1 << 20)) == nil)
        #expect(JSONShape(bytes: [7, 255, 255, 255, 127, 0]) == nil)
        #expect(JSONShape(bytes: [8, 255, 255, 255, 127]) == nil)
    }

    @Test("what says nothing is not sent")
    func nothing() {
        #expect(JSONShape.any.bytes.isEmpty)
        #expect(JSONShape.record([("a", .any), ("b", .record([]))]).isAny)
        #expect(JSONShape.record([("a", .any)], prefixes: [("b", .any)]).isAny)
        #expect(JSONShape.tuple([.any, .tuple([])]).isAny)
        #expect(JSONShape.tuple([.integer, .any]) == .tuple([.integer]))
        #expect(!JSONShape.list(.any).isAny)
        #expect(!JSONShape.map(.any).isAny)
    }

    @Test("records with the same members are equal, in whatever order they were written")
    func order() {
        let one = JSONShape.record([("ID", .integer), ("TITLE", .any), ("PRICE", .number), ("ID", .flag)])
        #expect(one == .record([("PRICE", .number), ("ID", .integer)]))
        #expect(one != .record([("PRICE", .number), ("ID", .flag)]))
    }

    @Test("a member that is as it came is kept where a prefix would be taken for it")
    func shadowing() {
        let shape = JSONShape.record([("UF_A", .any), ("B", .any)], prefixes: [("UF_", .integer)])
        #expect(shape == .record([("UF_A", .any)], prefixes: [("UF_", .integer)]))
        #expect(shape != .record([], prefixes: [("UF_", .integer)]))
    }

    @Test("putting shapes together joins their bytes")
    func composition() {
        let item = JSONShape.record([("ID", .integer)])
        #expect(JSONShape.list(item).bytes.suffix(item.bytes.count) == item.bytes[...])
        #expect(JSONShape.tuple([item, item]).bytes.suffix(2 * item.bytes.count) == (item.bytes + item.bytes)[...])
    }

    @Test("what is nested too deep is as it came")
    func depth() {
        var shape = JSONShape.integer
        for _ in 0..<100 { shape = .list(shape) }
        #expect(!shape.isAny)
        #expect(JSONShape(bytes: shape.bytes) == shape)
        #expect(JSONShape.list(shape).isAny)
    }
}
