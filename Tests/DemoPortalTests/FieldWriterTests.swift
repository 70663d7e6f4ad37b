import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("A value for a field")
struct FieldWriterTests {
    private func value(_ kind: Field.Kind, _ json: JSONValue) -> FieldValue? {
        FieldWriter(field: Field("X", "Поле", kind, type: "x"), zone: TestPortal.moscow).value(Parameter(json))
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
