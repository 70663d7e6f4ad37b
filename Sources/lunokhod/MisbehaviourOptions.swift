import ArgumentParser
import DemoPortal

/// The options that make the demo portal behave as a busy, broken or moved one.
struct MisbehaviourOptions: ParsableArguments {
    /// The limits that plans of the vendor's cloud have.
    enum Plan: String, ExpressibleByArgument, CaseIterable {
        case standard, enterprise
    }

    @Option(help: "The limits of a plan; none if left out.")
    var limits: Plan?

    @Option(help: "How many requests a second are allowed in the long run; goes with --capacity.")
    var rate: Double?

    @Option(help: "How many requests are allowed at once; goes with --rate.")
    var capacity: Int?

    @Option(help: "How many milliseconds each command takes.")
    var latency: Double?

    @Option(help: "How many milliseconds a list takes for each thousand records that it counts.")
    var countLatency: Double?

    @Option(help: "How many percent of the requests go wrong in each of \(DemoFaults(every: 0).shares.count) ways.")
    var faults: Double?

    @Option(help: "The same number makes the same faults and --churn.")
    var faultSeed: UInt64 = 1

    @Option(help: "The address that all requests are redirected to, such as http://127.0.0.1:8080.")
    var movedTo: String?

    @Option(help: "Delete and add some deals before each N-th list that is read.")
    var churn: Int?

    func validate() throws {
        guard (rate == nil) == (capacity == nil) else { throw ValidationError("--rate and --capacity go together") }
        guard limits == nil || rate == nil else {
            throw ValidationError("use either --limits or --rate and --capacity")
        }
        guard rate.map({ $0 > 0 && $0.isFinite }) ?? true else { throw ValidationError("--rate is a number above 0") }
        guard capacity.map({ $0 > 0 }) ?? true else { throw ValidationError("--capacity is a number above 0") }
        for (name, value) in [("latency", latency), ("count-latency", countLatency)] {
            guard value.map({ (0...600_000).contains($0) }) ?? true else {
                throw ValidationError("--\(name) is a number of milliseconds from 0 to 600000")
            }
        }
        guard faults.map({ (0...9).contains($0) }) ?? true else {
            throw ValidationError("--faults is a number of percent from 0 to 9, as each kind of fault gets as many")
        }
        guard churn.map({ $0 > 0 }) ?? true else { throw ValidationError("--churn is a number above 0") }
        guard movedTo.map({ $0.hasPrefix("http://") || $0.hasPrefix("https://") }) ?? true else {
            throw ValidationError("--moved-to is an address that begins with http:// or https://")
        }
    }

    func apply(to options: inout DemoPortalOptions) {
        switch limits {
        case .standard: options.limits = .standard
        case .enterprise: options.limits = .enterprise
        case nil: break
        }
        if let rate, let capacity { options.limits = DemoLimits(rate: rate, capacity: capacity) }
        if latency != nil || countLatency != nil {
            options.latency = DemoLatency(
                perCommand: (latency ?? 0) / 1_000, perThousandCounted: (countLatency ?? 0) / 1_000)
        }
        if let faults { options.faults = DemoFaults(seed: faultSeed, every: faults / 100) }
        options.movedTo = movedTo
        options.churn = churn.map { DemoChurn(every: $0, seed: faultSeed) }
    }
}
