/// All methods by their names in small letters.
enum MethodTable {
    /// In the order in which `methods` tells them.
    static let all: [Method] =
        SystemMethods.all + ClassicMethods.all + ItemMethods.all + DirectoryMethods.all + FunnelMethods.all
        + CustomFieldMethods.all + FieldConfigMethods.all + TaskMethods.all + TaskActionMethods.all + UserMethods.all
        + MessageMethods.all + CalendarMethods.all + EventMethods.all
        + OfflineEventMethods.all

    private static let byName = Dictionary(all.map { ($0.name.lowercased(), $0) }) { first, _ in first }

    /// Capital or small letters are the same.
    static func method(_ name: some StringProtocol) -> Method? { byName[name.lowercased()] }
}
