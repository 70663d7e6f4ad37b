import Bitrix24
import Spelling
import Timetable

/// A script that is to be begun: its kind, its name and what it says of itself, checked.
public struct NewScript: Hashable, Sendable {
    /// What may be wished for beyond the kind and the name.
    public struct Wishes: Hashable, Sendable {
        /// Its title; made of the name if nil.
        public var title: String?
        /// The period that a report is about.
        public var period: String?
        /// When a report or a job is run, as a `Schedule` is written.
        public var schedule: String?
        /// The event that a handler is for, by its code.
        public var event: String?

        /// No wishes.
        public init() {}
    }

    /// What it is begun as.
    public let kind: ScriptKind
    /// The name of its file.
    public let name: ScriptName
    /// What it calls itself.
    public let title: String
    /// The period of a report; nil for others.
    public let period: String?
    /// When a report or a job is run; nil if that isn't said.
    public let schedule: String?
    /// The code of a handler's event; nil for others.
    public let event: String?

    /// Checks what is wished for.
    ///
    /// - Parameter now: periods are seen from there to be checked.
    public init(_ kind: ScriptKind, named name: ScriptName, wishes: Wishes, now: Moment) throws(HostFailure) {
        self.kind = kind
        self.name = name
        title = try Self.title(wishes.title) ?? name.title
        try Self.refuse(wishes.period, as: "--period goes with a report", kind: kind, allowed: [.report])
        try Self.refuse(
            wishes.schedule, as: "--schedule goes with a report or a job", kind: kind, allowed: [.report, .job])
        try Self.refuse(wishes.event, as: "--on goes with a handler", kind: kind, allowed: [.handler])
        try Self.check(period: wishes.period, now: now)
        try Self.check(schedule: wishes.schedule)
        period = kind == .report ? wishes.period ?? "last week" : nil
        switch kind {
        // Another period has another rhythm, which only the one who asks for it knows.
        case .report: schedule = wishes.schedule ?? (wishes.period == nil ? "0 9 * * MON" : nil)
        case .job: schedule = wishes.schedule ?? "0 9 * * MON-FRI"
        case .handler, .script: schedule = nil
        }
        event = kind == .handler ? try Self.event(wishes.event ?? "ONCRMDEALUPDATE") : nil
    }

    /// Its file, from the folder of the settings.
    var file: String { "\(kind.folder)/\(name.text).lua" }

    /// What is to be known of its event, in sentences.
    var remarks: [String] {
        guard let event, let facts = EventCode(event).facts else { return [] }
        return (facts.isDeprecated ? ["the vendor advises against \(event); look for a newer event"] : [])
            + (facts.needsApplication ? ["\(event) is told to applications only, not to a webhook"] : [])
    }

    private static func title(_ text: String?) throws(HostFailure) -> String? {
        guard let text else { return nil }
        let isLine = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && !$0.isLineBreak }
        guard isLine, text.contains(where: { !$0.isWhitespace }) else {
            throw HostFailure("--title: write one line of text, such as \"Won deals of the week\"", exit: .usage)
        }
        return text
    }

    private static func refuse(
        _ wish: String?, as rule: String, kind: ScriptKind, allowed: Set<ScriptKind>
    ) throws(HostFailure) {
        guard wish != nil, !allowed.contains(kind) else { return }
        throw HostFailure("\(rule), and this is a \(kind.noun); leave it out", exit: .usage)
    }

    private static func check(period: String?, now: Moment) throws(HostFailure) {
        guard let period else { return }
        do throws(PeriodError) {
            _ = try Period(period, at: now, in: .utc)
        } catch {
            throw HostFailure("--period: \(error)", exit: .usage)
        }
    }

    private static func check(schedule: String?) throws(HostFailure) {
        guard let schedule else { return }
        do throws(ScheduleError) {
            _ = try Schedule(schedule)
        } catch {
            throw HostFailure("--schedule: \(error)", exit: .usage)
        }
    }

    /// The code of a documented event.
    private static func event(_ text: String) throws(HostFailure) -> String {
        let code = EventCode(text)
        guard code.facts == nil else { return code.text }
        let hint = code.hint.isEmpty ? "; write its code, such as ONCRMDEALUPDATE" : code.hint
        throw HostFailure("--on: there is no event \(text.quoted)\(hint)", exit: .usage)
    }
}

extension Unicode.Scalar {
    fileprivate var isLineBreak: Bool { [0x85, 0x2028, 0x2029].contains(value) }
}
