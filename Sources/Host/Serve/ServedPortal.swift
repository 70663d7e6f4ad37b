import Bitrix24
import Ingress
import Timetable

/// A portal that `serve` works with. All runs share it, so that its limits are kept by all of them together.
struct ServedPortal: Sendable {
    /// Its name: in the settings, in the ledger and in the address that its events go to.
    let name: String
    /// Its name as settings choose it; nil for the one of `LUNOKHOD_WEBHOOK`.
    let choice: String?
    /// The portal itself.
    let portal: Portal
    /// How its events come.
    let events: EventSettings
    /// Whether it is used through an application.
    let isApplication: Bool
    /// Who may bring events.
    let door: PortalDoor
}
