import Timetable
import Yams

/// The working days as the settings name them, instead of the portal's calendar.
struct CalendarSettingsReader {
    let text: SettingsText

    func read(_ node: Node, line: Int) throws(HostFailure) -> WorkingCalendar {
        var weekend = ["SA", "SU"]
        var (holidays, workdays) = ("", "")
        for member in try text.members(of: node, in: "calendar", known: ["weekend", "holidays", "workdays"]) {
            let texts = try text.texts(member)
            switch member.name {
            case "weekend": weekend = texts
            case "holidays": holidays = texts.joined(separator: ",")
            default: workdays = texts.joined(separator: ",")
            }
        }
        do throws(ScheduleError) {
            return try WorkingCalendar(weekHolidays: weekend, yearHolidays: holidays, yearWorkdays: workdays)
        } catch {
            throw text.wrong(line: line, "calendar: \(error)")
        }
    }
}
