/// Who knows how the program is.
public protocol OperationsDesk: Sendable {
    /// Why no work can be taken at the moment, one sentence each; empty if it can.
    func readiness() async -> [String]

    /// What is measured only when somebody asks.
    func gauges() async -> [MetricSample]
}
