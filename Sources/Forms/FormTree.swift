/// The values of a form while it is read: places that are numbers, so that setting one copies nothing.
struct FormTree {
    private struct Node {
        var text = ""
        var names: [String] = []
        var children: [Int] = []
        /// Children by name, kept for big groups only.
        var places: [String: Int] = [:]
        var nextNumber = 0
        var isGroup = false
        /// Whether the names are 0, 1, 2 … so far.
        var isList = true
    }

    /// The outermost group.
    static let root = 0
    private static let small = 16

    private var nodes = [Node()]

    /// Makes a place a text; what it had of children is lost.
    mutating func set(_ node: Int, to text: String) {
        if nodes[node].isGroup { nodes[node] = Node() }
        nodes[node].text = text
    }

    /// The child of that name, made if there is none; without a name that of the next free number.
    mutating func child(_ step: String?, of parent: Int) -> Int {
        nodes[parent].isGroup = true
        let name = step ?? String(nodes[parent].nextNumber)
        if let child = find(name, in: parent) { return child }
        let child = nodes.count
        nodes.append(Node())
        let count = nodes[parent].names.count
        if let number = FormTree.number(name) {
            if number >= nodes[parent].nextNumber, number < .max { nodes[parent].nextNumber = number + 1 }
            if number != count { nodes[parent].isList = false }
        } else {
            nodes[parent].isList = false
        }
        nodes[parent].names.append(name)
        nodes[parent].children.append(child)
        if count + 1 == FormTree.small {
            for (place, name) in nodes[parent].names.enumerated() {
                nodes[parent].places[name] = nodes[parent].children[place]
            }
        } else if count >= FormTree.small {
            nodes[parent].places[name] = child
        }
        return child
    }

    private func find(_ name: String, in parent: Int) -> Int? {
        if nodes[parent].names.count >= FormTree.small { return nodes[parent].places[name] }
        return nodes[parent].names.firstIndex(of: name).map { nodes[parent].children[$0] }
    }

    /// The number that PHP makes of a name: digits without a zero before them; nil if it stays a text.
    private static func number(_ name: String) -> Int? {
        guard let first = name.utf8.first, (0x30...0x39).contains(first) else { return nil }
        if first == 0x30 { return name.utf8.count == 1 ? 0 : nil }
        return Int(name)
    }

    /// The whole as a value; the outermost group is a map, whatever its names.
    func value() -> FormValue {
        .map(FormMap(names: nodes[FormTree.root].names, values: nodes[FormTree.root].children.map(value)))
    }

    private func value(_ node: Int) -> FormValue {
        guard nodes[node].isGroup else { return .text(nodes[node].text) }
        let values = nodes[node].children.map(value)
        return nodes[node].isList ? .list(values) : .map(FormMap(names: nodes[node].names, values: values))
    }
}
