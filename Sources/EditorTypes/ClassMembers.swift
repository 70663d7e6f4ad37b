/// The fields of a class as annotations.
struct ClassMembers {
    private(set) var lines: [String] = []
    private var names: Set<String> = []
    private var isOpen = false

    var isEmpty: Bool { lines.isEmpty && !isOpen }

    /// Adds a field. A name that ends in `*` or is `<any>` lets in all others.
    mutating func add(_ name: String, type: String, isOptional: Bool = false, remark: String = "") {
        if name == "[]" {
            lines.append("---@field [integer] \(type)\(LuaText.remark(remark))")
        } else if name.hasSuffix("*") || name.hasPrefix("<") || name.isEmpty {
            isOpen = true
        } else if names.insert(name).inserted {
            lines.append("---@field \(LuaText.key(name))\(isOptional ? "?" : "") \(type)\(LuaText.remark(remark))")
        }
    }

    /// Adds the next of arguments that are told apart by their places.
    mutating func add(at place: Int, _ name: String, type: String, isOptional: Bool) {
        lines.append("---@field [\(place)]\(isOptional ? "?" : "") \(type)\(LuaText.remark(name))")
    }

    /// Adds a field whose name is a title that people chose.
    mutating func add(title: String, type: String) {
        if names.insert(title).inserted { lines.append("---@field [\(LuaText.quoted(title))] \(type)") }
    }

    /// Lets in all other names.
    mutating func open() { isOpen = true }

    /// The class with these fields.
    func declaration(of name: String, note: String = "") -> String {
        "---@class \(name)\(LuaText.remark(note))\n" + content
    }

    /// The fields without the class's name: equal classes have equal contents.
    var content: String {
        (isOpen ? lines + ["---@field [string] any"] : lines).map { $0 + "\n" }.joined()
    }
}
