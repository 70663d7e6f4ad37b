import Spelling

extension AlertChoices {
    /// The portal whose chats people are told in; nil if the settings leave that open.
    ///
    /// - Parameter path: the settings' file.
    /// - Throws: a sentence with the line and the nearest name if there is no such portal.
    func teller(among portals: [ServedPortal], _ path: String?) throws(HostFailure) -> ServedPortal? {
        guard let portal else { return nil }
        if let teller = portals.first(where: { $0.name == portal }) { return teller }
        let names = portals.map(\.name)
        let hint = NearestName(among: names).hint(for: portal)
        throw HostFailure(
            "\(path ?? Settings.fileName):\(portalLine): alerts names the portal \(portal.quoted), which isn't served"
                + (hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint), exit: .usage)
    }
}
