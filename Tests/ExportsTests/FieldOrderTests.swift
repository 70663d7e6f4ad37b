import Testing
import Trials

@testable import Exports

@Suite("The order of an item's fields")
struct FieldOrderTests {
    private func columns(_ names: [String], _ order: inout FieldOrder) -> [Int?] {
        order.beginItem()
        return names.map { name in Array(name.utf8).withUnsafeBufferPointer { order.column(of: $0) } }
    }

    @Test("every name finds its column, in whatever order and with whatever gaps the items come")
    func anyOrder() {
        var random = SeededRandom(seed: 12)
        let names = (0..<40).map { "FIELD_\($0)" }
        var order = FieldOrder(columns: names, isLenient: false)
        for _ in 0..<400 {
            var some = names.filter { _ in Bool.random(using: &random) }
            if Bool.random(using: &random) { some.shuffle(using: &random) }
            #expect(columns(some, &order) == some.map { names.firstIndex(of: $0) })
        }
        #expect(order.leftOut.isEmpty && order.missing.isEmpty)
    }

    @Test("one spelling stands for the other only where that is wanted")
    func spelling() {
        var lenient = FieldOrder(columns: ["RESPONSIBLE_ID"], isLenient: true)
        #expect(columns(["responsibleId", "responsible"], &lenient) == [0, nil])
        var strict = FieldOrder(columns: ["RESPONSIBLE_ID"], isLenient: false)
        #expect(columns(["responsibleId"], &strict) == [nil])
        #expect(strict.missing == ["RESPONSIBLE_ID"])
    }

    @Test("names without a column are counted, also the empty one")
    func leftOut() {
        var order = FieldOrder(columns: ["a"], isLenient: false)
        for names in [["", "a"], ["a", "b"], ["b", "a"], ["a", "b", ""]] { _ = columns(names, &order) }
        #expect(order.leftOut.map(\.name) == ["", "b"])
        #expect(order.leftOut.map(\.items) == [2, 3])
    }

    @Test("more names than any list has don't fill the memory")
    func bounded() {
        var order = FieldOrder(columns: ["last"], isLenient: false)
        _ = columns((0..<FieldOrder.mostNames + 10).map { "n\($0)" }, &order)
        #expect(order.known.count == FieldOrder.mostNames)
    }
}
