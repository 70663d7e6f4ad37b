import CSV
import JSON
import Testing
import Trials

@testable import Exports

@Suite("Items as CSV")
struct CSVItemsTests {
    private let lines = CSVOptions(lineEnding: .lf)

    private func csv(
        _ pages: [String], columns: [String]? = nil, limit: Int = .max, options: CSVOptions? = nil
    ) throws -> (text: String, warnings: [String]) {
        var writer = CSVItems(columns: columns, options: options ?? lines)
        var output = OutputBytes()
        var count = 0
        writer.begin(to: &output)
        for page in pages { count += try writer.append(Array(page.utf8), atMost: limit - count, to: &output) }
        return (String(decoding: output.array, as: UTF8.self), writer.warnings)
    }

    @Test("the fields of the first item are the columns, in its order")
    func firstItem() throws {
        let (text, warnings) = try csv([
            #"[{"ID":"1","TITLE":"a"},{"TITLE":"b","ID":"2"}]"#, #"[{"ID":"3","TITLE":"c"}]"#,
        ])
        #expect(text == "ID,TITLE\n1,a\n2,b\n3,c\n")
        #expect(warnings.isEmpty)
    }

    @Test("wanted columns have their order, however the items are ordered and spelled")
    func wanted() throws {
        let (text, warnings) = try csv(
            [#"[{"id":"1","title":"a","responsibleId":"7","ufCrm5_1":3}]"#],
            columns: ["TITLE", "ID", "RESPONSIBLE_ID", "UF_CRM_5_1"])
        #expect(text == "TITLE,ID,RESPONSIBLE_ID,UF_CRM_5_1\na,1,7,3\n")
        #expect(warnings.isEmpty)
    }

    @Test("values are written as they came")
    func values() throws {
        let item =
            #"{"t":"a,b","i":-5,"u":18446744073709551615,"d":1234.50,"y":true,"n":false,"z":null,"l":[1, "x\n"],"o":{"a" : 1e20}}"#
        #expect(
            try csv(["[\(item)]"]).text
                == "t,i,u,d,y,n,z,l,o\n\"a,b\",-5,18446744073709551615,1234.5,true,false,,\"[1,\"\"x\\n\"\"]\",\"{\"\"a\"\":100000000000000000000}\"\n"
        )
    }

    @Test("formulas are defused in cells and in the header, negative numbers aren't")
    func formulas() throws {
        let (text, _) = try csv([#"[{"=A":"=1","b":"-5.00","c":-5,"d":"+7","e":-0.5}]"#])
        #expect(text == "'=A,b,c,d,e\n'=1,-5.00,-5,'+7,-0.5\n")
    }

    @Test("a Russian Excel gets semicolons, decimal commas and a byte order mark, and texts as they came")
    func russian() throws {
        let (text, _) = try csv([#"[{"a":0.5,"b":"1000.00"}]"#], options: .excelRu)
        #expect(text == "\u{FEFF}a;b\r\n0,5;1000.00\r\n")
    }

    @Test("fields that come later are left out and named with how many items have them")
    func late() throws {
        let (text, warnings) = try csv([#"[{"ID":1},{"ID":2,"X":1},{"Y":3,"ID":4,"X":2}]"#])
        #expect(text == "ID\n1\n2\n4\n")
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("X (items: 2), Y (items: 1); name the fields with --select") == true)
    }

    @Test("a wanted field that no item has is told with the nearest name")
    func missing() throws {
        let (text, warnings) = try csv([#"[{"ID":1,"TITLE":"a"}]"#], columns: ["ID", "TITEL"])
        #expect(text == "ID,TITEL\n1,\n")
        #expect(warnings == ["no item has the field 'TITEL', so its column is empty; did you mean 'TITLE'?"])
    }

    @Test("an item that lacks fields has empty cells, and none of the item before")
    func gaps() throws {
        let (text, _) = try csv([#"[{"a":1,"b":2,"c":3},{"c":4},{"a":5,"c":6},{"b":7},[],{"a":8,"b":9,"c":10}]"#])
        #expect(text == "a,b,c\n1,2,3\n,,4\n5,,6\n,7,\n,,\n8,9,10\n")
    }

    @Test("an empty list has the header of the wanted columns, and no warnings")
    func empty() throws {
        #expect(try csv(["[]"], columns: ["A", "B"]) == ("A,B\n", []))
        #expect(try csv(["[]"]) == ("", []))
    }

    @Test("no more items than wanted are written")
    func limit() throws {
        #expect(try csv([#"[{"a":1},{"a":2}]"#, #"[{"a":3},{"a":4}]"#], limit: 3).text == "a\n1\n2\n3\n")
    }

    @Test(
        "what can't be written is an error",
        arguments: zip(
            [#"[{"a":1}"#, #"{"a":1}"#, #"[{"a":1},5]"#, #"["x"]"#, #"[[1]]"#],
            ["the items can't be read", "no list", "jsonl instead", "jsonl instead", "jsonl instead"]))
    func errors(page: String, says: String) throws {
        let error = try #require(throws: ExportError.self) { try csv([page]) }
        #expect(error.description.contains(says))
    }

    @Test("what an independent reader reads back are the values")
    func roundTrip() throws {
        var random = SeededRandom(seed: 5_000)
        for options in [CSVOptions.rfc4180, .excelRu, CSVOptions(delimiter: .tab, quoting: .all)] {
            for round in 0..<60 {
                let fields = Array(
                    Set((0...Int.random(in: 0...6, using: &random)).map { "\($0) \(RandomItems.text(using: &random))" })
                )
                let items = (0...Int.random(in: 0...30, using: &random)).map { _ in
                    RandomItems.item(fields: fields, using: &random)
                }
                var writer = CSVItems(columns: fields, options: options)
                var output = OutputBytes()
                writer.begin(to: &output)
                let page = RandomItems.page(items, isSpaced: round.isMultiple(of: 2), using: &random)
                #expect(try writer.append(page, atMost: .max, to: &output) == items.count)
                let bytes = output.array.dropFirst(options.bom ? 3 : 0)
                let records = try CSVReader.records(Array(bytes), delimiter: options.delimiter.rawValue.asciiValue ?? 0)
                let expected =
                    [fields.map { Formula.defused($0) }]
                    + items.map { item in fields.map { cell(item[$0] ?? .null, options) } }
                try #require(records.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
            }
        }
    }

    private func cell(_ value: JSONValue, _ options: CSVOptions) -> String {
        switch value {
        case .null: ""
        case .bool(let bool): bool ? "true" : "false"
        case .integer(let integer): String(integer)
        case .double(let double): options.decimalComma ? double.plain.replacing(".", with: ",") : double.plain
        case .string(let text): isNumber(text) ? text : Formula.defused(text)
        default: String(decoding: plainDoubles(value).bytes, as: UTF8.self)
        }
    }

    private func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { "-.0123456789".utf8.contains($0) } && Double(text) != nil
    }

    /// Whole doubles lose their `.0`, which is the only difference to how JSON values are written elsewhere.
    private func plainDoubles(_ value: JSONValue) -> JSONValue {
        switch value {
        case .double(let double): Int(exactly: double).map(JSONValue.integer) ?? value
        case .array(let elements): .array(elements.map(plainDoubles))
        case .object(let members): .object(JSONObject(members.map { ($0, plainDoubles($1)) }))
        default: value
        }
    }
}
