/// The words around an alert's own texts.
struct AlertWords {
    let locale: AlertLocale
    let date: (Double) -> String

    private var isEnglish: Bool { locale == .en }

    func title(_ topic: AlertTopic) -> String { "Lunokhod: \(topic.kind.name(locale)): \(place(topic))" }

    func stillTitle(_ topic: AlertTopic) -> String {
        "Lunokhod: \(isEnglish ? "still open" : "всё ещё"): \(topic.kind.name(locale)): \(place(topic))"
    }

    func overTitle(_ topic: AlertTopic) -> String {
        "Lunokhod: \(isEnglish ? "recovered" : "снова в порядке"): \(place(topic)) (\(topic.kind.name(locale)))"
    }

    /// What a storm is called: `Lunokhod: 12 more scripts failed, 1 recovered`.
    func title(_ storm: AlertStorm) -> String {
        var parts = AlertKind.allCases.compactMap { kind -> String? in
            let count = storm.began.count { $0.alert.kind == kind }
            return count == 0 ? nil : kind.counted(count, more: true, locale)
        }
        if !storm.stillOpen.isEmpty {
            parts.append("\(storm.stillOpen.count) \(isEnglish ? "still open" : "не устранено")")
        }
        let over = storm.over.count + storm.began.count { $0.until != nil }
        if over > 0 { parts.append("\(over) \(isEnglish ? "recovered" : "снова в порядке")") }
        return "Lunokhod: " + parts.joined(separator: ", ")
    }

    /// Every trouble of a storm on a line of its own, as far as there is room, and how many are left out.
    func body(_ storm: AlertStorm, at moment: Double) -> String {
        let began = storm.began.map { one in
            "- \(name(one)): \(one.alert.text)" + (one.until == nil ? "" : " (\(over(one, at: moment)))")
        }
        let open = storm.stillOpen.map { "- \(name($0)): \(stillOpen($0, at: moment))" }
        let ended = storm.over.map { "- \(name($0)): \(over($0, at: moment))" }
        let lines = (began + open + ended).map { HarmlessText.line($0, most: 300) }
        // Room for the line that tells how many are missing.
        var room = AlertMessage.longestBody - 60
        let shown = lines.prefix { line in
            room -= line.unicodeScalars.count + 1
            return room >= 0
        }
        let left = lines.count - shown.count
        let rest = left == 0 ? [] : [isEnglish ? "… and \(left) more" : "… и ещё \(left)"]
        return (shown + rest).joined(separator: "\n")
    }

    /// That it happened more than once before it was told.
    func repeated(_ one: AlertOccurrence) -> [String] { one.times > 1 ? [times(one)] : [] }

    func stillOpen(_ one: AlertOccurrence, at moment: Double) -> String {
        let length = duration(one.duration(at: moment))
        return isEnglish
            ? "Open since \(date(one.since)) (\(length)); \(times(one))."
            : "Не устранено с \(date(one.since)) (\(length)); \(times(one))."
    }

    func over(_ one: AlertOccurrence, at moment: Double) -> String {
        let length = duration(one.duration(at: moment))
        return isEnglish
            ? "Over after \(length); it began at \(date(one.since)), \(times(one))."
            : "Устранено через \(length); началось \(date(one.since)), \(times(one))."
    }

    /// What it was at last.
    func last(_ one: AlertOccurrence) -> String { "\(isEnglish ? "It was" : "Было"): \(one.alert.text)" }

    private func times(_ one: AlertOccurrence) -> String {
        isEnglish
            ? "it happened \(one.times == 1 ? "once" : "\(one.times) times")"
            : "случилось \(one.times) \(RussianCount(one.times).pick("раз", "раза", "раз"))"
    }

    /// A length of time in its two largest units: `2 d 3 h`, `5 min`.
    func duration(_ seconds: Double) -> String {
        let total = Int(min(max(0, seconds.isNaN ? 0 : seconds), 1e12))
        let units = isEnglish ? ["d", "h", "min", "s"] : ["д", "ч", "мин", "с"]
        let counts = [total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60]
        guard let first = counts.firstIndex(where: { $0 > 0 }) else { return "0 \(units[3])" }
        return (first...min(first + 1, 3)).filter { counts[$0] > 0 }.map { "\(counts[$0]) \(units[$0])" }
            .joined(separator: " ")
    }

    private func name(_ one: AlertOccurrence) -> String { "\(place(one.topic)) (\(one.alert.kind.name(locale)))" }

    /// What has the trouble and where. Each part is cut, so that a long name leaves room for what follows it.
    private func place(_ topic: AlertTopic) -> String {
        let subject = HarmlessText.line(topic.subject, most: 80)
        return topic.portal.isEmpty || topic.portal == topic.subject
            ? subject : "\(subject), \(HarmlessText.line(topic.portal, most: 60))"
    }
}
