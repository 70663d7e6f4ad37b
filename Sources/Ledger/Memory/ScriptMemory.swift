import GRDB

/// What one script keeps from run to run on one portal: values under keys.
public struct StoredMemory: Sendable {
    /// The most bytes of a key, in UTF-8.
    public static let longestKey = 255
    /// The most bytes of a value.
    public static let largestValue = 1_048_576
    /// The most keys of a script on one portal.
    public static let mostKeys = 100_000

    let ledger: Ledger
    let portal: String
    let script: String

    /// The value of a key; nil if there is none, or it has expired.
    public func value(_ key: String, now: Stamp) async throws(LedgerError) -> [UInt8]? {
        try await ledger.read { [self] db in try find(key, now, in: db) }
    }

    /// Keeps a value in place of an earlier one, for ever or until `expires`.
    public func set(_ key: String, _ value: [UInt8], expires: Stamp? = nil, now: Stamp) async throws(LedgerError) {
        try await ledger.write { [self] db in try put(key, value, expires, now, in: db) }
    }

    /// Keeps a value if the key has none, and returns whether it had none: true for the first who asks, and never again
    /// before it expires.
    public func once(
        _ key: String, _ value: [UInt8] = [], expires: Stamp? = nil, now: Stamp
    ) async throws(LedgerError) -> Bool {
        try await ledger.write { [self] db in
            guard try find(key, now, in: db) == nil else { return false }
            try put(key, value, expires, now, in: db)
            return true
        }
    }

    /// Adds to the whole number that a key has as decimal text, 0 if it has none, and returns the sum. When it expires
    /// stays as it is, unless `expires` says another moment.
    public func increment(
        _ key: String, by amount: Int = 1, expires: Stamp? = nil, now: Stamp
    ) async throws(LedgerError) -> Int {
        try await ledger.write { [self] db in
            let old = try find(key, now, in: db)
            guard let number = old.map({ Int(String(decoding: $0, as: UTF8.self)) }) ?? 0 else {
                throw LedgerError.refused(
                    "The memory of \(script) has no whole number under “\(key)”; remove that key, or count another one."
                )
            }
            let (sum, overflow) = number.addingReportingOverflow(amount)
            guard !overflow else {
                throw LedgerError.refused("The number under “\(key)” in the memory of \(script) can't get any larger.")
            }
            var until = expires
            if until == nil, old != nil {
                until = try db.row(
                    "SELECT expires FROM memory WHERE portal = ? AND script = ? AND key = ?", place(key))?
                    .stamp("expires")
            }
            try put(key, Array(String(sum).utf8), until, now, in: db)
            return sum
        }
    }

    /// The keys that begin with `prefix`, in the order of their bytes.
    public func keys(prefix: String = "", most: Int = mostKeys, now: Stamp) async throws(LedgerError) -> [String] {
        try await ledger.read { [self] db in
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT key FROM memory WHERE portal = ? AND script = ? AND key >= ?
                        AND substr(key, 1, length(?)) = ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?
                        """),
                arguments: [portal, script, prefix, prefix, prefix, now.milliseconds, max(0, most)])
        }
    }

    /// Removes a key; returns whether there was one.
    @discardableResult
    public func remove(_ key: String) async throws(LedgerError) -> Bool {
        try await ledger.write { [self] db in
            try db.changes("DELETE FROM memory WHERE portal = ? AND script = ? AND key = ?", place(key))
        }
    }

    func place(_ key: String) -> StatementArguments { [portal, script, key] }
}

extension Ledger {
    /// What a script keeps on a portal.
    public func memory(portal: String, script: String) -> StoredMemory {
        StoredMemory(ledger: self, portal: portal, script: script)
    }
}
