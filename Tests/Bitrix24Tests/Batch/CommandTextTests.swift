import DemoPortal
import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct CommandTextTests {
    private func text(_ method: String, _ parameters: JSONValue) -> Result<String, CommandText.Obstacle> {
        do throws(CommandText.Obstacle) {
            return .success(try CommandText(PortalCall(method, parameters)).text)
        } catch {
            return .failure(error)
        }
    }

    @Test("parameters are nested in PHP's way, with keys and values percent-encoded")
    func nesting() {
        #expect(text("user.current", [:]) == .success("user.current"))
        #expect(
            text("crm.deal.list", ["filter": [">ID": 5, "STAGE_ID": ["C1:WON", "LOSE"]], "select": ["ID"]])
                == .success(
                    "crm.deal.list?filter[%3EID]=5&filter[STAGE_ID][0]=C1%3AWON&filter[STAGE_ID][1]=LOSE&select[0]=ID"))
        #expect(
            text("crm.deal.add", ["fields": ["TITLE": "Стол & стул=1", "OPENED": true, "SUM": 1.5]])
                == .success(
                    "crm.deal.add?fields[TITLE]=%D0%A1%D1%82%D0%BE%D0%BB%20%26%20%D1%81%D1%82%D1%83%D0%BB%3D1"
                        + "&fields[OPENED]=1&fields[SUM]=1.5"))
    }

    @Test("what a query can't say is not put into a batch")
    func obstacles() {
        #expect(text("crm.deal.update", ["fields": ["A": nil]]) == .failure(.null))
        #expect(text("task.item.list", [[:], 1]) == .failure(.positional))
        #expect(text("crm.deal.add", ["fields": ["UF_LIST": []]]) == .failure(.empty))
        #expect(text("crm.deal.list", ["filter": [:]]) == .success("crm.deal.list"))
        #expect(text("crm.deal.add", ["fields": ["TITLE": "$result[x]"]]) == .failure(.reference))
        let long = JSONValue.string(String(repeating: "x", count: 9_000))
        #expect(text("crm.deal.add", ["fields": ["TITLE": long]]) == .failure(.tooLong))
    }

    @Test("the portal reads from a batch what it reads from a body, whatever the parameters", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let portal = Self.portal
        let title = Self.text(&random)
        let body = portal.answer("crm.deal.add", ["fields": ["TITLE": .string(title), "OPPORTUNITY": 7]])
        let command = try CommandText(
            PortalCall("crm.deal.add", ["fields": ["TITLE": .string(title), "OPPORTUNITY": 7]])
        ).text
        let batch = portal.answer("batch", ["cmd": ["a": .string(command)]])
        let first = try #require(try JSONValue(parsing: body.body)["result"]?.integer)
        let second = try #require(try JSONValue(parsing: batch.body)["result"]?["result"]?["a"]?.integer)
        let titles = try [first, second].map { id in
            try JSONValue(parsing: portal.answer("crm.deal.get", ["id": .integer(id)]).body)["result"]?["TITLE"]?.string
        }
        #expect(titles == [title, title])
    }

    private static let portal: DemoPortal = {
        var options = DemoPortalOptions(seed: 1)
        options.deals = 10
        return DemoPortal(options: options)
    }()

    private static func text(_ random: inout SeededRandom) -> String {
        let signs = Array("abc &=?[]%+#\"'\\/<>ЖёЯ…😀\t;:,$")
        return "x"
            + String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    signs[Int.random(in: 0..<signs.count, using: &random)]
                }) + "x"
    }
}
