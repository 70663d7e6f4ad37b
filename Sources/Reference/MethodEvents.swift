import Bitrix24

extension MethodFacts {
    /// The events of what the method is about: `ONCRMDEALADD` and its like for `crm.deal.list`.
    public var events: [EventFacts] {
        let family = name.split(separator: ".").dropLast().map { $0.uppercased() }
        guard let first = family.first, let last = family.last else { return [] }
        var subjects: Set<String> = [family.joined()]
        // The events of tasks.task are ONTASKADD and its like.
        if family.count == 2, first == last + "S" { subjects.insert(last) }
        return Catalogue.events.filter { event in
            let code = event.code.filter { $0 != "." }
            return Self.happenings.contains { happening in
                subjects.contains { code == "ON" + $0 + happening || code == $0 + "ON" + happening }
            }
        }
    }

    private static let happenings = ["ADD", "UPDATE", "DELETE"]
}
