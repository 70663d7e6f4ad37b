import JSON
import Scripting

/// Why a script can't be loaded.
struct LoadFailure: Hashable, Sendable {
    /// One sentence, with the line if there is one.
    let reason: String
    /// After how many seconds it may go well with the same text; nil if only another text helps.
    let again: Double?

    /// A portal that is away is back soon; what somebody has to put right in the portal or on the machine takes longer.
    private static let (soon, later) = (30.0, 600.0)
    /// A machine that was too busy isn't for long; a script that goes on for ever must not keep it busy.
    private static let busy = 120.0

    init(_ reason: String, again: Double? = nil) { (self.reason, self.again) = (reason, again) }

    /// A script has failed while it was loaded.
    init(_ failure: ScriptFailure) {
        reason = (failure.line.map { "line \($0): " } ?? "") + failure.message
        let hasCode = failure.error?["code"]?.string != nil
        switch RunFailure(failure).kind {
        case .passing where hasCode, .credential: again = Self.soon
        // The host has refused what it was asked, such as a title that the portal may get yet.
        case _ where hasCode: again = Self.later
        // Where no line is at fault the sandbox is.
        default: again = failure.line == nil ? Self.later : nil
        }
    }

    /// It takes too long.
    ///
    /// - Parameter waits: whether it waits for what titles stand for on the portal.
    init(notLoadedAfter seconds: Double, waitingForTitles waits: Bool) {
        let time = "after \(Int(seconds)) s"
        reason = waits ? "the portal hasn't said \(time) what its titles stand for" : "it was not loaded \(time)"
        again = waits ? Self.soon : Self.busy
    }

    /// A sandbox can't be used.
    init(_ error: any Error) { self.init("\(error)", again: Self.later) }
}
