import JSON
import Scripting
import Testing

@testable import Host

@Suite("What becomes of a failed job")
struct RetryPlanTests {
    private func failure(_ error: JSONValue? = nil, _ message: String = "it broke") -> RunFailure {
        RunFailure(ScriptFailure(message: message, script: "a.lua", line: 3, error: error))
    }

    private let wrote = RetryPlan.Changes(count: 2, unknown: 0)

    @Test func `a failed run is tried again after pauses that grow and end`() {
        let plan = RetryPlan()
        let pauses = (1...4).map { attempt -> Double in
            let verdict = plan.verdict(on: failure(), attempt: attempt, changes: .none, random: 0.5)
            guard case .retry(let after, let reason) = verdict else { return -1 }
            #expect(reason == "a.lua:3: it broke")
            return after
        }
        #expect(pauses == [10, 20, 40, 80])
        #expect(
            plan.verdict(on: failure(), attempt: 5, changes: .none, random: 0.5)
                == .dead(reason: "a.lua:3: it broke (tried 5 times)"))
    }

    @Test func `pauses are spread`() {
        let pauses = [0.0, 0.5, 1.0].map { random -> Double in
            let verdict = RetryPlan().verdict(on: failure(), attempt: 1, changes: .none, random: random)
            guard case .retry(let after, _) = verdict else { return 0 }
            return after
        }
        #expect(pauses[0] > 0 && pauses == pauses.sorted() && Set(pauses).count == 3)
    }

    @Test func `no pause is longer than the longest`() {
        var plan = RetryPlan()
        plan.attempts = 100
        for random in [0.0, 0.3, 1.0] {
            guard
                case .retry(let after, _) = plan.verdict(
                    on: failure(), attempt: 60, changes: .none, random: random)
            else { return #expect(Bool(false), "it gave up") }
            #expect(after == 3_600)
        }
    }

    @Test func `the time that a failure names is kept to`() {
        let named = failure(["code": "BUSY", "retry_after": "2m"])
        #expect(
            RetryPlan().verdict(on: named, attempt: 1, changes: .none, random: 0)
                == .retry(after: 120, reason: "a.lua:3: it broke"))
    }

    @Test func `what the portal refused for good is not tried again`() {
        let refused = failure(["code": "ACCESS_DENIED", "method": "crm.deal.get", "status": 400, "retryable": false])
        #expect(
            RetryPlan().verdict(on: refused, attempt: 1, changes: .none, random: 0)
                == .dead(reason: "a.lua:3: it broke"))
        let outside = failure(["code": "SCOPE", "retryable": false])
        #expect(
            RetryPlan().verdict(on: outside, attempt: 1, changes: .none, random: 0)
                == .dead(reason: "a.lua:3: it broke"))
    }

    @Test(arguments: ["UNREACHABLE", "QUERY_LIMIT_EXCEEDED", "NOT_AN_ANSWER", "INTERNAL_SERVER_ERROR"])
    func `what passes is tried again`(code: String) {
        let passing = failure(["code": .string(code), "method": "crm.deal.get", "retryable": false])
        guard case .retry = RetryPlan().verdict(on: passing, attempt: 1, changes: .none, random: 0) else {
            return #expect(Bool(false), "it gave up at \(code)")
        }
    }

    @Test func `a run that had changed something is not repeated in silence`() {
        #expect(
            RetryPlan().verdict(on: failure(), attempt: 1, changes: wrote, random: 0)
                == .interrupted(
                    reason:
                        "a.lua:3: it broke; it had asked for 2 changes: look in Bitrix24 before it is tried again"))
    }

    @Test func `a script that wants to be tried again is, unless a change has no answer`() {
        var plan = RetryPlan()
        plan.isWanted = true
        guard case .retry = plan.verdict(on: failure(), attempt: 1, changes: wrote, random: 0) else {
            return #expect(Bool(false), "it gave up")
        }
        let unknown = RetryPlan.Changes(count: 2, unknown: 1)
        guard case .interrupted(let reason) = plan.verdict(on: failure(), attempt: 1, changes: unknown, random: 0)
        else { return #expect(Bool(false), "it was repeated") }
        #expect(reason.contains("2 changes, 1 of them without an answer"))
        plan.isIdempotent = true
        guard case .retry = plan.verdict(on: failure(), attempt: 1, changes: unknown, random: 0) else {
            return #expect(Bool(false), "an idempotent one gave up")
        }
    }

    @Test func `a dead credential costs no try`() {
        let dead = failure(["code": "INVALID_CREDENTIALS", "method": "crm.deal.get", "status": 401])
        #expect(
            RetryPlan().verdict(on: dead, attempt: 99, changes: .none, random: 0)
                == .snoozed(after: 300, reason: "a.lua:3: it broke"))
    }

    @Test func `a run that had changed something before the credential died is not repeated in silence`() {
        let dead = failure(["code": "expired_token", "method": "crm.deal.update", "status": 401])
        guard case .interrupted = RetryPlan().verdict(on: dead, attempt: 1, changes: wrote, random: 0) else {
            return #expect(Bool(false), "it would be repeated")
        }
        var plan = RetryPlan()
        plan.isIdempotent = true
        #expect(
            plan.verdict(on: dead, attempt: 1, changes: wrote, random: 0)
                == .snoozed(after: 300, reason: "a.lua:3: it broke"))
    }

    @Test func `a token that can't be kept is no dead credential, and passes`() {
        let full = failure(["code": "TOKEN_STORE", "method": "crm.deal.get", "retryable": false])
        #expect(RunFailure.isCredential(code: "TOKEN_STORE") == false)
        guard case .retry = RetryPlan().verdict(on: full, attempt: 1, changes: .none, random: 0) else {
            return #expect(Bool(false), "it gave up")
        }
    }

    @Test func `a portal that refuses the call itself has answered, one that refuses the caller has not`() {
        let answered: [JSONValue] = [["code": "ACCESS_DENIED", "method": "m", "status": 403]]
        let silent: [JSONValue] = [
            ["code": "INVALID_TOKEN", "method": "m", "status": 401], ["code": "UNREACHABLE", "method": "m"],
            ["code": "NOT_AN_ANSWER", "method": "m", "status": 200], ["code": "X", "method": "m", "status": 503],
            ["code": "X", "status": 400], "text",
        ]
        #expect(answered.allSatisfy { failure($0).isAnswered })
        #expect(!silent.contains { failure($0).isAnswered })
        #expect(!RunFailure(HostFailure("no such zone")).isAnswered)
    }

    @Test func `a script puts a job off or gives it up`() {
        let snoozed = failure(["code": "SNOOZE", "retry_after": 90], "the deal is locked")
        #expect(
            RetryPlan().verdict(on: snoozed, attempt: 9, changes: wrote, random: 0)
                == .snoozed(after: 90, reason: "the deal is locked"))
        let cancelled = failure(["code": "CANCEL"], "nothing to do")
        #expect(
            RetryPlan().verdict(on: cancelled, attempt: 1, changes: wrote, random: 0)
                == .cancelled(reason: "nothing to do"))
    }

    @Test func `a crash is followed by another try only if nothing was changed or the script allows it`() {
        var plan = RetryPlan()
        #expect(
            plan.verdict(onCrashAt: 1, changes: .none) == .retry(after: 0, reason: "the program ended while it ran"))
        guard case .interrupted = plan.verdict(onCrashAt: 1, changes: wrote) else {
            return #expect(Bool(false), "it was repeated")
        }
        plan.isWanted = true
        guard case .interrupted = plan.verdict(onCrashAt: 1, changes: wrote) else {
            return #expect(Bool(false), "`retry` was taken for `idempotent`")
        }
        plan.isIdempotent = true
        guard case .retry = plan.verdict(onCrashAt: 1, changes: wrote) else {
            return #expect(Bool(false), "an idempotent one was not repeated")
        }
    }

    @Test func `a job that takes the program down each time ends`() {
        guard case .dead = RetryPlan().verdict(onCrashAt: 5, changes: .none) else {
            return #expect(Bool(false), "it would go on for ever")
        }
    }

    @Test func `what the host itself finds wrong is final`() {
        #expect(RunFailure(HostFailure("no such zone")).kind == .final)
        #expect(RunFailure(ScriptFailure(message: "lost", script: "a.lua")).kind == .passing)
    }
}
