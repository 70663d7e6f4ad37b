/// A way by which people are told.
public protocol AlertChannel: Sendable {
    /// What it is called in the log and in the settings; harmless.
    var name: String { get }
    /// Sends a message, once; who calls it decides about another try.
    func send(_ message: AlertMessage) async throws(AlertFailure)
}

/// A message was not sent.
public struct AlertFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The channel's name.
    public let channel: String
    /// What is in the way and what to do; one clause without secrets and control characters.
    public let reason: String

    /// A failure. `secrets` are taken out of the reason wherever they are in it.
    public init(channel: String, reason: String, secrets: [String] = []) {
        self.channel = channel
        // Made harmless first: an invisible sign in the middle of a secret would hide it from the search.
        var bytes = Array(HarmlessText.line(reason, most: 10_000).utf8)
        // Longest first, so that a part of a secret doesn't break the whole apart.
        let all = secrets + secrets.map { HarmlessText.line($0, most: 10_000) }
        for secret in all.sorted(by: { $0.utf8.count > $1.utf8.count }) where !secret.isEmpty {
            // Bytes and not characters: an accent behind a secret makes another character of its end.
            let pieces = bytes.split(separator: Array(secret.utf8), omittingEmptySubsequences: false)
            bytes = Array(pieces.joined(separator: Array("…".utf8)))
        }
        self.reason = HarmlessText.line(String(decoding: bytes, as: UTF8.self), most: 400)
    }

    /// One sentence.
    public var description: String { "the alert was not sent by \(channel): \(reason)" }
}
