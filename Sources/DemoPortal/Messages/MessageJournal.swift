/// The messages of the portal in their order.
struct MessageJournal: Sendable {
    private(set) var messages: [DemoMessage] = []
    private var nextID = 1

    /// Adds a message and tells its number. A notice takes the place of those that one application gave the same tag.
    mutating func add(
        _ kind: DemoMessage.Kind, to dialog: String, from author: Int?, _ text: String, tag: String? = nil
    ) -> Int {
        if let tag { messages.removeAll { $0.tag == tag } }
        let id = nextID
        nextID += 1
        messages.append(DemoMessage(id: id, kind: kind, dialog: dialog, author: author, text: text, tag: tag))
        return id
    }
}
