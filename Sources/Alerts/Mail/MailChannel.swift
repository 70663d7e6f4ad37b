import CCurl
import FoundationEssentials
import Glibc

/// Sends messages by mail.
public struct MailChannel: AlertChannel {
    /// How mail is sent.
    public let settings: MailSettings
    private let moment: @Sendable () -> Double
    private let newID: @Sendable () -> String

    /// A channel.
    ///
    /// - Parameters:
    ///   - settings: how mail is sent.
    ///   - moment: now, in seconds since 1970.
    ///   - newID: what no other mail has, in letters, digits, `-` and `.`.
    public init(
        settings: MailSettings, moment: @escaping @Sendable () -> Double, newID: @escaping @Sendable () -> String
    ) {
        self.settings = settings
        self.moment = moment
        self.newID = newID
    }

    /// `mail` with the server's name.
    public var name: String { "mail by \(settings.server)" }

    /// Hands the message to the mail server.
    public func send(_ message: AlertMessage) async throws(AlertFailure) {
        let settings = settings
        let bytes = MailText.bytes(message, from: settings.from, to: settings.to, at: moment(), id: newID())
        let outcome = await CurlTransfer.run { brake, result in
            Self.hand(bytes, settings, brake, result)
        }
        guard outcome.code != 0 else { return }
        throw AlertFailure(channel: name, reason: Self.complaint(outcome), secrets: secrets)
    }

    private static func complaint(_ outcome: CurlTransfer.Outcome) -> String {
        outcome.status > 0 ? "\(outcome.text) (its last reply was \(outcome.status))" : outcome.text
    }

    /// The password as it is and as it travels.
    private var secrets: [String] {
        guard let password = settings.password?.value, let user = settings.user else { return [] }
        let encoded = ["\0\(user)\0\(password)", password].map { Data($0.utf8).base64EncodedString() }
        return [password] + encoded
    }

    private static func hand(
        _ bytes: [UInt8], _ settings: MailSettings, _ brake: OpaquePointer?,
        _ result: UnsafeMutablePointer<lunokhod_curl_result>
    ) {
        let protection =
            switch settings.protection {
            case .tls: LUNOKHOD_CURL_TLS
            case .starttls: LUNOKHOD_CURL_START_TLS
            case .none: LUNOKHOD_CURL_PLAIN
            }
        let host = settings.server.utf8.contains(0x3A) ? "[\(settings.server)]" : settings.server
        let recipients = settings.to.map { strdup($0.text) }
        defer { recipients.forEach { free($0) } }
        let list: [UnsafePointer<CChar>?] = recipients.map { UnsafePointer($0) } + [nil]
        lunokhod_curl_mail(
            host, Int32(settings.port), Int32(protection), settings.user, settings.password?.value,
            settings.from.text, list, bytes, bytes.count, settings.authorities,
            CurlTransfer.milliseconds(settings.timeout), brake, result)
    }
}
