/// What a sweep removes, table by table. Each statement removes the next few rows that nobody needs, so that writers
/// wait only for a small part of the work.
struct Sweep {
    /// Rows that one transaction removes.
    static let portion = 500

    let retention: Retention
    let now: Stamp

    /// The moment so many days ago.
    func before(days: Int) -> Int {
        now.adding(seconds: -86_400 * Double(max(0, days))).milliseconds
    }

    /// Jobs that ended long ago; those that failed may stay longer.
    static let jobs = """
        SELECT id FROM job WHERE id > ? AND (
            (state IN ('done', 'cancelled') AND (finished < ? OR id <= ?))
            OR (state IN ('dead', 'interrupted', 'stopped') AND finished < ?))
        ORDER BY id LIMIT ?
        """

    /// Events that are old; those of a job that isn't done stay, as it may still run.
    static let events = """
        SELECT id FROM event WHERE id > ? AND (at < ? OR id <= ?)
        AND NOT EXISTS (SELECT 1 FROM job_event JOIN job ON job.id = job_event.job
            WHERE job_event.event = event.id AND job.state <> 'done')
        ORDER BY id LIMIT ?
        """

    /// The number of the row that is one too many, counted from the newest.
    static func surplus(of table: String) -> String {
        "SELECT id FROM \(table) ORDER BY id DESC LIMIT 1 OFFSET ?"
    }
}
