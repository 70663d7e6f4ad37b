import Testing
import Timetable

@testable import DemoPortal

@Suite("What the data are made of")
struct DataTests {
    @Test("random numbers are the published ones of SplitMix64, stream by stream")
    func random() {
        var first = RandomSource(seed: 1, stream: "a")
        var same = RandomSource(seed: 1, stream: "a")
        var other = RandomSource(seed: 1, stream: "b")
        let numbers = (0..<100).map { _ in first.next() }
        #expect(numbers == (0..<100).map { _ in same.next() })
        #expect(numbers != (0..<100).map { _ in other.next() })
        for _ in 0..<1_000 {
            #expect((0..<7).contains(first.below(7)))
            #expect((0..<1).contains(first.unit()))
            #expect((0..<3).contains(first.position(weights: [0, 1, 0.5])))
        }
        #expect(first.below(1) == 0)
    }

    @Test("logarithmic normal numbers lie around their median")
    func logNormal() {
        var random = RandomSource(seed: 9, stream: "numbers")
        let numbers = (0..<4_001).map { _ in random.logNormal(median: 100, spread: 0.8) }.sorted()
        #expect((90...110).contains(numbers[2_000]))
        #expect(numbers.allSatisfy { $0 > 0 && $0.isFinite })
    }

    @Test("work is done from Monday to Friday between 9 and 18")
    func workingTime() {
        let calendar = WorkCalendar(last: TestPortal.today, days: 30, zone: TestPortal.moscow)
        var previous = 0
        for step in 0...200 {
            let moment = calendar.moment(at: Double(step) / 200)
            let (date, time) = TestPortal.moscow.civil(at: Moment(unixSeconds: moment))
            #expect(date.weekday <= .friday)
            #expect((9..<18).contains(time.hour))
            #expect(moment >= previous)
            #expect(calendar.midnight(of: moment) == TestPortal.moscow.moment(of: date).unixSeconds)
            previous = moment
        }
        let monday = calendar.moment(at: 0)
        #expect(calendar.moment(after: monday, days: 2, share: 0).map { $0 > monday + 86_400 } == true)
        #expect(calendar.moment(after: calendar.end, days: 5, share: 0) == nil)
    }

    @Test("people have whole names and addresses of plain letters")
    func names() {
        var random = RandomSource(seed: 10, stream: "names")
        for _ in 0..<500 {
            let name = PersonName.random(&random)
            #expect(name.second.hasSuffix(name.isFemale ? "на" : "ич"))
            #expect(name.isFemale == (name.last.hasSuffix("а") || name.last.hasSuffix("ая")))
            #expect(name.login.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E })
            #expect(name.login.count > 3)
        }
        #expect(random.phone().hasPrefix("+7000"))
        #expect(random.phone().count == 12)
    }

    @Test(
        "field names turn into the vendor's camel case",
        arguments: [
            ("ID", "id"), ("ASSIGNED_BY_ID", "assignedById"), ("UTM_SOURCE", "utmSource"), ("PARENT_ID_2", "parentId2"),
            ("UF_CRM_1700000000001", "ufCrm_1700000000001"),
            ("UF_CRM_44_1721812760630", "ufCrm44_1721812760630"), ("UF_CRM_HELLO_WORLD", "ufCrmHelloWorld"),
            ("IS_BIZ_PROC_ENABLED", "isBizProcEnabled"),
        ])
    func fieldNames(name: String, expected: String) {
        #expect(Field.camelCase(name) == expected)
    }

    @Test("two funnels of deals have stages of the same name, and the contract is a stage of the sales only")
    func sameNames() {
        func funnels(_ stage: String) -> [String] {
            Funnel.of(.deal).filter { $0.stages.contains { $0.name == stage } }.map(\.name)
        }
        #expect(funnels("Новая") == ["Продажи", "Сервис"])
        #expect(funnels("Договор") == ["Продажи"])
    }

    @Test("custom fields have identifiers and names of their own, and so have the items of their lists")
    func customFields() {
        let fields = Family.allCases.flatMap { $0.schema.fields.compactMap(\.custom) }
        #expect(Set(fields.map(\.id)).count == fields.count)
        #expect(Set(fields.map { $0.entity + $0.name }).count == fields.count)
        let items = fields.flatMap { $0.items.map(\.id) }
        #expect(Set(items).count == items.count)
        #expect(fields.allSatisfy { $0.id < 1_001 } && items.allSatisfy { $0 < 1_001 })
        for family in Family.allCases {
            #expect(family.schema.fields.compactMap(\.custom).allSatisfy { $0.entity == family.customEntity })
        }
    }

    @Test("every stage has a meaning, and every funnel a beginning and both ends")
    func funnels() {
        for funnel in Funnel.all {
            #expect(Set(funnel.stages.map(\.id)).count == funnel.stages.count)
            #expect(!funnel.open.isEmpty && !funnel.won.isEmpty && !funnel.lost.isEmpty)
            #expect(funnel.stages.first?.meaning == .process)
        }
    }

    @Test("the webhook's code grows from the seed and is fit for an address")
    func webhook() {
        let code = DemoPortalOptions(seed: 1).webhookCode
        #expect(code == DemoPortalOptions(seed: 1).webhookCode)
        #expect(code != DemoPortalOptions(seed: 2).webhookCode)
        #expect(code.count == 16 && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
}
