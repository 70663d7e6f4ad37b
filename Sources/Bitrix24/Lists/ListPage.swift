import JSON

/// Some items of a list, in their order.
public struct ListPage: Sendable {
    /// The items as a JSON array.
    public internal(set) var items: [UInt8]
    /// How many they are.
    public internal(set) var count: Int
    /// Whether the list ends with them.
    public internal(set) var isLast = false
    /// How much of the list has been read, 0 to 1; nil if that isn't known.
    public internal(set) var progress: Double?
    /// Something to tell whoever reads the list, once.
    public internal(set) var note: String?
    /// Why the list may have ended before its end; nil if it did not.
    public internal(set) var partial: String?

    /// A page without items.
    init() {
        items = []
        count = 0
    }
}

/// Puts the items of several answers together to one page.
struct PageWriter {
    private var items: [UInt8] = [UInt8(ascii: "[")]
    private(set) var count = 0

    init(capacity: Int) { items.reserveCapacity(capacity) }

    /// Adds the items of a list, byte by byte as they came. PHP sends a list with gaps as an object: its members are
    /// the items then.
    mutating func add(_ list: ListInReply) {
        guard list.count > 0 else { return }
        if count > 0 { items.append(UInt8(ascii: ",")) }
        if list.isArray {
            items.append(contentsOf: list.reply.bytes[list.range].dropFirst().dropLast())
        } else {
            for (position, id) in list.reply.outline.children(of: list.id).enumerated() {
                if position > 0 { items.append(UInt8(ascii: ",")) }
                items.append(contentsOf: list.reply.bytes[list.reply.outline[id].range])
            }
        }
        count += list.count
    }

    /// The page.
    consuming func page() -> ListPage {
        items.append(UInt8(ascii: "]"))
        var page = ListPage()
        page.items = items
        page.count = count
        return page
    }
}
