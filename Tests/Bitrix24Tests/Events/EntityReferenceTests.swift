import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct EntityReferenceTests {
    @Test(
        "an entity has one form, however it is named",
        arguments: [
            ("crm.deal:5", "crm.deal:5"), ("CRM.Deal:5", "crm.deal:5"), ("crm.item.2:5", "crm.deal:5"),
            ("crm.item.1:5", "crm.lead:5"), ("crm.item.3:5", "crm.contact:5"), ("crm.item.4:5", "crm.company:5"),
            ("crm.item.7:5", "crm.quote:5"), ("crm.item.31:5", "crm.item.31:5"),
            ("crm.item.01036:7", "crm.item.1036:7"),
            ("crm.deal:005", "crm.deal:5"), ("crm.currency:RUB", "crm.currency:RUB"), ("user:3", "user:3"),
        ])
    func oneForm(text: String, form: String) throws {
        let reference = try #require(EntityReference(text))
        #expect(reference.description == form)
        #expect(EntityReference(reference.description) == reference)
    }

    @Test(
        "what is no entity is refused",
        arguments: [
            "", ":", "crm.deal", "crm.deal:", ":5", "crm.deal:0", "crm.deal:000", "crm.deal:-5", "crm.deal:5:6",
            "crm.deal:5 6", "crm..deal:5", ".crm:5", "crm deal:5", "crm.deal:../5", "crm.deal:5\n",
            "crm.deal:$result[0]",
            "сделка:5", "crm.deal:пять", "crm.deal:" + String(repeating: "1", count: 65),
        ])
    func hostile(text: String) { #expect(EntityReference(text) == nil) }

    @Test("the number of a type leads to the type and back")
    func numbers() {
        for number in [1, 2, 3, 4, 7, 31, 1_036] {
            #expect(EntityReference(entityTypeID: number, id: "5")?.entityTypeID == number)
        }
        #expect(EntityReference(entityTypeID: 0, id: "5") == nil)
        #expect(EntityReference("tasks.task:5")?.entityTypeID == nil)
    }

    @Test("whatever is read is short, plain and reads the same again")
    func random() {
        var random = SeededRandom(seed: 11)
        let letters = Array("crm.item:0159_-@ДÄ /%\u{0}AZ")
        var read = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...12, using: &random)
            let text = String((0..<length).compactMap { _ in letters.randomElement(using: &random) })
            guard let found = EntityReference(text) else { continue }
            read += 1
            #expect(found.description.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            #expect(EntityReference(found.description) == found)
        }
        #expect(read > 100)
    }
}
