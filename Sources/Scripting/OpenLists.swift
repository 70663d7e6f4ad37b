import Bitrix24
import JSON

/// The lists that a script is reading. A loop that is left by `break` is never heard of again, so only the newest lists
/// are kept: what an older one has read ahead would stay in memory for ever.
struct OpenLists {
    /// A list, and what its items are.
    struct Entry {
        let list: PortalList
        let call: PortalCall
        let item: JSONShape
    }

    /// How many are kept.
    static let most = 256

    private var lists: [Int: Entry] = [:]
    private var count = 0

    /// Takes a list in; returns its number.
    mutating func open(_ list: PortalList, of call: PortalCall, item: JSONShape = .any) -> Int {
        count += 1
        lists[count] = Entry(list: list, call: call, item: item)
        lists[count - Self.most] = nil
        return count
    }

    /// The list of that number; nil if it has been read to its end.
    ///
    /// - Throws: if it had to be forgotten.
    func list(_ number: Int) throws(HostCallFailure) -> Entry? {
        if let list = lists[number] { return list }
        guard number > count - Self.most else {
            throw HostCallFailure(
                code: "LIST",
                message: "this list was left unread while \(Self.most) others were opened; read it with :all() first")
        }
        return nil
    }

    /// Forgets a list that has ended.
    mutating func close(_ number: Int) { lists[number] = nil }
}
