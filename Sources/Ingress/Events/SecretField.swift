/// Which fields of an event open something, by their names. Bots' events have authorizations inside `data`, too.
enum SecretField {
    private static let names: Set<String> = [
        "auth_id", "refresh_id", "client_secret", "password", "secret", "token",
    ]

    static func isSecret(_ name: String) -> Bool {
        guard (5...40).contains(name.utf8.count) else { return false }
        let lower = name.lowercased()
        return lower.hasSuffix("_token") || names.contains(lower)
    }

    /// Whether a field holds an authorization, of which only identifiers are kept.
    static func isAuthorization(_ name: String) -> Bool {
        name.utf8.count == 4 && name.lowercased() == "auth"
    }
}
