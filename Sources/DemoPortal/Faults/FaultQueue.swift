/// Decides what goes wrong with the next request: what was ordered, else what chance brings.
struct FaultQueue: Sendable {
    private let shares: [(fault: DemoFault, share: Double)]
    private var random: RandomSource
    private var ordered: ArraySlice<DemoFault> = []

    init(_ faults: DemoFaults) {
        // In a fixed order: that of a dictionary changes from run to run.
        shares = DemoFault.allCases.compactMap { fault in faults.shares[fault].map { (fault, $0) } }
        random = RandomSource(seed: faults.seed, stream: "faults")
    }

    /// Orders faults for the next requests, one each.
    mutating func order(_ faults: [DemoFault]) { ordered += faults }

    /// The fault of a request.
    mutating func next() -> DemoFault {
        if let fault = ordered.popFirst() { return fault }
        guard !shares.isEmpty else { return .none }
        var left = random.unit()
        for (fault, share) in shares {
            left -= share
            if left < 0 { return fault }
        }
        return .none
    }
}
