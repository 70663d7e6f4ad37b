/// Why there is no such time zone; `description` is a sentence for people.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text can't be the name of a zone at all.
    case badIdentifier(String)
    /// The system knows no zone of that name; the nearest names it knows.
    case unknown(String, nearest: [String])
    /// This system has no zone files in that folder.
    case noZoneFiles(folder: String)
    /// The zone's file (or the bytes given) is not a sound TZif file.
    case malformed(identifier: String, reason: String)

    /// What is wrong and what to write instead, in one sentence or two.
    public var description: String {
        switch self {
        case .badIdentifier(let identifier):
            "\"\(ZoneError.excerpt(identifier))\" can't be a time zone; write it as Europe/Moscow or UTC."
        case .unknown(let identifier, let nearest) where nearest.isEmpty:
            "There is no time zone \"\(ZoneError.excerpt(identifier))\"; write it as Europe/Moscow, Asia/Almaty or UTC."
        case .unknown(let identifier, let nearest):
            "There is no time zone \"\(ZoneError.excerpt(identifier))\"; did you mean "
                + nearest.joined(separator: " or ") + "?"
        case .noZoneFiles(let folder):
            "This system has no time zones in \(folder); install the package tzdata or use UTC."
        case .malformed(let identifier, let reason):
            "The data of the time zone \(ZoneError.excerpt(identifier)) can't be read: \(reason); "
                + "reinstall the package tzdata."
        }
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(60) + "…"
    }
}
