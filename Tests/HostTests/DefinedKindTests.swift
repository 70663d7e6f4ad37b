import Scripting
import Testing

@testable import Host

@Suite("What a script would define, by its text")
struct DefinedKindTests {
    private func kind(_ text: String) -> Definition.Kind? { DefinedKind.find(in: Array(text.utf8)) }

    @Test func `it is what the script returns`() {
        #expect(kind("local a = 1\nreturn handler { on = {} }") == .handler)
        #expect(kind("return\treport{\n}\r\n") == .report)
        #expect(kind("return job(options)") == .job)
    }

    @Test func `other words, comments and names that begin so are none`() {
        #expect(kind("print('x')") == nil)
        #expect(kind("-- return handler { }") == nil)
        #expect(kind("return handlers") == nil)
        #expect(kind("returned handler") == nil)
        #expect(kind("return") == nil)
        #expect(kind("  return report { }") == nil)
        #expect(kind("return report") == nil)
        #expect(kind("return report, job { }") == nil)
        #expect(kind("") == nil)
        #expect(kind("return \u{44F} handler") == nil)
    }
}
