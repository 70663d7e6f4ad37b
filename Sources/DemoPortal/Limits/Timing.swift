import Timetable

/// When something ran and what it cost: the object `time` of an answer.
struct Timing: Hashable, Sendable {
    /// Seconds since 1970.
    var start: Double
    var finish: Double
    /// The seconds of the method itself.
    var processing: Double
    /// The seconds that the method has worked in the last ten minutes; 0 where nobody measures.
    var operating = 0.0
    /// When some of that is forgotten, in seconds since 1970.
    var resetAt: Int

    init(from start: Double, to finish: Double) {
        self.start = start
        self.finish = finish
        processing = max(0, finish - start)
        resetAt = Int(start + OperatingBudget.window)
    }
}

extension JSONBuffer {
    /// The value of `time`.
    mutating func time(_ timing: Timing, zone: Zone) {
        beginObject()
        name("start")
        number(timing.start)
        name("finish")
        number(timing.finish)
        name("duration")
        number(max(0, timing.finish - timing.start))
        name("processing")
        number(timing.processing)
        name("date_start")
        moment(Int(timing.start), zone: zone)
        name("date_finish")
        moment(Int(timing.finish), zone: zone)
        name("operating_reset_at")
        integer(timing.resetAt)
        name("operating")
        number(timing.operating)
        endObject()
    }
}
