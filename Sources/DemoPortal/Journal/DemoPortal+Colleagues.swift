import Synchronization

extension DemoPortal {
    /// Lets other people work until it is cancelled.
    ///
    /// - Parameter rate: how many changes they make in a second; above 0
    func letColleaguesWork(_ rate: Double) async {
        var colleagues = Colleagues(seed: options.seed)
        var next = ContinuousClock.now
        while true {
            next += .seconds(1 / rate)
            do { try await Task.sleep(until: next, clock: .continuous) } catch { return }
            state.withLock { state in
                if let change = colleagues.next(state[.deal]) { state.carryOut(change) }
            }
            ringBell()
        }
    }
}
