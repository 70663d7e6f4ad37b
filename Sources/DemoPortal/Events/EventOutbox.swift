/// A notice for a handler, ready to be sent once.
struct EventNotice: Hashable, Sendable {
    let handler: String
    /// A form.
    let body: [UInt8]
}

/// The notices that wait: which may leave now, and when the next one may.
struct EventOutbox: Sendable {
    enum Step: Hashable, Sendable {
        case send(EventNotice)
        /// The next one may leave in so many seconds.
        case wait(Double)
        /// Nothing may leave until something else happens.
        case rest
    }

    /// Notices that are under way at once, to all handlers together.
    static let mostUnderWay = 16
    /// Notices that wait for one handler; what comes on top is lost.
    static let mostWaiting = 10_000

    private struct Line {
        var notices: [EventNotice] = []
        var first = 0
        var pace = HandlerPace()
        var underWay = 0

        var count: Int { notices.count - first }

        mutating func take() -> EventNotice {
            let notice = notices[first]
            first += 1
            if first > 1_000, first * 2 > notices.count {
                notices.removeFirst(first)
                first = 0
            }
            underWay += 1
            return notice
        }
    }

    private var lines: [String: Line] = [:]
    /// The handlers in the order of their first notice, the one that was served last at the end.
    private var turns: [String] = []
    private var underWay = 0
    private(set) var statistics = DemoEventStatistics()

    mutating func add(_ notice: EventNotice) {
        if lines[notice.handler] == nil { turns.append(notice.handler) }
        guard lines[notice.handler, default: Line()].count < EventOutbox.mostWaiting else {
            statistics.failed += 1
            return
        }
        lines[notice.handler, default: Line()].notices.append(notice)
    }

    /// What is to be done now. A slow handler has one notice under way at most.
    mutating func next(at now: Double) -> Step {
        guard underWay < EventOutbox.mostUnderWay else { return .rest }
        var soonest = Double.infinity
        for (place, handler) in turns.enumerated() {
            guard let line = lines[handler], line.count > 0 else { continue }
            if line.pace.pause > 0, line.underWay > 0 { continue }
            guard line.pace.free <= now else {
                soonest = min(soonest, line.pace.free - now)
                continue
            }
            turns.append(turns.remove(at: place))
            underWay += 1
            guard let notice = lines[handler]?.take() else { return .rest }
            return .send(notice)
        }
        return soonest.isFinite ? .wait(soonest) : .rest
    }

    /// Takes note of what became of a notice, which is never sent again.
    ///
    /// - Parameters:
    ///   - seconds: how long the answer took; nil if there was none
    ///   - accepted: whether the handler said that it has taken it
    mutating func finished(_ handler: String, after seconds: Double?, accepted: Bool, at now: Double) {
        underWay -= 1
        lines[handler]?.underWay -= 1
        if accepted { statistics.sent += 1 } else { statistics.failed += 1 }
        if lines[handler]?.pace.answered(after: seconds, at: now) == true { statistics.slowed += 1 }
    }
}
