import FoundationEssentials
import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct ChangeLookTests {
    private static let noon = 1_790_000_000.0

    /// A list with 200 deals of the past and a watcher that has looked once.
    private func watched() throws -> (list: ChangedList, watcher: DealWatcher) {
        var list = ChangedList(now: Self.noon)
        for id in 1...200 { list.touch(id, at: Self.noon - Double(id)) }
        var watcher = DealWatcher()
        try watcher.look(at: &list)
        #expect(watcher.take() == [])
        return (list, watcher)
    }

    @Test("a first look finds nothing of the past")
    func first() throws {
        var (list, watcher) = try watched()
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == [])
    }

    @Test("what is new and what has changed since the last look is found once")
    func changes() throws {
        var (list, watcher) = try watched()
        list.now += 10
        list.touch(5)
        list.touch(201)
        list.now += 20
        try watcher.look(at: &list)
        #expect(watcher.take() == ["ADD 201", "UPDATE 5"])
        list.now += 10
        try watcher.look(at: &list)
        #expect(watcher.take() == [])
        list.touch(201)
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == ["UPDATE 201"])
    }

    @Test("an entity that changes twice between looks is one change")
    func twice() throws {
        var (list, watcher) = try watched()
        list.now += 5
        list.touch(5)
        list.now += 5
        list.touch(5)
        list.now += 20
        try watcher.look(at: &list)
        #expect(watcher.take() == ["UPDATE 5"])
    }

    @Test("a second change within the second of the first one isn't lost, whenever the look is")
    func sameSecond() throws {
        var (list, watcher) = try watched()
        list.now += 30.2
        list.touch(5)
        try watcher.look(at: &list)
        // It was changed just now, and may be once more, so it waits.
        #expect(watcher.take() == [])
        list.now += 0.3
        list.touch(5)
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == ["UPDATE 5"])
    }

    @Test("what is new and is changed in the moment of the look is told as new when it is told")
    func newAndWaiting() throws {
        var (list, watcher) = try watched()
        list.now += 10
        list.touch(201)
        for _ in 0..<3 {
            list.now += 25
            list.touch(201)
            list.now += 0.5
            try watcher.look(at: &list)
            #expect(watcher.take() == [])
            #expect(watcher.cursor?.fresh?.count == 1)
        }
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == ["ADD 201", "UPDATE 201"])
        #expect(watcher.cursor?.fresh == nil)
    }

    @Test("a cursor that an earlier version kept is read")
    func earlierCursor() throws {
        let text = #"{"floor":1,"at":5,"seen":{"7":4.5},"place":{"second":3,"horizon":9}}"#
        let cursor = try JSONDecoder().decode(ChangeCursor.self, from: Data(text.utf8))
        #expect(cursor.at == 5 && cursor.seen == ["7": 4.5] && cursor.fresh == nil && cursor.place?.horizon == 9)
    }

    @Test("a change that comes to light some seconds after its date is found")
    func lateChange() throws {
        var (list, watcher) = try watched()
        list.now += 60
        try watcher.look(at: &list)
        list.touch(201, at: list.now - 10)
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == ["ADD 201"])
    }

    @Test("more changes within one second than a page holds are all found once", arguments: [50, 51, 100, 101, 730])
    func crowded(count: Int) throws {
        var (list, watcher) = try watched()
        list.now += 10
        for id in 1_000..<(1_000 + count) { list.touch(id) }
        list.now += 1
        list.touch(3)
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take().sorted() == ((1_000..<(1_000 + count)).map { "ADD \($0)" } + ["UPDATE 3"]).sorted())
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == [])
    }

    @Test("entities that change while their pages are read take nothing out of the look")
    func whilePaging() throws {
        var (list, watcher) = try watched()
        for id in 1_000..<1_400 {
            list.now += 0.5
            list.touch(id)
        }
        list.now += 30
        var next = 1_000
        try watcher.look(at: &list) { list in
            // Somebody goes through the same list and changes ten of them behind each page.
            for id in next..<(next + 10) { list.touch(id) }
            next += 10
            list.now += 1
        }
        list.now += 60
        try watcher.look(at: &list)
        let found = Set(watcher.take())
        #expect(found.isSuperset(of: (1_000..<1_400).map { "ADD \($0)" }))
        #expect(found.isSuperset(of: (1_000..<next).map { "UPDATE \($0)" }))
    }

    @Test("a look over many changes remembers only those of some seconds, and tells what is new once by its identity")
    func long() throws {
        var (list, watcher) = try watched()
        for id in 1_000..<1_600 {
            list.now += 1
            list.touch(id)
        }
        list.now += 30
        var next = 1_000
        try watcher.look(at: &list) { list in
            guard next < 1_600 else { return }
            // What was told already is changed once more, and so is what is yet to come. Much is new meanwhile.
            for step in 0..<20 {
                list.now += 1
                list.touch(10_000 + next + step)
            }
            for id in [next, 2_599 - next] { list.touch(id) }
            next += 50
        }
        list.now += 60
        try watcher.look(at: &list)
        #expect(watcher.mostSeen < 200)
        let found = Set(watcher.take())
        #expect(found.isSuperset(of: (1_000..<1_600).map { "ADD \($0)" }))
        #expect(found.isSuperset(of: stride(from: 1_000, to: 1_600, by: 50).map { "UPDATE \($0)" }))
        // Each new one once, though what was forgotten was found again.
        let additions = Set(watcher.identities).filter { $0.hasSuffix(":add") }
        #expect(additions.count == Set(additions.map { $0.split(separator: ":")[2] }).count)
    }

    @Test("a portal that doesn't tell its time is watched by the times of the changes")
    func timeless() throws {
        var list = ChangedList(now: Self.noon)
        list.touch(1)
        var watcher = DealWatcher()
        try watcher.look(at: &list, tellsTime: false)
        list.now += 30
        list.touch(1)
        list.touch(2)
        list.now += 30
        try watcher.look(at: &list, tellsTime: false)
        try watcher.look(at: &list, tellsTime: false)
        #expect(watcher.take() == ["UPDATE 1", "ADD 2"])
    }

    @Test("a portal that ignores the filter and gives the same page again ends the look")
    func stubborn() throws {
        let watch = try #require(ChangeWatch(type: "crm.deal", added: "ADD", updated: "UPDATE"))
        var list = ChangedList(now: Self.noon)
        for id in 1...50 { list.touch(id) }
        let page = list.answer(PortalCall("crm.deal.list"))
        var cursor = ChangeCursor(startingAt: Self.noon - 100)
        for _ in 0..<10 {
            let look = try #require(ChangeLook(watch, cursor, overlap: 20))
            let findings = try #require(look.read(page, moment: Self.noon + 30))
            cursor = findings.cursor
            if !findings.isUnfinished { return }
        }
        Issue.record("the look doesn't end")
    }

    @Test("an answer that is no list is none")
    func noList() throws {
        let watch = try #require(ChangeWatch(type: "tasks.task", added: "ADD", updated: nil))
        let look = try #require(ChangeLook(watch, nil, overlap: 20))
        #expect(look.read("no", moment: 1) == nil)
        #expect(look.read(["items": []], moment: 1) == nil)
        #expect(look.read(["tasks": []], moment: 1) != nil)
    }

    @Test("a portal whose clock was ahead is watched from its time on again, and nothing is missed or told twice")
    func setBack() throws {
        var (list, watcher) = try watched()
        list.now += 100_000
        list.touch(5)
        list.now += 30
        try watcher.look(at: &list)
        #expect(watcher.take() == ["UPDATE 5"])
        list.now = Self.noon + 60
        list.touch(6)
        list.now += 30
        try watcher.look(at: &list)
        list.now += 30
        list.touch(7)
        list.now += 30
        try watcher.look(at: &list)
        let found = watcher.take()
        #expect(found.contains("UPDATE 7"))
        #expect(!found.contains("UPDATE 5"))
    }

    @Test("a page of which nothing can be understood is no sign that nothing was changed")
    func unreadable() throws {
        let watch = try #require(ChangeWatch(type: "crm.deal", added: nil, updated: "ONCRMDEALUPDATE"))
        let look = try #require(ChangeLook(watch, ChangeCursor(startingAt: 1), overlap: 20))
        #expect(look.read([["ID": "1", "DATE_MODIFY": "yesterday"]], moment: 100) == nil)
        #expect(look.read([], moment: 100) != nil)
    }

    @Test("whatever happens, each entity's last change is found", arguments: 1...20 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var (list, watcher) = try watched()
        var changed: Set<Int> = []
        for _ in 0..<40 {
            list.now += Double.random(in: 0...40, using: &random)
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                let id = Int.random(in: 1...400, using: &random)
                list.touch(id)
                changed.insert(id)
                if Int.random(in: 0..<20, using: &random) == 0 { list.now += 0.4 }
            }
            let busy = Int.random(in: 0...3, using: &random)
            try watcher.look(at: &list) { $0.now += Double(busy) / 10 }
            // What was found so far is forgotten if it changed again; what remains at the end must be nothing.
            for text in watcher.take() { if let id = Int(text.split(separator: " ")[1]) { changed.remove(id) } }
        }
        list.now += 60
        for id in 1...10 {
            list.touch(id)
            changed.insert(id)
        }
        list.now += 60
        try watcher.look(at: &list)
        for text in watcher.take() { if let id = Int(text.split(separator: " ")[1]) { changed.remove(id) } }
        // An entity that was found and changed within the seconds that wait is found by the last look.
        #expect(changed.isEmpty)
        #expect(watcher.cursor.map { $0.seen.count < 400 } == true)
    }
}
