/// Whose plan it is: a script on a portal. A script that works with another portal now has another one.
public struct PlanOwner: Hashable, Sendable {
    /// The portal that the script works with.
    public let portal: String
    /// The script.
    public let script: String

    /// The plan of a script on a portal.
    public init(portal: String, script: String) { (self.portal, self.script) = (portal, script) }
}
