import Glibc
import Timetable

/// What the program finds around itself.
enum Surroundings {
    /// The environment's variables.
    static var environment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let sign = text.firstIndex(of: "=") {
                variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            next += 1
        }
        return variables
    }

    /// The machine's time.
    static var now: Moment { Moment(unixSeconds: time(nil)) }

    /// The machine's time in seconds since 1970, with fractions.
    static var unixTime: Double {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
