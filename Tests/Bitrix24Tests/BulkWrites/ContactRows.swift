import DemoPortal
import JSON
import Synchronization

@testable import Bitrix24

/// Contacts to be added, whose names tell the rows.
struct ContactRows: AsyncSequence, Sendable {
    typealias Element = BulkRow

    let keys: [String]
    /// How many were read.
    let read = Counter()
    /// What a row's contact is made of.
    var fields: @Sendable (String) -> JSONValue = { ["NAME": .string($0)] }

    init(_ keys: [String]) { self.keys = keys }

    init(count: Int) { self.init((0..<count).map { "row \($0)" }) }

    struct Iterator: AsyncIteratorProtocol {
        var keys: ArraySlice<String>
        let rows: ContactRows

        mutating func next() async -> BulkRow? {
            guard let key = keys.popFirst() else { return nil }
            rows.read.add(1)
            return BulkRow(key: key, call: PortalCall("crm.contact.add", ["fields": rows.fields(key)]))
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(keys: keys[...], rows: self) }
}

/// A number that many may add to.
final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func add(_ difference: Int) { number.withLock { $0 += difference } }
}

/// What was told of rows.
final class Told: Sendable {
    private let outcomes = Mutex<[(key: String, outcome: BulkOutcome)]>([])

    var all: [(key: String, outcome: BulkOutcome)] { outcomes.withLock { $0 } }
    /// The keys that came to an end that `matches`.
    func keys(where matches: (BulkOutcome) -> Bool) -> [String] { all.filter { matches($0.outcome) }.map(\.key) }

    func add(_ row: BulkRow, _ outcome: BulkOutcome) { outcomes.withLock { $0.append((row.key, outcome)) } }
}

extension DemoPortal {
    /// The names of the contacts that were added, in the order of execution.
    var addedContacts: [String] {
        executed.filter { $0.method == "crm.contact.add" }.compactMap { $0.parameters["fields"]?["NAME"]?.string }
    }
}

extension BulkOutcome {
    var isDone: Bool { if case .done = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }
    var isUnknown: Bool { if case .unknown = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
}
