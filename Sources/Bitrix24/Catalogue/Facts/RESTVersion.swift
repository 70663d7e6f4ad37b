/// The versions of the portal's REST API.
public enum RESTVersion: Int, Hashable, Sendable {
    /// `/rest/METHOD`
    case two = 2
    /// `/rest/api/METHOD`
    case three = 3
}
