import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("A filter")
struct FilterTests {
    private static let schema = Schema(
        faces: [.classic],
        [
            .id(), .text("TITLE", "Название"), .money("OPPORTUNITY", "Сумма"), .flag("OPENED", "Открыта"),
            .dateTime("DATE_CREATE", "Создана", item: "createdTime"), .choice("STAGE_ID", "Стадия", in: nil),
            .link("COMPANY_ID", "Компания", to: "crm_company"), .multifield("PHONE", "Телефон"),
            Field("UF_DEPARTMENT", "Отделы", .integers, type: "array"),
        ])

    /// 1 «Ёлки и сосны», 2 «елка 100%», 3 nothing.
    private static let rows: [[FieldValue]] = [
        [
            .integer(1), .text("Ёлки и сосны"), .number(1_000), .flag(true), .moment(1_763_413_200), .text("C1:WON"),
            .integer(5), .multifield([Multifield(id: 1, valueType: "WORK", value: "+70001")]), .integers([1, 2]),
        ],
        [
            .integer(2), .text("елка 100%"), .number(20.5), .flag(false), .moment(1_763_416_800), .text("NEW"), .empty,
            .empty, .integers([3]),
        ],
        [.integer(3), .text(""), .number(0), .flag(false), .empty, .empty, .empty, .empty, .empty],
    ]

    private func matching(_ filter: JSONValue, _ dialect: Dialect = .classic) throws -> [Int] {
        let reader = FilterReader(schema: FilterTests.schema, dialect: dialect, zone: TestPortal.moscow)
        let filter = try reader.read(Parameter(filter))
        return FilterTests.rows.filter { filter.matches($0) }.compactMap { $0[0].integer }
    }

    @Test(
        "of the old methods chooses by its prefixes",
        arguments: [
            (["ID": 2], [2]), (["=ID": "2"], [2]), (["ID": [1, 3]], [1, 3]), (["@ID": [1, 2]], [1, 2]),
            (["!ID": 2], [1, 3]), (["!=ID": 2], [1, 3]), (["!@ID": [1, 2]], [3]), ([">ID": 1], [2, 3]),
            ([">=ID": "2"], [2, 3]), (["<ID": 2], [1]), (["<=ID": 2], [1, 2]), (["><ID": [2, 3]], [2, 3]),
            ([">ID": 1, "<ID": 3], [2]), ([">ID": ""], [1, 2, 3]), (["TITLE": "ЕЛКИ и сосны"], [1]),
            (["%TITLE": "ЁЛК"], [1, 2]), (["%TITLE": "100%"], [2]), (["=%TITLE": "елк%"], [1, 2]),
            (["%=TITLE": "%сосны"], [1]), (["=%TITLE": "елк_ %"], [1, 2]), (["=%TITLE": "сосны"], []),
            (["!%TITLE": "сосны"], [2, 3]), (["!=%TITLE": "елк%"], [3]), (["!%=TITLE": "елк%"], [3]),
            ([">OPPORTUNITY": 20], [1, 2]), (["OPPORTUNITY": "1000.00"], [1]), (["OPENED": "Y"], [1]),
            (["OPENED": true], [1]), (["!OPENED": "Y"], [2, 3]), (["STAGE_ID": "c1:won"], [1]),
            (["!STAGE_ID": "NEW"], [1, 3]), (["%STAGE_ID": "WON"], []), (["COMPANY_ID": 5], [1]),
            (["COMPANY_ID": ""], [2, 3]), (["COMPANY_ID": nil], [2, 3]), (["COMPANY_ID": 0], [2, 3]),
            (["!COMPANY_ID": ""], [1]), (["@COMPANY_ID": [5, ""]], [1, 2, 3]), (["@ID": []], [1, 2, 3]),
            (["TITLE": ""], [3]), (["PHONE": "+70001"], [1]), (["%PHONE": "7000"], []), (["UF_DEPARTMENT": 2], [1]),
            (["UF_DEPARTMENT": [3, 4]], [2]), (["NO_SUCH_FIELD": 1], [1, 2, 3]), ([:], [1, 2, 3]),
            (["ID": "$result[a][0]"], []),
        ] as [(JSONValue, [Int])])
    func classic(filter: JSONValue, expected: [Int]) throws {
        #expect(try matching(filter) == expected)
    }

    @Test(
        "compares dates as moments, whatever their form",
        arguments: [
            ([">=DATE_CREATE": "2025-11-18"], [2]), (["<DATE_CREATE": "2025-11-18"], [1]),
            ([">=DATE_CREATE": "2025-11-18T00:00:00+03:00"], [2]), ([">=DATE_CREATE": "2025-11-17T21:00:00Z"], [2]),
            ([">=DATE_CREATE": "2025-11-18T00:00:00+04:00"], [1, 2]), ([">=DATE_CREATE": "18.11.2025"], [2]),
            (["<=DATE_CREATE": "17.11.2025 23:59:59"], [1]), (["<DATE_CREATE": "2025-11-17 23:30"], [1]),
            (["DATE_CREATE": "2025-11-18 01:00:00"], [2]), ([">DATE_CREATE": "yesterday"], []),
        ] as [(JSONValue, [Int])])
    func dates(filter: JSONValue, expected: [Int]) throws {
        // The records were created at 2025-11-18 00:00 and 01:00, less one hour and more one hour around midnight.
        var rows = FilterTests.rows
        rows[0][4] = .moment(1_763_409_600)
        rows[1][4] = .moment(1_763_416_800)
        let reader = FilterReader(schema: FilterTests.schema, dialect: .classic, zone: TestPortal.moscow)
        let filter = try reader.read(Parameter(filter))
        #expect(rows.filter { filter.matches($0) }.compactMap { $0[0].integer } == expected)
    }

    @Test(
        "of the new methods knows logic, new and old names",
        arguments: [
            (["id": 2], [2]), (["ID": 2], [2]), ([">createdTime": "2020-01-01"], [1, 2]),
            (["logic": "OR", "0": ["id": 1], "1": ["title": "елка 100%"]], [1, 2]),
            (["0": ["logic": "OR", "0": ["id": 1], "1": ["id": 2]], "opened": "N"], [2]), (["@id": []], []),
        ] as [(JSONValue, [Int])])
    func item(filter: JSONValue, expected: [Int]) throws {
        #expect(try matching(filter, .item) == expected)
    }

    @Test("of the new methods refuses fields and values that it doesn't know")
    func refusals() {
        #expect(
            throws: RESTError(400, "INVALID_ARG_VALUE", "Invalid filter: field 'FIELD' is not allowed in filter")
        ) { try matching(["!FIELD": 1], .item) }
        #expect(
            throws: RESTError(400, "INVALID_ARG_VALUE", "Invalid filter: field 'createdTime' has invalid value")
        ) { try matching([">createdTime": "soon"], .item) }
        #expect(throws: RESTError.classic("Parameter 'filter' must be array.")) { try matching("ID") }
    }

    @Test("holds where one of several values does")
    func several() {
        let people: [FieldValue] = [.integer(1), .list([.integer(3), .integer(7)])]
        #expect(Filter.among(1, [.number(7)]).matches(people))
        #expect(!Filter.among(1, [.number(5)]).matches(people))
        #expect(Filter.compare(1, .greater, .number(6)).matches(people))
        #expect(!Filter.compare(1, .less, .number(3)).matches(people))
        #expect(!Filter.empty(1).matches(people))
        #expect(Filter.empty(1).matches([.integer(1), .list([])]))
        let labels: [FieldValue] = [.integer(1), .list([.text("VIP"), .text("тендер")])]
        #expect(Filter.like(1, LikePattern(containing: "енд")).matches(labels))
        #expect(!Filter.like(1, LikePattern(containing: "срочно")).matches(labels))
    }

    @Test("of tasks takes a bare text for a pattern")
    func tasks() throws {
        #expect(try matching(["TITLE": "елк%"], .task) == [1, 2])
        #expect(try matching(["TITLE": "елк"], .task) == [])
    }

    @Test("tells which identifiers can match, and asks only the rest of each record")
    func identifiers() throws {
        let reader = FilterReader(schema: FilterTests.schema, dialect: .classic, zone: .utc)
        func split(_ filter: JSONValue) throws -> (ClosedRange<Int>, Filter) {
            try reader.read(Parameter(filter)).splitByID()
        }
        #expect(try split([">ID": 10]).0 == 11 ... .max)
        #expect(try split([">ID": 10]).1 == .always)
        #expect(try split([">=ID": 10, "<ID": 20]).0 == 10...19)
        #expect(try split([">ID": 10, "OPENED": "Y"]).1 != .always)
        #expect(try split([">ID": 10, "<ID": 5]).1 == .never)
        #expect(try split(["!>ID": 10]).1 != .never)
    }

    @Test("finds the same with and without the way by identifiers")
    func agreement() throws {
        var random = RandomSource(seed: 4, stream: "filters")
        var table = EntityTable(schema: FilterTests.schema, zone: .utc)
        for _ in 0..<200 {
            table.skipIDs(random.below(3))
            table.add([.empty] + FilterTests.rows[random.below(3)].dropFirst())
        }
        let reader = FilterReader(schema: FilterTests.schema, dialect: .classic, zone: .utc)
        for _ in 0..<300 {
            let prefix = random.element(of: [">", ">=", "<", "<=", "=", "!", ""])
            let other = random.element(of: [">", "<=", "!"])
            let conditions: JSONObject = [
                "\(prefix)ID": .integer(random.below(500)), "\(other)ID": .integer(random.below(500)),
                "OPENED": random.chance(0.5) ? "Y" : "N",
            ]
            let filter = try reader.read(Parameter(.object(conditions)))
            let expected = table.rows.indices.filter { filter.matches(table.rows[$0]) }
            let page = table.page(ListRequest(filter: filter, order: .byID, start: 0))
            #expect(page.total == expected.count)
            #expect(page.positions == Array(expected.prefix(50)))
            let uncounted = table.page(ListRequest(filter: filter, order: .byNewest, start: nil))
            #expect(uncounted.positions == Array(expected.reversed().prefix(50)))
        }
    }
}
