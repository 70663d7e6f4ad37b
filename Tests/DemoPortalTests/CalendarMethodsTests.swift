import JSON
import Testing

@testable import DemoPortal

@Suite("The calendar")
struct CalendarMethodsTests {
    @Test("tells the hours, the days of rest and the holidays of the company, for its own scope only")
    func settings() throws {
        let settings = try TestPortal.shared.result("calendar.settings.get")
        #expect(settings["week_holidays"] == ["SA", "SU"])
        #expect(settings["work_time_start"] == "9" && settings["work_time_end"] == "19")
        #expect(settings["year_holidays"]?.string?.split(separator: ",").contains("23.02") == true)
        #expect(settings["year_workdays"] == "31.12" && settings["week_start"] == "MO")
        let poor = TestPortal.make(deals: 1, scopes: ["im"])
        #expect(try poor.refusal("calendar.settings.get").code == "insufficient_scope")
    }
}
