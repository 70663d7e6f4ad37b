import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("A table of records")
struct EntityTableTests {
    private let schema = Schema(faces: [.classic, .item], [.id(), .text("TITLE", "Название"), .money("SUM", "Сумма")])

    private func table(_ count: Int) -> EntityTable {
        var table = EntityTable(schema: schema, zone: .utc, firstID: 10)
        for place in 0..<count { table.add([.empty, .text("№\(place)"), .number(Double(place))]) }
        return table
    }

    private func written(_ table: inout EntityTable, _ position: Int, _ face: Face) -> String {
        var json = JSONBuffer()
        json.beginObject()
        table.write(.usual(of: schema), of: position, face: face, to: &json)
        json.endObject()
        return String(decoding: json.finished(), as: UTF8.self)
    }

    @Test("numbers its records and never gives a number twice")
    func numbers() {
        var table = table(3)
        table.remove(at: 2)
        table.skipIDs(1)
        #expect(table.add([.empty, .empty, .empty]) == 14)
        #expect(table.ids == [10, 11, 14])
        #expect(table.position(of: 14) == 2)
        #expect(table.position(of: 12) == nil)
        #expect(table.firstPosition(notBelow: 12) == 2)
        #expect(table.firstPosition(notBelow: 99) == 3)
    }

    @Test("dresses a record anew after a change")
    func dressing() {
        var table = table(2)
        #expect(written(&table, 1, .classic) == #"{"ID":"11","TITLE":"№1","SUM":"1.00"}"#)
        #expect(written(&table, 1, .item) == #"{"id":11,"title":"№1","sum":1}"#)
        table.replace(at: 1, with: [.integer(11), .empty, .number(-0.5)])
        #expect(written(&table, 1, .classic) == #"{"ID":"11","TITLE":null,"SUM":"-0.50"}"#)
        table.remove(at: 0)
        #expect(written(&table, 0, .item) == #"{"id":11,"title":null,"sum":-0.5}"#)
    }

    @Test("dresses all records ahead without changing them")
    func dressingAhead() {
        var table = table(3)
        table.dressAll(face: .classic)
        #expect(written(&table, 2, .classic) == #"{"ID":"12","TITLE":"№2","SUM":"2.00"}"#)
    }

    @Test("takes a field more and dresses its records anew")
    func remodelling() {
        var table = table(1)
        _ = written(&table, 0, .classic)
        let wider = Schema(faces: schema.faces, schema.fields + [.text("NOTE", "Заметка")])
        table.remodel(wider) { $0 + [.text("!")] }
        var json = JSONBuffer()
        json.beginObject()
        table.write(.usual(of: wider), of: 0, face: .item, to: &json)
        json.endObject()
        #expect(String(decoding: json.finished(), as: UTF8.self) == #"{"id":10,"title":"№0","sum":0,"note":"!"}"#)
    }

    @Test("gives pages of 50, whatever the order")
    func pages() {
        let table = table(120)
        func page(_ start: Int?, _ order: Order = .byID) -> ListPage {
            table.page(ListRequest(filter: .always, order: order, start: start))
        }
        #expect(page(0).positions == Array(0..<50))
        #expect(page(0).total == 120)
        #expect(page(0).next == 50)
        #expect(page(100).positions == Array(100..<120))
        #expect(page(100).next == nil)
        #expect(page(150).positions.isEmpty)
        #expect(page(nil).total == 0)
        #expect(page(nil).next == nil)
        #expect(page(0, .byNewest).positions == Array((70..<120).reversed()))
        let bySum = Order(keys: [Order.Key(column: 2, descending: true)])
        #expect(page(50, bySum).positions == Array((20..<70).reversed()))
        #expect(page(nil, bySum).positions.count == 50)
    }

    @Test("rounds a start down to a page, and takes any negative one for no counting")
    func starts() {
        #expect(ListRequest.start(nil) == 0)
        #expect(ListRequest.start(.text("49")) == 0)
        #expect(ListRequest.start(.integer(120)) == 100)
        #expect(ListRequest.start(.text("-1")) == nil)
        #expect(ListRequest.start(.text("x")) == 0)
    }
}
