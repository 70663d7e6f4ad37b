import JSON
import Testing

@testable import DemoPortal

@Suite("A list of custom fields")
struct CustomFieldListTests {
    private static let fields: [CustomField] = [
        field(3, .string, sort: 100), field(20, .date, sort: 5), field(100, .date, sort: 100, multiple: true),
    ]

    private static func field(_ id: Int, _ type: CustomFieldType, sort: Int, multiple: Bool = false) -> CustomField {
        var field = CustomField(
            id: id, entity: "CRM_DEAL", name: "UF_CRM_\(id)", type: type, isMultiple: multiple, title: nil)
        field.sort = sort
        return field
    }

    @Test(
        "holds what the filter asks for, in the wanted order",
        arguments: [
            ([:], [3, 20, 100]), (["filter": ["USER_TYPE_ID": "date"]], [20, 100]),
            (["FILTER": ["userTypeId": "date", "multiple": "Y"]], [100]), (["filter": ["ID": [3, "100"]]], [3, 100]),
            (["filter": ["LANG": "ru"]], [3, 20, 100]), (["filter": ["FIELD_NAME": "uf_crm_20"]], [20]),
            (["order": ["ID": "DESC"]], [100, 20, 3]), (["order": ["SORT": "DESC"]], [3, 100, 20]),
            (["order": ["NO_SUCH": "DESC"]], [3, 20, 100]),
        ] as [(JSONValue, [Int])])
    func list(parameters: JSONValue, expected: [Int]) throws {
        guard case .map(let map) = Parameter(parameters) else { return #expect(expected.isEmpty) }
        #expect(CustomFieldList(map).fields(CustomFieldListTests.fields).map(\.id) == expected)
    }

    @Test("takes names of the newer methods", arguments: [("userTypeId", "USER_TYPE_ID"), ("ID", "ID"), ("id", "ID")])
    func names(given: String, expected: String) {
        #expect(CustomFieldList.upperName(given) == expected)
    }

    @Test("has no lists of yes and no")
    func booleans() {
        #expect(!CustomFieldListTests.field(1, .boolean, sort: 1, multiple: true).isMultiple)
    }
}
