/// How many jobs may run at once.
public struct JobLimits: Sendable, Hashable {
    /// The most jobs of a script at once on one portal, by script.
    public var concurrency: [String: Int]
    /// The most jobs of each script that isn't named; 0 starts only those that are.
    public var standard: Int
    /// Scripts that nothing is started of.
    public var excluded: Set<String>

    /// Limits; without any, each script runs one job at a time.
    public init(concurrency: [String: Int] = [:], standard: Int = 1, excluded: Set<String> = []) {
        self.concurrency = concurrency
        self.standard = standard
        self.excluded = excluded
    }

    /// The most jobs of a script at once on one portal.
    public func most(of script: String) -> Int {
        excluded.contains(script) ? 0 : max(0, concurrency[script] ?? standard)
    }
}
