/// The series of all metrics by their names and labels.
///
/// A name has one kind, that of its first series: a series of another kind can be written to but isn't shown. And it has
/// a limited number of series: those beyond it share one whose labels are `other`, as labels can come from outside.
struct MetricFamilies {
    enum Kind: String, Hashable, Sendable {
        case counter
        case gauge
        case histogram
    }

    struct Family {
        var kind: Kind
        var series: [[MetricLabel]: any MetricSeries] = [:]
    }

    private(set) var families: [String: Family] = [:]
    private let mostSeries: Int

    init(mostSeries: Int) { self.mostSeries = mostSeries }

    /// The series of these labels, made if there is none.
    mutating func series<Series: MetricSeries>(
        _ name: String, _ kind: Kind, labels: [(String, String)], make: () -> Series
    ) -> Series {
        guard families[name, default: Family(kind: kind)].kind == kind else { return make() }
        var labels = MetricFamilies.labels(labels)
        if let series = families[name]?.series[labels] { return series as? Series ?? make() }
        if let count = families[name]?.series.count, count >= mostSeries {
            labels = labels.map { MetricLabel(name: $0.name, value: "other") }
            if let series = families[name]?.series[labels] { return series as? Series ?? make() }
        }
        let series = make()
        families[name, default: Family(kind: kind)].series[labels] = series
        return series
    }

    mutating func remove(_ series: any MetricSeries) {
        for (name, family) in families {
            for (labels, candidate) in family.series where candidate === series {
                families[name]?.series[labels] = nil
                if families[name]?.series.isEmpty == true { families[name] = nil }
                return
            }
        }
    }

    /// In the order of their names, each name once: of two with one name the first counts.
    static func labels(_ dimensions: [(String, String)]) -> [MetricLabel] {
        var labels: [MetricLabel] = []
        for (name, value) in dimensions {
            let name = MetricName.label(name)
            if !labels.contains(where: { $0.name == name }) { labels.append(MetricLabel(name: name, value: value)) }
        }
        return labels.sorted { $0.name < $1.name }
    }
}
