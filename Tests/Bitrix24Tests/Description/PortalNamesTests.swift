import Testing

@testable import Bitrix24

@Suite struct PortalNamesTests {
    private let names = PortalNames(SampleDescription.all)

    private func failure(_ find: () throws(PortalNames.Failure) -> String) -> PortalNames.Failure? {
        do throws(PortalNames.Failure) {
            let code = try find()
            Issue.record("it found \(code)")
            return nil
        } catch {
            return error
        }
    }

    // MARK: Fields

    @Test(
        "a field is found by its title, in other letters, and by its code",
        arguments: ["Источник трафика", " источник  ТРАФИКА ", "UF_CRM_1", "uf_crm_1"])
    func field(title: String) throws {
        #expect(try names.field(title, of: "deal") == "UF_CRM_1")
        #expect(try names.field("Источник", of: "deal") == "SOURCE_ID")
    }

    @Test("crm.item has names of its own, and understands the classic ones")
    func item() throws {
        #expect(try names.field("Источник трафика", of: "item.deal") == "ufCrm_1")
        #expect(try names.field("UF_CRM_1", of: "item.deal") == "ufCrm_1")
    }

    @Test("a smart process goes by its title or its number", arguments: ["Договоры", "договоры", "140", "item.140"])
    func smartProcess(entity: String) throws {
        #expect(try names.field("Номер", of: entity) == "ufCrm7_1")
        #expect(try names.stage("Начало", of: entity) == "DT140_9:NEW")
    }

    @Test("titles that several fields have lead to their codes; the exact one comes first")
    func ambiguous() throws {
        let error = failure { () throws(PortalNames.Failure) in try names.field("Дубль", of: "deal") }
        #expect(
            error?.description == "deals have several fields titled 'Дубль'; write one of 'UF_CRM_2', 'UF_CRM_3'")
        #expect(error?.part == nil)
        #expect(try names.field("ДУБЛЬ", of: "deal") == "UF_CRM_4")
    }

    @Test("a title that isn't there names the nearest one, and what to ask the portal for")
    func unknown() {
        let error = failure { () throws(PortalNames.Failure) in try names.field("Источник трафк", of: "deal") }
        #expect(
            error?.description
                == "deals have no field titled 'Источник трафк'; did you mean 'Источник трафика'? "
                + "`lunokhod types` shows and stores what there is")
        #expect(error?.part == .entity("crm.deal"))
    }

    @Test("an entity whose fields are not known tells why, if that is known")
    func gap() {
        let quote = failure { () throws(PortalNames.Failure) in try names.field("Сумма", of: "quote") }
        #expect(quote?.description == "the fields of quotes are not known: crm.quote.fields: access denied")
        let user = failure { () throws(PortalNames.Failure) in try names.field("Имя", of: "user") }
        #expect(user?.description == "the fields of users are not known; run `lunokhod types`")
        #expect(user?.part == .entity("user"))
    }

    @Test("an entity that isn't there names the nearest one")
    func entity() {
        let error = failure { () throws(PortalNames.Failure) in try names.field("Имя", of: "Дговоры") }
        #expect(error?.description.contains("did you mean 'Договоры'?") == true)
        #expect(error?.part == .smartProcesses)
        let task = failure { () throws(PortalNames.Failure) in try names.field("Имя", of: "item.task") }
        #expect(task?.description == "crm.item has no tasks; write task instead")
    }

    @Test("smart processes that the credential may not see are told as such")
    func hidden() {
        var portal = PortalDescription(asked: "")
        portal.gaps = [
            PortalDescription.Gap(subject: "the smart processes", code: "X", reason: "crm.type.list: no right")
        ]
        let error = failure { () throws(PortalNames.Failure) in try PortalNames(portal).field("a", of: "Договоры") }
        #expect(error?.description == "the smart processes are not known: crm.type.list: no right")
    }

    // MARK: Stages

    @Test("a stage is found by its funnel and its title, by its title alone if that is enough, and by its code")
    func stage() throws {
        #expect(try names.stage("Продажи/Договор", of: "deal") == "EXECUTING")
        #expect(try names.stage("тендеры/новая", of: "deal") == "C1:NEW")
        #expect(try names.stage("Победа", of: "deal") == "C1:WON")
        #expect(try names.stage("C1:WON", of: "deal") == "C1:WON")
        #expect(try names.stage("Не обработан", of: "lead") == "NEW")
    }

    @Test("a title that several funnels have leads to the full names")
    func ambiguousStage() {
        let error = failure { () throws(PortalNames.Failure) in try names.stage("Новая", of: "deal") }
        #expect(
            error?.description
                == "deals have several stages titled 'Новая'; write one of 'Продажи/Новая', 'Тендеры/Новая'")
    }

    @Test("a stage of another smart process, or what has no stages, leads to none")
    func noStage() {
        let other = failure { () throws(PortalNames.Failure) in try names.stage("Чужая", of: "Договоры") }
        #expect(other?.description.hasPrefix("'Договоры' has no stage titled 'Чужая'") == true)
        #expect(other?.part == .stages(140))
        let contact = failure { () throws(PortalNames.Failure) in try names.stage("Новая", of: "contact") }
        #expect(contact?.description == "contacts have no stages")
    }

    // MARK: Values

    @Test("a value of a list is found in the field, or in the directory that the field names")
    func choice() throws {
        #expect(try names.choice("Сайт", of: "Источник трафика", of: "deal") == "45")
        #expect(try names.choice("веб-сайт", of: "Источник", of: "deal") == "WEB")
        #expect(try names.choice("47", of: "UF_CRM_1", of: "deal") == "47")
    }

    @Test("a field without values, and a value that isn't there, are told")
    func noChoice() {
        let text = failure { () throws(PortalNames.Failure) in try names.choice("x", of: "Название", of: "deal") }
        #expect(text?.description == "the field 'Название' (TITLE) has no list of values")
        let value = failure { () throws(PortalNames.Failure) in
            try names.choice("Сат", of: "Источник трафика", of: "deal")
        }
        #expect(value?.description.hasPrefix("the field 'Источник трафика' has no value titled 'Сат'") == true)
    }
}
