import EditorTypes

/// The files of a portal that nothing is known of, made and taken apart once for all tests.
enum TypeFiles {
    static let documented = EditorTypes.files()
    static let lines = documented.flatMap { split($0.text) }
    static let distinctLines = Set(lines)

    /// The declarations: lines without blank ones between them.
    private static let blocks = lines.split { $0.isEmpty }

    private static let byFunction = Dictionary(
        blocks.compactMap { block in
            block.last.flatMap {
                $0.hasPrefix("function ") ? ($0.dropFirst(9).prefix { $0 != "(" }, Array(block)) : nil
            }
        }, uniquingKeysWith: { first, _ in first })

    private static let byClass = Dictionary(
        blocks.compactMap { block in
            block.first.flatMap { $0.hasPrefix("---@class ") ? ($0.dropFirst(10), Array(block.dropFirst())) : nil }
        }, uniquingKeysWith: { first, _ in first })

    /// The lines below the name of a class.
    static func fields(of name: String) -> [Substring] { byClass[Substring(name)] ?? [] }

    /// A function with what stands above it.
    static func block(_ function: String) -> [Substring] { byFunction[Substring(function)] ?? [] }

    /// The text of a file.
    static func text(_ name: String) -> String { documented.first { $0.name == name }?.text ?? "" }

    /// Lines, without the slowness of Unicode's.
    private static func split(_ text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
