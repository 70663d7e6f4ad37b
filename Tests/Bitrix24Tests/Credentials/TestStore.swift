@testable import Bitrix24

/// Keeps tokens in memory as one that several programs share does: one of them renews at a time. It notes what it
/// keeps, and fails where a test says so.
actor TestStore: TokenStore {
    /// Why tokens could not be kept.
    struct Failure: Error, CustomStringConvertible {
        let description = "no space is left"
    }

    private(set) var kept: ApplicationToken?
    private let notes: Notes<String>
    private var failures = 0
    private var isLocked = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ token: ApplicationToken?, notes: Notes<String> = Notes()) { (kept, self.notes) = (token, notes) }

    /// The next pair can't be kept.
    func failNext() { failures += 1 }

    /// What it keeps is gone, or something else.
    func put(_ token: ApplicationToken?) { kept = token }

    func token() async throws -> ApplicationToken? { kept }

    func replace(
        _ renew: @Sendable (ApplicationToken?) async throws -> ApplicationToken
    ) async throws -> ApplicationToken {
        await lock()
        defer { unlock() }
        let new = try await renew(kept)
        guard failures == 0 else {
            failures -= 1
            throw Failure()
        }
        kept = new
        notes.add("kept \(new.access)")
        return new
    }

    private func lock() async {
        guard isLocked else { return isLocked = true }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func unlock() {
        guard !waiting.isEmpty else { return isLocked = false }
        waiting.removeFirst().resume()
    }
}
