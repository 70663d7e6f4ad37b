/// What was done to a record.
enum RecordChange: String, Hashable, Sendable {
    case add = "ADD"
    case update = "UPDATE"
    case delete = "DELETE"
}
