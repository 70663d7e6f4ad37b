import JSON
import Testing

@testable import Reports

@Suite("Blocks from a script")
struct BlockTests {
    private func blocks(_ json: String) throws -> [Block] {
        try [Block](json: try JSONDocument(parsing: json).root)
    }

    private func problem(_ json: String) -> String {
        let error = #expect(throws: BlockError.self) { try blocks(json) }
        return error?.description ?? ""
    }

    @Test("Every kind of block is read with all that it can have")
    func allKinds() throws {
        let blocks = try blocks(
            #"""
            [{"block":"table","title":"T","columns":[
                {"field":"A","title":"a","format":"money","decimals":1,"currency":"usd","align":"center","total":"sum"},
                {"field":"B"}],
              "rows":[{"A":1,"B":"x","C":true},{"B":null}]},
             {"block":"chart","title":"C","x":"B","y":"A","format":"integer","rows":[{"A":1.5,"B":"x"}]},
             {"block":"text","text":"**words**"}, {"block":"note","text":"beware"}]
            """#)
        let money = Column(
            field: "A", title: "a", format: .money, decimals: 1, currency: "USD", alignment: .center, total: .sum)
        let table = Table(
            title: "T", columns: [money, Column(field: "B")], rows: [[.integer(1), .text("x")], [.null, .null]])
        let chart = Chart(
            title: "C", x: Column(field: "B"), y: Column(field: "A", format: .integer),
            points: [Chart.Point(label: .text("x"), value: .double(1.5))])
        #expect(blocks == [.table(table), .chart(chart), .text("**words**"), .note("beware")])
    }

    @Test("Without columns a table shows all fields of its first row, sorted by name")
    func noColumns() throws {
        for columns in ["", #""columns":[],"#, #""columns":{},"#, #""columns":null,"#] {
            let blocks = try blocks(#"[{"block":"table",\#(columns)"rows":[{"B":1,"A":2},{"C":3,"A":4}]}]"#)
            let table = Table(
                columns: [Column(field: "A"), Column(field: "B")],
                rows: [[.integer(2), .integer(1)], [.integer(4), .null]])
            #expect(blocks == [.table(table)])
        }
    }

    @Test("An empty Lua list may come as an empty object; a field of no rows is no mistake")
    func emptyLists() throws {
        let blocks = try blocks(#"[{"block":"table","columns":[{"field":"A"}],"rows":{}}]"#)
        #expect(blocks == [.table(Table(columns: [Column(field: "A")], rows: []))])
    }

    @Test("Nested values become text, and nothing is lost")
    func nested() throws {
        let cells = try JSONDocument(parsing: #"[[],{},["a",1,true],[{"VALUE":"+7"}],{"x":1}]"#).root.elements
        #expect(
            cells.map { CellValue(json: $0) } == [
                .null, .null, .text("a, 1, true"), .text(#"[{"VALUE":"+7"}]"#), .text(#"{"x":1}"#),
            ])
    }

    @Test(
        "What is wrong is one sentence that says where and what to do",
        arguments: [
            ("null", "the report returned nothing instead of blocks; return a list of blocks such as"),
            ("[]", "the report returned no blocks; return a list"),
            ("{}", "the report returned no blocks; return a list"),
            (#"{"block":"text","text":""}"#, "the report returned one block instead of a list; return a list"),
            (#""hi""#, "the report returned the text 'hi' instead of blocks"),
            ("[7]", "block 1: it is the number 7; write report.table,"),
            (#"[{"rows":[]}]"#, "block 1: has no block; make it with report.table,"),
            (#"[{"block":"tabel"}]"#, "block 1: it is an unknown kind of block, 'tabel'; did you mean 'table'"),
            (#"[{"block":"x"}]"#, "block 1: it is an unknown kind of block, 'x'; known are table, chart, text, note"),
            (#"[{"block":"text"}]"#, "block 1, a text: has no text"),
            (#"[{"block":"note","text":5}]"#, "block 1, a note: has the number 5 as text; write text"),
            (#"[{"block":"table"}]"#, "block 1, a table: has no rows; write rows = …, the list to show"),
            (#"[{"block":"table","rows":5}]"#, "block 1, a table: has the number 5 as rows; write a list"),
            (
                #"[{"block":"table","rows":[1]}]"#,
                "block 1, a table: row 1 is the number 1, not a table of named values"
            ),
            (
                #"[{"block":"table","titel":"x","rows":[]}]"#,
                "block 1, a table: has an unknown key 'titel'; did you mean 'title'"
            ),
            (
                #"[{"block":"chart","rows":[],"y":"A"}]"#,
                "block 1, a chart: has no x; write x = \"NAME\", the field of the"
            ),
            (
                #"[{"block":"chart","kind":"pie","rows":[]}]"#,
                "block 1, a chart: has an unknown kind 'pie'; known are bar"
            ),
            (
                #"[{"block":"chart","x":"NAME","y":"B","rows":[{"NAMES":1,"B":2}]}]"#,
                "block 1, a chart: x shows the field 'NAME', which no row has; did you mean 'NAMES'"
            ),
        ])
    func mistakes(json: String, sentence: String) {
        #expect(problem(json).hasPrefix(sentence), "\(problem(json))")
    }

    @Test(
        "What is wrong with a column names the column",
        arguments: [
            (
                #"{"title":"x"}"#,
                "column 1 has no field; write its name first, as in { \"AMOUNT\", title = \"Amount\" }"
            ),
            (#"{"field":"A","width":3}"#, "column 1 has an unknown key 'width'; known are field, title, format"),
            (#"{"field":"A","format":"monye"}"#, "column 1 has an unknown format 'monye'; did you mean 'money'"),
            (#"{"field":"A","format":3}"#, "column 1 has the number 3 as format; write text, integer, number, money"),
            (
                #"{"field":"A","decimals":11}"#,
                "column 1 has the number 11 as decimals; write a whole number from 0 to 10"
            ),
            (#"{"field":"A","decimals":1.5}"#, "column 1 has the number 1.5 as decimals; write a whole number"),
            (#"{"field":"A","total":"summ"}"#, "column 1 has an unknown total 'summ'; did you mean 'sum'"),
            (
                #"{"field":"A","format":"date","total":"sum"}"#,
                "column 1 (A) has the format date, which has no sum; write total = \"count\", \"min\" or \"max\""
            ),
            (#"{"field":"AMUONT"}"#, "column 1 shows the field 'AMUONT', which no row has; did you mean 'AMOUNT'"),
            (#"{"field":"zzz"}"#, "column 1 shows the field 'zzz', which no row has; known are A, AMOUNT"),
            ("5", "column 1 is the number 5, not a table of named values"),
        ])
    func columnMistakes(column: String, sentence: String) {
        let text = problem(
            #"[{"block":"text","text":""},{"block":"table","columns":[\#(column)],"rows":[{"A":1,"AMOUNT":2}]}]"#)
        #expect(text.hasPrefix("block 2, a table: " + sentence), "\(text)")
    }

    @Test("A field counts as there if any row has it, even as null")
    func rareField() throws {
        _ = try blocks(#"[{"block":"table","columns":[{"field":"A"}],"rows":[{"B":1},{"A":null}]}]"#)
    }
}
