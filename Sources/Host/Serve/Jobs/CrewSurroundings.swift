import Ledger

/// What a crew needs to know, and whom it tells of its work.
protocol CrewSurroundings: Sendable {
    /// How many jobs of each script may run.
    func limits() async -> JobLimits
    /// A script; nil if there is none of that name.
    func script(_ name: String) async -> ServedScript?
    /// A portal; nil if there is none of that name.
    func portal(_ name: String) -> ServedPortal?
    /// A run begins.
    func begins(_ claim: Claim) async
    /// A run has ended, which is recorded.
    func ended(_ claim: Claim, _ outcome: JobOutcome) async
    /// Another program has changed the ledger.
    func ledgerChanged() async
    /// The ledger can't do what it should.
    func disturbed(_ error: LedgerError) async
}
