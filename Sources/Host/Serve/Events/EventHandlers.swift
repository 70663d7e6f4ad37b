import Scripting

/// The handlers of each event. It is asked for each event that comes, so however many scripts there are, it only looks
/// one or two names up.
struct EventHandlers: Sendable {
    private var scripts: [String: [ServedScript]] = [:]

    /// Nobody handles anything.
    init() {}

    /// The handlers among these scripts.
    init(_ scripts: some Sequence<ServedScript>) {
        for script in scripts.sorted(by: { $0.name < $1.name }) {
            for event in Set(script.definition.events.map { $0.uppercased() }) {
                self.scripts[event, default: []].append(script)
            }
        }
    }

    /// Those of an event of a portal, in the order of their names; one of `ONCRMDYNAMICITEMUPDATE` is for the event of each smart
    /// process, such as `ONCRMDYNAMICITEMUPDATE_174`, too.
    func of(_ event: String, on portal: String) -> [ServedScript] {
        all(of: event).filter { $0.works(with: portal) }
    }

    private func all(of event: String) -> [ServedScript] {
        let exact = scripts[event] ?? []
        guard let line = event.utf8.firstIndex(of: UInt8(ascii: "_")),
            event[event.index(after: line)...].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let general = scripts[String(event[..<line])]
        else { return exact }
        let names = Set(exact.map(\.name))
        return (exact + general.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
    }
}
