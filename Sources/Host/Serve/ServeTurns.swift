/// Decides what becomes of the signals that `serve` gets, whenever they come. A stop goes before everything else, and
/// settings are read again only while they are in use, one reading after the other.
struct ServeTurns: Hashable, Sendable {
    /// What is to be done now.
    enum Step: Hashable, Sendable {
        /// Nothing, or nothing yet.
        case wait
        /// No more work is taken, and the program ends.
        case stop
        /// The jobs that run are ended at once.
        case hurry
        /// Everything is read again.
        case reload
    }

    /// Whether the program ends.
    private(set) var isStopping = false
    /// Whether work is taken.
    private(set) var isOpen = false
    private var isReloading = false
    private var isReloadWanted = false

    /// The program is told to end. Whoever tells it again doesn't want to wait for the jobs that run.
    mutating func toldToStop() -> Step {
        guard !isStopping else { return .hurry }
        isStopping = true
        return .stop
    }

    /// The program is told to read everything again; however often it is told before it can, that is once.
    mutating func toldToReload() -> Step {
        isReloadWanted = true
        return next()
    }

    /// Work is taken.
    mutating func opened() -> Step {
        isOpen = true
        return next()
    }

    /// No work is taken any more, or not yet.
    mutating func closed() { isOpen = false }

    /// Everything was read again.
    mutating func reloaded() -> Step {
        isReloading = false
        return next()
    }

    private mutating func next() -> Step {
        guard isOpen, isReloadWanted, !isReloading, !isStopping else { return .wait }
        (isReloadWanted, isReloading) = (false, true)
        return .reload
    }
}
