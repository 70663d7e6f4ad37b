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
}
