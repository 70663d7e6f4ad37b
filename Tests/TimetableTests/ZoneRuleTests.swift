import Testing

@testable import Timetable

@Suite("The rule at the end of a zone file")
struct ZoneRuleTests {
    private func rule(_ text: String) throws -> ZoneRule {
        try #require(ZoneRule(Array(text.utf8)))
    }

    @Test("A zone without summer time has one offset")
    func plain() throws {
        #expect(try rule("MSK-3").offset(at: 0) == 10_800)
        #expect(try rule("<+0545>-5:45").offset(at: 5_000_000_000) == 20_700)
        #expect(try rule("<-0330>+3:30:15").standard == -12_615)
    }

    @Test("Days are counted in all three ways of POSIX")
    func dayForms() throws {
        let newYear = 1_798_761_600  // 2027-01-01T00:00:00Z
        let byMonth = try rule("STD0DST,M3.5.0/1,M10.5.0/1:00")
        #expect(
            byMonth.changes(from: 2027, through: 2027).map(\.at) == [
                newYear + 86 * 86_400 + 3_600, newYear + 303 * 86_400,
            ])
        // J60 is 1 March in every year, day 59 is 29 February in a leap year.
        let byNumber = try rule("STD0DST0,J60/0,59/0")
        #expect(byNumber.changes(from: 2028, through: 2028).map(\.at) == [1_835_395_200, 1_835_481_600])
        #expect(byNumber.changes(from: 2027, through: 2027).allSatisfy { $0.at == newYear + 59 * 86_400 })
    }

    @Test("Summer time may span New Year, be winter time, begin the day before, or last all year")
    func oddRules() throws {
        let january = 1_800_000_000
        let july = 1_815_000_000
        let sydney = try rule("AEST-10AEDT,M10.1.0,M4.1.0/3")
        #expect(sydney.offset(at: january) == 39_600 && sydney.offset(at: july) == 36_000)
        let dublin = try rule("IST-1GMT0,M10.5.0,M3.5.0/1")
        #expect(dublin.offset(at: january) == 0 && dublin.offset(at: july) == 3_600)
        let nuuk = try rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0")
        #expect(nuuk.changes(from: 2027, through: 2027).map(\.at) == [1_806_195_600, 1_824_944_400])
        let allYear = try rule("EST5EDT,0/0,J365/25")
        for day in 0..<800 { #expect(allYear.offset(at: january + day * 86_400) == -14_400) }
    }

    @Test("Without dates the customary ones hold")
    func defaultDates() throws {
        #expect(try rule("EST5EDT").changes(from: 2026, through: 2026).map(\.at) == [1_772_953_200, 1_793_512_800])
    }

    @Test(
        "What isn't POSIX is refused",
        arguments: [
            "", "X3", "MSK", "MSK-", "MSK-25", "<>3", "<+03-3", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
            "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J366,J1",
            "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0 ", "MSK-3:60",
            "MSK-99999999999999999999",
        ])
    func refuses(text: String) {
        #expect(ZoneRule(Array(text.utf8)) == nil)
    }
}
