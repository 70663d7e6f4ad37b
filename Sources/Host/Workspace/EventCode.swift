import Bitrix24
import Spelling

/// The code of an event, as a handler's `on` and the portal name it.
struct EventCode: Hashable, Sendable {
    /// In capital letters.
    let text: String

    /// A code in any letters.
    init(_ text: String) { self.text = text.uppercased() }

    /// What the vendor documents of it; nil if nothing. Events of one smart process have its number at their end.
    var facts: EventFacts? {
        if let facts = Catalogue.event(text) { return facts }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("ONCRMDYNAMICITEM"), Int(parts[1]) != nil else { return nil }
        return Catalogue.event(String(parts[0]))
    }

    /// The nearest right code as the end of a sentence; empty if none is near.
    var hint: String { NearestName(among: Catalogue.events.map(\.code)).hint(for: text) }
}
