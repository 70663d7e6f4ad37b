import Bitrix24

/// What came of a look for a portal's events.
enum PullNews: Sendable {
    /// The portal was asked; nil if it has answered.
    case asked(PortalError?)
    /// Lists that can't be asked for changes, one sentence each; none if all can.
    case unread([String])
}
