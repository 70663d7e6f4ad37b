import JSON
import Testing

@testable import Bitrix24

@Suite struct ValueCheckTests {
    private func check(_ line: String) -> ValueCheck { ValueCheck(ParameterFacts(FactLine(Substring(line)))) }

    private struct Case: CustomTestStringConvertible, Sendable {
        let line: String
        let right: JSONValue
        let wrong: JSONValue
        var testDescription: String { line }
    }

    private static let cases: [Case] = [
        Case(
            line: "x:integer", right: [1, "17", "", 2.0, .null, "$result[a]"],
            wrong: ["abc", [1], [:], true, 1.5]),
        Case(line: "x:double", right: [1, 1.5, "1000.00", ""], wrong: ["много", [:], []]),
        Case(line: "x:boolean", right: [true, "Y", "n", "1", 0, "false", ""], wrong: ["sometimes", 7, [:]]),
        Case(line: "x:char", right: ["Y", true, 1], wrong: [[], [:]]),
        Case(line: "x:string", right: ["a", 1, 2.5, true], wrong: [["a"], ["a": 1]]),
        Case(line: "x:array", right: [[1], ["a": 1], "", false], wrong: [5, "a"]),
        Case(line: "x:crm_contact[]", right: [[1, 2], []], wrong: [5, "a"]),
        Case(line: "x:object", right: [["a": 1], [], ""], wrong: [5, "a", true]),
        Case(line: "x:datetime", right: ["2026-11-25", 1_800_000_000], wrong: [true, []]),
        Case(line: "x:file", right: [["a", "b"], "text", 5, ["id": 1]], wrong: []),
        Case(line: "x:string/object", right: ["a", [:]], wrong: []),
        Case(line: "x:", right: ["a", [:], 5, true], wrong: []),
    ]

    @Test("the forms that the portal takes pass, others are told", arguments: cases)
    private func types(sample: Case) {
        let check = check(sample.line)
        for value in sample.right.array ?? [] { #expect(check.mismatch(value) == nil, "\(value)") }
        for value in sample.wrong.array ?? [] { #expect(check.mismatch(value) != nil, "\(value)") }
    }

    @Test("flags are compared by what they mean, other values by their text, letter case aside")
    func choices() {
        let flag = check("x:char|e:Y,N")
        for value: JSONValue in ["Y", "n", true, 1, "0", ""] { #expect(flag.wrongChoice(value) == nil, "\(value)") }
        #expect(flag.wrongChoice("maybe") == "maybe")
        let number = check("x:integer|e:1,2,3")
        #expect(number.wrongChoice(2) == nil && number.wrongChoice("3") == nil && number.wrongChoice([1, 2]) == nil)
        #expect(number.wrongChoice(4) == "4" && number.wrongChoice([1, 9]) == "9")
        let word = check("x:string|e:text,image,audio")
        #expect(word.wrongChoice("IMAGE") == nil)
        #expect(word.wrongChoice("imgae") == "imgae")
        #expect(word.rightChoices(for: "imgae") == "did you mean 'image'?")
        #expect(word.rightChoices(for: "video") == "it takes 'text', 'image', 'audio'")
    }
}
