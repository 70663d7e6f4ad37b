/// The names that methods' names begin with.
struct Namespaces {
    private var paths: Set<[String]> = []

    /// - Parameter methods: the ways to methods, each from `b24` on.
    init(_ methods: [[String]]) {
        for path in methods {
            for count in 2..<max(path.count, 2) { paths.insert(Array(path.prefix(count))) }
        }
    }

    /// Whether the names of some methods begin so.
    func contains(_ path: [String]) -> Bool { paths.contains(path) }

    /// A class and a table for each, those that hold others first.
    /// - Parameter names: names with dots that are declared elsewhere, being methods, too.
    func declarations(except names: Set<String>) -> [(path: [String], texts: [String])] {
        paths.sorted { $0.lexicographicallyPrecedes($1) }
            .filter { $0 != ["b24", "v3"] && !names.contains($0.joined(separator: ".")) }
            .map { path in
                let place = path[0] + path.dropFirst().map(LuaText.access).joined()
                return (path, ["---@class \(LuaText.className(path.joined(separator: ".")))\n\(place) = {}\n"])
            }
    }
}
