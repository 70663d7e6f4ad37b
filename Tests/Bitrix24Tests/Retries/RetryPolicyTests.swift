import Testing

@testable import Bitrix24

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy()

    private func failure(_ code: String, status: Int? = nil, _ execution: Execution) -> PortalError {
        PortalError(code: code, message: "it failed", method: "crm.deal.add", status: status, execution: execution)
    }

    private func decide(
        _ failure: PortalError, repeatable: Bool, attempts: Int = 1, patience: Double? = nil
    ) -> RetryPolicy.Decision {
        policy.decide(
            failure, of: RetryPolicy.Subject(isRepeatable: repeatable, attempts: attempts, patience: patience),
            random: 1)
    }

    @Test("what was not executed is made again, reads and changes alike", arguments: [true, false])
    func notDone(repeatable: Bool) {
        #expect(decide(failure("UNREACHABLE", .notDone), repeatable: repeatable) == .retry(after: 0.25))
        #expect(
            decide(failure("QUERY_LIMIT_EXCEEDED", status: 503, .notDone), repeatable: repeatable) == .retry(after: 0))
        #expect(
            decide(failure("OPERATION_TIME_LIMIT", status: 429, .notDone), repeatable: repeatable) == .retry(after: 0))
    }

    @Test("a limit that nobody counts on this side is waited for with growing pauses")
    func uncounted() {
        var subject = RetryPolicy.Subject(isRepeatable: true, attempts: 4)
        subject.hasLimiter = false
        let limit = failure("QUERY_LIMIT_EXCEEDED", status: 503, .notDone)
        #expect(policy.decide(limit, of: subject, random: 1) == .retry(after: 2))
    }

    @Test("where the outcome is unknown a read is made again and a change is not")
    func unknown() {
        for code in ["TIMEOUT", "BROKEN", "NOT_AN_ANSWER", "INTERNAL_SERVER_ERROR"] {
            #expect(decide(failure(code, .unknown), repeatable: true) == .retry(after: 0.25))
            #expect(decide(failure(code, .unknown), repeatable: false) == .unknownOutcome)
        }
    }

    @Test("what was answered is never made again", arguments: [true, false])
    func answered(repeatable: Bool) {
        #expect(decide(failure("ACCESS_DENIED", status: 403, .answered), repeatable: repeatable) == .fail)
        #expect(decide(failure("", status: 400, .answered), repeatable: repeatable) == .fail)
    }

    @Test("a block by hand is never tested by trying again")
    func overload() {
        #expect(decide(failure("OVERLOAD_LIMIT", status: 503, .notDone), repeatable: true) == .fail)
    }

    @Test("pauses double up to the longest one, and failed attempts come to an end")
    func pauses() {
        let pauses = (1...9).compactMap { attempt -> Double? in
            guard case .retry(let pause) = decide(failure("BROKEN", .unknown), repeatable: true, attempts: attempt)
            else {
                return nil
            }
            return pause
        }
        #expect(pauses == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30])
        #expect(decide(failure("BROKEN", .unknown), repeatable: true, attempts: 10) == .fail)
        #expect(decide(failure("UNREACHABLE", .notDone), repeatable: true, attempts: 4) == .fail)
        #expect(decide(failure("QUERY_LIMIT_EXCEEDED", .notDone), repeatable: true, attempts: 50) == .fail)
    }

    @Test("chance shortens a pause by half at most")
    func jitter() {
        let subject = RetryPolicy.Subject(isRepeatable: true, attempts: 3)
        #expect(policy.decide(failure("BROKEN", .unknown), of: subject, random: 0) == .retry(after: 0.5))
        #expect(policy.decide(failure("BROKEN", .unknown), of: subject, random: 1) == .retry(after: 1))
    }

    @Test("a time that the portal names is waited for, unless it is too long to stand there")
    func named() {
        func named(_ seconds: Double) -> PortalError {
            var failure = failure("QUERY_LIMIT_EXCEEDED", status: 503, .notDone)
            failure.retryAfter = seconds
            return failure
        }
        #expect(decide(named(7), repeatable: false) == .retry(after: 7))
        #expect(decide(named(120), repeatable: true) == .retry(after: 120))
        #expect(decide(named(121), repeatable: true) == .fail)
        #expect(decide(named(7), repeatable: true, patience: 5) == .fail)
        var broken = failure("NOT_AN_ANSWER", status: 503, .unknown)
        broken.retryAfter = 3
        #expect(decide(broken, repeatable: true, attempts: 1) == .retry(after: 3))
        #expect(decide(broken, repeatable: true, attempts: 6) == .retry(after: 8))
        #expect(decide(broken, repeatable: false) == .unknownOutcome)
    }

    @Test("nobody is kept waiting beyond their patience")
    func patience() {
        #expect(decide(failure("BROKEN", .unknown), repeatable: true, attempts: 5, patience: 3) == .fail)
        #expect(decide(failure("BROKEN", .unknown), repeatable: true, attempts: 5, patience: 5) == .retry(after: 4))
    }
}
