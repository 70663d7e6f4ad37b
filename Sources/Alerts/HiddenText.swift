/// A secret that shows itself nowhere: not printed, not interpolated, not dumped.
public struct HiddenText: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    let value: String

    /// Hides a text.
    public init(_ value: String) { self.value = value }

    /// A sign that something is here.
    public var description: String { "…" }
    /// A sign that something is here.
    public var debugDescription: String { description }
    /// Nothing but the sign.
    public var customMirror: Mirror { Mirror(self, children: ["hidden": description]) }
}
