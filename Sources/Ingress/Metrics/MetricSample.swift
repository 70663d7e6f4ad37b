/// A gauge's value at one moment.
public struct MetricSample: Hashable, Sendable {
    /// The name as Prometheus shows it, such as `lunokhod_jobs_waiting`.
    public var name: String

    /// What is measured, in one sentence; nil if the name says it.
    public var help: String?

    /// What distinguishes it from other values of the name.
    public var labels: [MetricLabel]

    /// The value.
    public var value: Double

    /// A value with its labels, of which each is a name and a text.
    public init(_ name: String, help: String? = nil, labels: [(String, String)] = [], value: Double) {
        self.name = name
        self.help = help
        self.labels = labels.map { MetricLabel(name: $0.0, value: $0.1) }
        self.value = value
    }
}

/// A name and a text that distinguish a value from others of the same metric.
public struct MetricLabel: Hashable, Sendable {
    /// The label's name.
    public var name: String

    /// Its text, which may be anything.
    public var value: String

    /// A label.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
