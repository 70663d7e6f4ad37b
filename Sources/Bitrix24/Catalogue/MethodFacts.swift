/// What is documented of one method.
public struct MethodFacts: Hashable, Sendable {
    /// Its name, such as `crm.deal.list`.
    public let name: String
    /// Whether it changes something. Reads that take something away, such as `event.offline.get`, count as writes.
    public let isWrite: Bool
    /// The scopes that allow it; one of several is enough. The scope `basic` is every webhook's;
    /// methods without any are in no scope.
    public let scopes: [String]
    /// How its list is read, if it lists.
    public let list: ListFacts?

    init(line: String) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        name = fields[0].split(separator: "@").first.map(String.init) ?? ""
        isWrite = fields[1] == "w"
        scopes = fields[2].split(separator: ",").map(String.init)
        list = fields.count > 3 ? ListFacts(fields: fields[3...].map { $0 }) : nil
    }
}
