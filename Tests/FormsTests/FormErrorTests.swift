import Forms
import Testing

@Suite("What is said of a form that is too big")
struct FormErrorTests {
    @Test("names the limit and the place")
    func sentences() {
        #expect(FormError.tooManyBytes(limit: 9).description.contains("9 bytes"))
        #expect(FormError.tooManyPairs(limit: 9).description.contains("9 parameters"))
        #expect(FormError.tooDeep(pair: 4, limit: 9).description.hasPrefix("Parameter 4"))
        #expect(FormError.nameTooLong(pair: 4, limit: 9).description.contains("parameter 4"))
    }
}
