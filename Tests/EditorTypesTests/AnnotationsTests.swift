import Testing

@Suite struct AnnotationsTests {
    @Test(
        "what the language server takes is read",
        arguments: [
            #"---@class (exact) a.b<T>: { [integer]: T }"#, #"---@field [1]? string # the field"#,
            #"---@field ["a \"b\" ]"] "x"|1|nil # text"#, "---@field all fun(self: a<T>, ...: string): T[], b?",
            "---@alias a string|(\"x\"|\"y\")[]", "---@param p? { a?: b, [\"c d\"]: table<string, e> }?",
            "---@overload fun(params?: table): integer", "---@deprecated use crm.item.add", "---| \"A\" # text",
            "---@return R[] results", "---@generic T: table, R", "---@operator call: T", "---Any text, @ inside.",
        ])
    func taken(line: String) throws { _ = try Annotations(line) }

    @Test(
        "what it would pass over is an error",
        arguments: [
            "---@class", "---@class a b", "---@field a", "---@field a-b", "---@field \"a\" string", "---@param string",
            "---@field a string|", "---@field a (string", "---@field a table<string", "---@field a \"x",
            "---@fields a b",
            "---@field a string and more", "--- @class a", "---@overload table", "---@field a { b string }",
            "---@return", "---|", "---@field [\"a] string", "---@alias", "---@field a fun(b: )",
        ])
    func refused(line: String) {
        #expect(throws: AnnotationScanner.Malformed.self) { try Annotations(line) }
    }

    @Test("the classes that are declared and referred to are known, types of a class's own are none")
    func names() throws {
        let annotations = try Annotations(
            "---@class a<T>: b\n---@field c fun(d: e<T>): T[]\n---@field [f] { g: h }\n\n---@alias i j\n---@field k T")
        #expect(annotations.classes == ["a"])
        #expect(annotations.aliases == ["i"])
        #expect(annotations.names == ["b", "e", "f", "h", "j", "T"])
    }
}
