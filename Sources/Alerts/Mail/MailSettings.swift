/// How mail is sent.
public struct MailSettings: Hashable, Sendable {
    /// How the conversation with the server is protected.
    public enum Protection: String, CaseIterable, Hashable, Sendable {
        /// TLS from the first byte; port 465.
        case tls
        /// It begins in the open and changes to TLS before anything is told; port 587.
        case starttls
        /// None; port 25.
        case none

        /// The usual port.
        public var port: Int {
            switch self {
            case .tls: 465
            case .starttls: 587
            case .none: 25
            }
        }
    }

    /// The server's name or address.
    public let server: String
    /// The server's port.
    public let port: Int
    /// How the conversation is protected.
    public let protection: Protection
    /// Who logs in; nil for a server that takes mail without.
    public let user: String?
    /// What proves it.
    public let password: HiddenText?
    /// Whom the mail is from.
    public let from: MailAddress
    /// Who gets it; at least one.
    public let to: [MailAddress]
    /// Seconds after which sending has failed.
    public var timeout = 30.0
    /// A PEM file with the authorities that are trusted instead of the system's; nil for the system's.
    public var authorities: String?

    /// Checks settings; a password is not sent in the open except to this machine itself.
    public init(
        server: String, port: Int? = nil, protection: Protection = .tls, user: String? = nil,
        password: HiddenText? = nil, from: MailAddress, to: [MailAddress]
    ) throws(AlertMistake) {
        let isNamed = server.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._:".utf8.contains($0) }
        guard !server.isEmpty, isNamed, server.utf8.count <= 255 else {
            throw AlertMistake("needs the mail server's name, such as smtp.example.com, without a port")
        }
        let colons = server.utf8.count { $0 == 0x3A }
        guard colons != 1 else { throw AlertMistake("has a server with a port; put the port into its own setting") }
        let port = port ?? protection.port
        guard (1...65_535).contains(port) else { throw AlertMistake("has no possible port; it is 1 to 65535") }
        guard (user == nil) == (password == nil) else { throw AlertMistake("needs user and password together") }
        let texts = [user, password?.value].compactMap { $0 }
        guard texts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) else {
            throw AlertMistake("has a user or a password that is empty or has control characters")
        }
        let isHere = server == "localhost" || server == "127.0.0.1" || server == "::1"
        guard protection != .none || password == nil || isHere else {
            throw AlertMistake("would send the password in the open; set the protection to starttls or tls")
        }
        guard !to.isEmpty else { throw AlertMistake("has nobody who gets the mail") }
        (self.server, self.port, self.protection) = (server, port, protection)
        (self.user, self.password, self.from, self.to) = (user, password, from, to)
    }
}
