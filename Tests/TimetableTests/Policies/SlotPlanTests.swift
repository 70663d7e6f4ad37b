import Testing
import Timetable

@Suite("The plan for slots that have come due")
struct SlotPlanTests {
    private let start = Moment(iso8601: "2026-11-24T09:00:00Z") ?? .earliest

    /// A plan for slots of each minute; `now` and `settled` are seconds after 9 o'clock.
    private func plan(
        _ schedule: String = "* * * * *", settled: Int = 0, now: Int, misfire: MisfirePolicy = MisfirePolicy(),
        overlap: OverlapPolicy = .skip, jitter: Jitter = .none, isBusy: Bool = false, isPaused: Bool = false
    ) throws -> SlotPlan {
        SlotPlan(
            rule: ScheduleRule(schedules: [try Schedule(schedule)], zone: .utc), calendar: WorkingCalendar(),
            policies: SlotPolicies(script: "a", misfire: misfire, overlap: overlap, jitter: jitter),
            facts: SlotFacts(
                settledThrough: start.adding(seconds: settled), now: start.adding(seconds: now), isBusy: isBusy,
                isPaused: isPaused))
    }

    /// "60 run 125": due and ready in seconds after 9 o'clock.
    private func shown(_ plan: SlotPlan) -> [String] {
        plan.decisions.map { decision in
            let due = decision.due.unixSeconds - start.unixSeconds
            return switch decision.outcome {
            case .run(let ready): "\(due) run \(ready.unixSeconds - start.unixSeconds)"
            case .replace(let ready): "\(due) replace \(ready.unixSeconds - start.unixSeconds)"
            case .skip(let reason): "\(due) skip \(reason.prefix(12))"
            }
        }
    }

    @Test("A slot in time is run, and the next one is told")
    func inTime() throws {
        let plan = try plan(now: 60)
        #expect(shown(plan) == ["60 run 60"])
        #expect(plan.settledThrough == start.adding(seconds: 60))
        #expect(plan.next == start.adding(seconds: 120))
        #expect(plan.note == nil)
        #expect(try self.plan(settled: 60, now: 119).decisions.isEmpty)
    }

    @Test("A slot that is late within the grace is run, one second later it is missed")
    func grace() throws {
        let misfire = try MisfirePolicy("skip", grace: TimeLength("30s"))
        #expect(shown(try plan(now: 90, misfire: misfire)) == ["60 run 90"])
        #expect(shown(try plan(now: 91, misfire: misfire)) == ["60 skip it was misse"])
    }

    @Test("Once makes up for the newest missed slot only, at once and without jitter")
    func once() throws {
        let misfire = try MisfirePolicy("once", grace: TimeLength("10s"))
        let plan = try plan(now: 200, misfire: misfire, jitter: Jitter(seconds: 5))
        #expect(shown(plan) == ["60 skip it was misse", "120 skip it was misse", "180 run 200"])
    }

    @Test("Once makes up for nothing where a slot in time is run")
    func onceWithTimelySlot() throws {
        #expect(shown(try plan(now: 185)) == ["60 skip it was misse", "120 skip it was misse", "180 run 185"])
    }

    @Test("All makes up for the newest ones up to its cap, and for slots in time, too")
    func all() throws {
        let misfire = try MisfirePolicy("all", catchUp: 2, grace: TimeLength("10s"))
        let plan = try plan(now: 245, misfire: misfire)
        #expect(shown(plan) == ["60 skip it was misse", "120 run 245", "180 run 245", "240 run 245"])
        #expect(
            plan.decisions.first?.outcome
                == .skip(reason: "it was missed, and only the newest 2 are made up for (catch_up)"))
    }

    @Test("While a run is unfinished the overlap policy decides")
    func busy() throws {
        #expect(shown(try plan(now: 60, isBusy: true)) == ["60 skip the run of a"])
        #expect(shown(try plan(now: 60, overlap: .queue, isBusy: true)) == ["60 run 60"])
        #expect(shown(try plan(now: 60, overlap: .replace, isBusy: true)) == ["60 replace 60"])
        // The missed slot that `once` makes up for overlaps like any other.
        let misfire = try MisfirePolicy("once", grace: TimeLength("10s"))
        #expect(shown(try plan(now: 100, misfire: misfire, isBusy: true)) == ["60 skip the run of a"])
    }

    @Test("The overlap policy holds between two slots of one plan, too")
    func twoInTime() throws {
        let misfire = try MisfirePolicy("once", grace: TimeLength("2m"))
        #expect(shown(try plan(now: 120, misfire: misfire)) == ["60 run 120", "120 skip the run of a"])
        #expect(shown(try plan(now: 120, misfire: misfire, overlap: .queue)) == ["60 run 120", "120 run 120"])
        #expect(shown(try plan(now: 120, misfire: misfire, overlap: .replace)) == ["60 run 120", "120 replace 120"])
    }

    @Test("A paused script skips everything and says why")
    func paused() throws {
        let plan = try plan(now: 185, isPaused: true)
        #expect(plan.decisions.count == 3)
        #expect(plan.decisions.allSatisfy { $0.outcome == .skip(reason: "the script is paused") })
        #expect(plan.next == start.adding(seconds: 240))
    }

    @Test("Jitter moves the run, not the slot")
    func jitter() throws {
        let jitter = Jitter(seconds: 3_000)
        let delay = jitter.delay(script: "a", slot: start.adding(seconds: 60))
        try #require(delay > 0)
        #expect(shown(try plan(now: 60, jitter: jitter)) == ["60 run \(60 + delay)"])
    }

    @Test("Where the clock was put back a little, nothing is decided until it has passed again")
    func clockPutBack() throws {
        let plan = try plan(settled: 62, now: 60)
        #expect(plan.decisions.isEmpty && plan.note == nil)
        #expect(plan.settledThrough == start.adding(seconds: 62))
        #expect(plan.next == start.adding(seconds: 120))
    }

    @Test("A clock that was ahead by more than a minute is told from one that was put right")
    func clockAhead() {
        for (ahead, wasAhead) in [(-1, false), (0, false), (60, false), (61, true)] {
            let facts = SlotFacts(settledThrough: start.adding(seconds: ahead), now: start)
            #expect(facts.wasClockAhead == wasAhead)
            #expect(facts.start == start.adding(seconds: wasAhead ? 0 : ahead))
        }
    }

    @Test("Slots of a rule that another one has followed are skipped, and the next one is the new rule's")
    func changed() throws {
        let (old, new) = try (Schedule("* * * * *"), Schedule("0 12 * * *"))
        func plan(now: Int, isPaused: Bool = false) -> SlotPlan {
            SlotPlan(
                rule: ScheduleRule(schedules: [new], zone: .utc),
                following: ScheduleRule(schedules: [old], zone: .utc),
                calendar: WorkingCalendar(), policies: SlotPolicies(script: "a"),
                facts: SlotFacts(
                    settledThrough: start, now: start.adding(seconds: now), isPaused: isPaused))
        }
        #expect(shown(plan(now: 130)) == ["60 skip the schedule", "120 skip the schedule"])
        #expect(shown(plan(now: 60, isPaused: true)) == ["60 skip the script i"])
        #expect(plan(now: 130).next == start.adding(seconds: 3 * 3_600))
        let long = plan(now: 10 * 366 * 86_400)
        #expect(long.decisions.count == SlotPlan.mostSkips && long.note != nil)
    }

    @Test("No slot is decided twice, however the clock jumps")
    func neverTwice() throws {
        var settled = 0
        var seen: Set<Moment> = []
        for now in [60, 130, 70, 0, 129, 131, 600, 300, 660] {
            let plan = try plan(settled: settled, now: now)
            for decision in plan.decisions { #expect(seen.insert(decision.due).inserted) }
            settled = plan.settledThrough.unixSeconds - start.unixSeconds
        }
        #expect(seen.count == 11)
    }

    @Test("After ten years the newest thousand slots are recorded, and the rest is told in a sentence")
    func hugeGap() throws {
        let tenYears = 10 * 366 * 86_400
        for schedule in ["* * * * *", "* * * * * *", "every 10s", "* * * JAN *"] {
            let plan = try plan(schedule, now: tenYears)
            #expect(plan.decisions.count == 1_001)
            let runs = plan.decisions.filter { if case .run = $0.outcome { true } else { false } }
            #expect(runs.count == 1)
            #expect(plan.decisions.map(\.due) == plan.decisions.map(\.due).sorted())
            #expect(plan.note?.contains("more than 1001") == true, "\(plan.note ?? "")")
            #expect(plan.next.map { $0 > plan.settledThrough } == true)
        }
    }

    @Test("As many slots as are recorded need no such sentence")
    func noRest() throws {
        #expect(try plan(now: 1_001 * 60).note == nil)
        #expect(try plan(now: 1_002 * 60).note != nil)
    }

    @Test("A rule without slots has an empty plan")
    func noSlots() throws {
        let plan = SlotPlan(
            rule: ScheduleRule(schedules: [], zone: .utc), calendar: WorkingCalendar(),
            policies: SlotPolicies(script: "a"), facts: SlotFacts(settledThrough: start, now: .latest))
        #expect(plan.decisions.isEmpty && plan.next == nil && plan.note == nil)
    }
}
