import Timetable

/// What Debian's cron daemon does, minute by minute: it wakes each minute, reads the clock on the wall and compares it
/// with the last minute that it has dealt with. Nothing of this is shared with what it is there to check. Seconds, which
/// that daemon doesn't know, are those of the minute; what it makes up for comes as the minute begins.
struct SlowCron {
    /// A line of its table.
    struct Line {
        let text: String
        /// 1,440 minutes of a day.
        let minutes: [Bool]
        /// Seconds of each minute, the earliest first.
        let seconds: [Int]
        let isWildcard: Bool
        let allows: @Sendable (CivilDate) -> Bool
    }

    let lines: [Line]
    let zone: Zone
    /// The last local minute that was dealt with.
    private var virtual = 0
    private var day = Int.min
    /// The lines that the day allows.
    private var active: [Int] = []
    /// For each line the seconds (since the epoch) of its runs.
    private(set) var runs: [[Int]]

    init(lines: [Line], zone: Zone) {
        self.lines = lines
        self.zone = zone
        runs = Array(repeating: [], count: lines.count)
    }

    /// Lets it run; the minutes are since the epoch.
    mutating func run(from start: Int, through end: Int) {
        virtual = clock(start) - 1
        var hour = start
        while hour <= end {
            // No zone changes its clocks twice within an hour: where both ends are alike, so is all between.
            let (first, next) = (offset(hour), offset(hour + 60))
            for minute in hour...min(hour + 59, end) {
                wake(at: minute, now: minute + (first == next ? first : offset(minute)))
            }
            hour += 60
        }
    }

    private mutating func wake(at minute: Int, now: Int) {
        switch now - virtual {
        case 1:
            virtual = now
            find(now, at: minute, wildcards: true, fixed: true)
        case 2...5:
            while virtual < now {
                virtual += 1
                find(virtual, at: minute, isLate: virtual < now, wildcards: true, fixed: true)
            }
        case 6...180:
            find(now, at: minute, wildcards: true, fixed: false)
            while virtual < now {
                virtual += 1
                find(virtual, at: minute, isLate: virtual < now, wildcards: false, fixed: true)
            }
        case -179...0:
            find(now, at: minute, wildcards: true, fixed: false)
        default:
            virtual = now
            find(now, at: minute, wildcards: true, fixed: true)
        }
    }

    private func clock(_ minute: Int) -> Int { minute + offset(minute) }

    /// What the clocks are ahead of UTC, in minutes.
    private func offset(_ minute: Int) -> Int { zone.offset(at: Moment(unixSeconds: minute * 60)) / 60 }

    private mutating func find(_ local: Int, at minute: Int, isLate: Bool = false, wildcards: Bool, fixed: Bool) {
        if local / 1_440 != day {
            day = local / 1_440
            let date = CivilDate(daysSinceEpoch: day)
            active = lines.indices.filter { lines[$0].allows(date) }
        }
        let minuteOfDay = local % 1_440
        for index in active where lines[index].minutes[minuteOfDay] {
            guard lines[index].isWildcard ? wildcards : fixed else { continue }
            for second in isLate ? [0] : lines[index].seconds {
                let run = minute * 60 + second
                if runs[index].last.map({ $0 < run }) ?? true { runs[index].append(run) }
            }
        }
    }
}
