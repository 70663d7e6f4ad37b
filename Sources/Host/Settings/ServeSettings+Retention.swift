import Ledger

extension ServeSettings.Keeping {
    /// The same as the ledger counts it, by whole days: a part of a day is kept to its end.
    var retention: Retention {
        var retention = Retention()
        retention.events = Int(events.rounded(.up))
        retention.finished = Int(runs.rounded(.up))
        retention.failed = Int(failures.rounded(.up))
        return retention
    }
}
