import Synchronization
import Testing

/// Those who post events one after the other until they are told to end.
final class Posters: Sendable {
    private let isOver = Mutex(false)
    private let port: Int

    init(port: Int) { self.port = port }

    func end() { isOver.withLock { $0 = true } }

    /// Posts events of items from a number on; returns how many there were.
    func post(from first: Int) async throws -> Int {
        var count = 0
        while !isOver.withLock({ $0 }) {
            let status = try await ServedWorkspace.post("ONCRMDEALADD", id: first + count, at: 1, to: port)
            #expect(status == 200)
            count += 1
        }
        return count
    }
}
