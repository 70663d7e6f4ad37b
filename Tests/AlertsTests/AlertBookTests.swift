import Testing
import Trials

@testable import Alerts

@Suite struct AlertBookTests {
    private func alert(_ subject: String, _ kind: AlertKind = .failed, at moment: Double) -> Alert {
        Alert(kind: kind, portal: "a.bitrix24.ru", subject: subject, text: "it failed", at: moment)
    }

    private func topic(_ subject: String, _ kind: AlertKind = .failed) -> AlertTopic {
        AlertTopic(kind: kind, portal: "a.bitrix24.ru", subject: subject)
    }

    @Test("the first sign is told, repetitions are counted, and the end is told once with both")
    func once() {
        var book = AlertBook()
        guard case .began? = book.happened(alert("a", at: 100)) else {
            Issue.record("the first sign is not told")
            return
        }
        let repetitions = (1...3).compactMap { book.happened(alert("a", at: 100 + Double($0) * 600)) }
        #expect(repetitions.isEmpty)
        guard case .over(let end)? = book.recovered(topic("a"), at: 4000) else {
            Issue.record("the end is not told")
            return
        }
        #expect(end.times == 4 && end.duration(at: 9999) == 3900)
        let again = book.recovered(topic("a"), at: 4001)
        #expect(again == nil)
        #expect(book.occurrences.isEmpty)
    }

    @Test("what never happened has no end")
    func nothing() {
        var book = AlertBook()
        let notice = book.recovered(topic("a"), at: 1)
        #expect(notice == nil && book.nextDue == nil)
    }

    @Test("what is still open is told again after a day, and each day")
    func reminder() {
        var book = AlertBook()
        _ = book.happened(alert("a", at: 0))
        #expect(book.nextDue == 86_400)
        let early = book.due(at: 86_399)
        #expect(early == nil)
        guard case .stillOpen? = book.due(at: 86_400) else {
            Issue.record("no reminder")
            return
        }
        let twice = book.due(at: 86_401)
        #expect(twice == nil && book.nextDue == 172_800)
    }

    @Test("reminders can be off")
    func noReminder() {
        var book = AlertBook()
        book.rules.reminder = nil
        _ = book.happened(alert("a", at: 0))
        let late = book.due(at: 1e9)
        #expect(late == nil && book.nextDue == nil)
    }

    @Test("what is more than some messages a minute is told together at its end")
    func storm() {
        var book = AlertBook()
        let told = (0..<17).compactMap { book.happened(alert("s\($0)", at: Double($0))) }
        #expect(told.count == 5)
        #expect(book.nextDue == 65)
        let early = book.due(at: 64)
        #expect(early == nil)
        guard case .many(let storm)? = book.due(at: 65) else {
            Issue.record("no storm")
            return
        }
        #expect(storm.began.map(\.alert.subject) == (5..<17).map { "s\($0)" })
        #expect(storm.over.isEmpty && storm.stillOpen.isEmpty)
    }

    @Test("a trouble that ends while it is held back is told with its end")
    func brief() {
        var book = AlertBook()
        for number in 0..<7 { _ = book.happened(alert("s\(number)", at: 0)) }
        let early = book.recovered(topic("s6"), at: 10)
        #expect(early == nil)
        guard case .many(let storm)? = book.due(at: 60) else {
            Issue.record("no storm")
            return
        }
        #expect(storm.began.map(\.until) == [nil, 10])
        #expect(book.occurrences.count == 6)
    }

    @Test("a trouble that returns before its end was told has not ended")
    func returning() {
        var book = AlertBook()
        for number in 0..<6 { _ = book.happened(alert("s\(number)", at: 0)) }
        _ = book.recovered(topic("s0"), at: 10)
        _ = book.happened(alert("s0", at: 20))
        guard case .began(let one)? = book.due(at: 60) else {
            Issue.record("not the sixth alone")
            return
        }
        #expect(one.alert.subject == "s5")
        #expect(book.occurrences.first { $0.alert.subject == "s0" }?.times == 2)
    }

    @Test("a good run ends what a run can end, and nothing else")
    func goodRun() {
        var book = AlertBook()
        for kind in [AlertKind.failed, .late, .paused] { _ = book.happened(alert("a", kind, at: 0)) }
        let notices = book.recovered(AlertKind.endedByGoodRun, portal: "a.bitrix24.ru", subject: "a", at: 5)
        #expect(notices.count == 2)
        #expect(book.occurrences.map(\.alert.kind) == [.paused])
    }

    @Test("a clock that is set back holds nothing back for longer")
    func setBack() {
        var book = AlertBook()
        for number in 0..<6 { _ = book.happened(alert("s\(number)", at: 1000)) }
        let held = book.due(at: 10)
        #expect(held != nil)
        let reminder = book.due(at: 10 + 86_400)
        #expect(reminder != nil)
    }

    @Test("a subject that is gone is not told of any more")
    func gone() {
        var book = AlertBook()
        _ = book.happened(alert("a", at: 0))
        let isForgotten = book.forget { $0.subject == "a" }
        let late = book.due(at: 1e9)
        #expect(isForgotten && late == nil && book.occurrences.isEmpty)
        let again = book.forget { $0.subject == "a" }
        #expect(!again)
    }

    @Test("a loop is over an hour after its last sign, and the next one is told anew")
    func quiet() {
        var book = AlertBook()
        _ = book.happened(alert("a", .loop, at: 0))
        let repetition = book.happened(alert("a", .loop, at: 1_000))
        let early = book.due(at: 4_599)
        #expect(repetition == nil && early == nil && book.nextDue == 4_600)
        guard case .over(let end)? = book.due(at: 4_600) else {
            Issue.record("the end is not told")
            return
        }
        #expect(end.times == 2 && book.occurrences.isEmpty)
        guard case .began? = book.happened(alert("a", .loop, at: 5_000)) else {
            Issue.record("the next one is not told")
            return
        }
    }

    @Test("a loop that nobody has heard of yet is told together with its end")
    func quietBeforeTold() {
        var book = AlertBook()
        for subject in 1...5 { _ = book.happened(alert("\(subject)", at: 0)) }
        let held = book.happened(alert("a", .loop, at: 1))
        guard case .many(let storm)? = book.due(at: 5_000) else {
            Issue.record("it is not told")
            return
        }
        #expect(held == nil && storm.began.map(\.topic) == [topic("a", .loop)] && storm.over.isEmpty)
        #expect(storm.began.first?.until == 5_000)
    }

    @Test("what is open is known by its kind, portal and subject")
    func open() {
        var book = AlertBook()
        _ = book.happened(alert("a", .paused, at: 0))
        _ = book.happened(alert("b", at: 1))
        #expect(book.open == [topic("a", .paused), topic("b")])
        #expect(book.isOpen([.failed, .paused], portal: "a.bitrix24.ru", subject: "a"))
        #expect(!book.isOpen([.failed], portal: "a.bitrix24.ru", subject: "a"))
        #expect(!book.isOpen([.paused], portal: "b", subject: "a"))
        _ = book.recovered(topic("b"), at: 2)
        #expect(book.open == [topic("a", .paused)])
    }

    @Test("nothing is told twice without an end between, and every end of what was told is told", arguments: 0..<40)
    func property(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var book = AlertBook()
        var open: Set<AlertTopic> = [], troubled: Set<AlertTopic> = []
        var moment = 0.0
        func hear(_ notice: AlertNotice?) {
            var began: [AlertOccurrence] = [], still: [AlertOccurrence] = [], over: [AlertOccurrence] = []
            switch notice {
            case .began(let one)?: began = [one]
            case .stillOpen(let one)?: still = [one]
            case .over(let one)?: over = [one]
            case .many(let storm)?: (began, still, over) = (storm.began, storm.stillOpen, storm.over)
            case nil: break
            }
            #expect(still.allSatisfy { open.contains($0.topic) })
            for one in over { #expect(open.remove(one.topic) != nil) }
            for one in began where one.until == nil { #expect(open.insert(one.topic).inserted) }
            for one in began where one.until != nil { #expect(!open.contains(one.topic)) }
        }
        for _ in 0..<400 {
            moment += Double.random(in: 0..<40, using: &random)
            let subject = "s\(Int.random(in: 0..<12, using: &random))"
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                hear(book.happened(alert(subject, at: moment)))
                troubled.insert(topic(subject))
            case 5..<9:
                hear(book.recovered(topic(subject), at: moment))
                troubled.remove(topic(subject))
            default: hear(book.due(at: moment))
            }
        }
        moment += 60
        hear(book.due(at: moment))
        #expect(open == troubled)
        for topic in troubled { hear(book.recovered(topic, at: moment)) }
        hear(book.due(at: moment + 60))
        #expect(open.isEmpty && book.occurrences.isEmpty)
    }
}
