import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("A value for a field")
struct FieldWriterTests {
    private func value(_ kind: Field.Kind, _ json: JSONValue) -> FieldValue? {
        FieldWriter(field: Field("X", "Поле", kind, type: "x"), zone: TestPortal.moscow).value(Parameter(json))
    }

    private func custom(_ type: CustomFieldType, multiple: Bool = false, items: [String] = []) -> FieldWriter {
        let field = Field.custom(
            1, "CRM_DEAL", "UF_CRM_X", "Поле", type, multiple: multiple, items: items, firstItem: 7)
        return FieldWriter(field: field, zone: TestPortal.moscow)
    }

    @Test("is a list where the custom field has several, without what is nothing")
    func lists() {
        let writer = custom(.date, multiple: true)
        #expect(writer.value(Parameter(["2026-11-24", ""])) == .list([.moment(1_795_467_600)]))
        #expect(writer.value(Parameter("2026-11-24")) == .list([.moment(1_795_467_600)]))
        #expect(writer.value(Parameter([])) == .empty)
        #expect(writer.value(Parameter(["soon"])) == nil)
    }

    @Test("of a list is one of its items, or nothing")
    func items() {
        let writer = custom(.enumeration, items: ["Сайт", "Звонок"])
        #expect(writer.value(Parameter("8")) == .integer(8))
        #expect(writer.value(Parameter(9)) == .empty)
        #expect(writer.value(Parameter("Сайт")) == .empty)
    }

    @Test("of a file field is a new file, or one that was there")
    func files() {
        var next = 50
        let one = custom(.file)
        #expect(one.files(Parameter(["fileData": ["a.txt", "YQ=="]]), current: .empty, nextID: &next) == .integer(50))
        #expect(one.files(Parameter(["id": 50]), current: .integer(50), nextID: &next) == .integer(50))
        #expect(one.files(Parameter(["id": 1]), current: .integer(50), nextID: &next) == .empty)
        #expect(one.files(Parameter(""), current: .integer(50), nextID: &next) == .empty)
        let many = custom(.file, multiple: true)
        let given: JSONValue = [["id": 12], ["id": 13], ["b.txt", "Yg=="]]
        let kept = many.files(Parameter(given), current: .list([.integer(12)]), nextID: &next)
        #expect(kept == .list([.integer(12), .integer(51)]))
        #expect(next == 52)
    }

    @Test(
        "is read by the field's kind",
        arguments: [
            (.text, "a", .text("a")), (.text, 5, .text("5")), (.text, nil, .empty), (.integer, "7", .integer(7)),
            (.integer, "", .empty), (.link, 0, .empty), (.link, "12", .integer(12)), (.money, "10.5", .number(10.5)),
            (.flag, "Y", .flag(true)), (.flag, false, .flag(false)), (.choice, "", .empty),
            (.date, "2026-11-24T15:00:00+03:00", .moment(1_795_467_600)), (.date, "24.11.2026", .moment(1_795_467_600)),
            (.dateTime, "2026-11-24T12:00:00+03:00", .moment(1_795_510_800)), (.date, "", .empty), (.date, "soon", nil),
            (.integers, ["1", 2], .integers([1, 2])), (.integers, "3", .integers([3])), (.text, ["a"], nil),
        ] as [(Field.Kind, JSONValue, FieldValue?)])
    func reading(kind: Field.Kind, json: JSONValue, expected: FieldValue?) {
        #expect(value(kind, json) == expected)
    }
}
