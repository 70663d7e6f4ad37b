import Timetable

extension Settings {
    /// The zone that days are counted in: the settings', else the machine's, else UTC.
    public var runZone: Zone {
        get throws(HostFailure) {
            do throws(ZoneError) {
                return try Zone(identifier: zone ?? SystemZone.identifier)
            } catch {
                guard zone != nil else { return .utc }
                throw HostFailure("the setting zone: \(error)", exit: .usage)
            }
        }
    }
}
