/// The time zone that this machine is set to.
enum SystemZone {
    /// Its IANA name, found where `/etc/localtime` leads; `UTC` if that can't be told.
    static var identifier: String {
        guard let path = SymbolicLink(path: "/etc/localtime").target, let folder = path.firstRange(of: "/zoneinfo/")
        else { return "UTC" }
        return String(path[folder.upperBound...])
    }
}
