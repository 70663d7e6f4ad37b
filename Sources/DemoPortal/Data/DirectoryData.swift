import Timetable

/// The directories of the CRM and the descriptions of the smart processes.
enum DirectoryData {
    private static let statuses = RecordTemplate(
        .status,
        varying: [
            "ENTITY_ID", "STATUS_ID", "NAME", "NAME_INIT", "SORT", "SYSTEM", "CATEGORY_ID", "COLOR", "SEMANTICS",
            "EXTRA",
        ])

    static func fill(_ state: inout PortalState, created: Int) {
        for funnel in Funnel.all {
            for (place, stage) in funnel.stages.enumerated() { add(stage, place, of: funnel, &state) }
        }
        for directory in Directory.all {
            for (place, entry) in directory.entries.enumerated() {
                state[.status].add(
                    statuses.record([
                        .text(directory.name), .text(entry.id), .text(entry.name), .text(entry.name),
                        .integer(10 * (place + 1)), .flag(true), .empty, .empty, .empty, .empty,
                    ]))
            }
        }
        for family in Family.allCases { addType(family, created: created, &state) }
    }

    private static func add(_ stage: Stage, _ place: Int, of funnel: Funnel, _ state: inout PortalState) {
        let meaning = stage.meaning == .process ? "process" : stage.meaning == .success ? "success" : "failure"
        let isApology = stage.meaning == .failure && !stage.isSystem
        var extra = JSONBuffer()
        extra.beginObject()
        extra.name("SEMANTICS")
        extra.string(isApology ? "apology" : meaning)
        extra.name("COLOR")
        extra.string(stage.color)
        extra.endObject()
        state[.status].add(
            statuses.record([
                .text(funnel.directory), .text(stage.id), .text(stage.name), .text(stage.isSystem ? stage.name : ""),
                .integer(10 * (place + 1)), .flag(stage.isSystem),
                (funnel.category ?? 0) == 0 ? .empty : .integer(funnel.category ?? 0), .text(stage.color),
                stage.meaning == .process ? .empty : .text(stage.meaning.rawValue), .raw(extra.finished()),
            ]))
    }

    /// Describes a smart process; its custom fields are called after its identifier.
    private static func addType(_ family: Family, created: Int, _ state: inout PortalState) {
        guard let id = family.typeID, let entityTypeID = family.entityTypeID, let title = family.typeTitle else {
            return
        }
        state[.type].skipIDs(id - state[.type].nextID)
        let template = RecordTemplate(
            .type,
            constant: [
                "IS_CATEGORIES_ENABLED": .flag(true), "IS_STAGES_ENABLED": .flag(true),
                "IS_BEGIN_CLOSE_DATES_ENABLED": .flag(true), "IS_CLIENT_ENABLED": .flag(true),
                "IS_LINK_WITH_PRODUCTS_ENABLED": .flag(true), "IS_SOURCE_ENABLED": .flag(true),
                "IS_OBSERVERS_ENABLED": .flag(true), "IS_RECYCLEBIN_ENABLED": .flag(true),
                "IS_AUTOMATION_ENABLED": .flag(true), "IS_BIZ_PROC_ENABLED": .flag(true), "CODE": .text(""),
                "CREATED_BY": .integer(1), "UPDATED_BY": .integer(1), "CREATED_TIME": .moment(created),
                "UPDATED_TIME": .moment(created),
            ], varying: ["TITLE", "ENTITY_TYPE_ID"])
        state[.type].add(template.record([.text(title), .integer(entityTypeID)]))
    }
}
