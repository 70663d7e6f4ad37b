/// Which directories the portal has: the stages of every funnel, and what records are sorted by.
enum StatusDirectories {
    static func write(to json: inout JSONBuffer) {
        json.beginArray()
        for funnel in Funnel.all { write(funnel, &json) }
        for directory in Directory.all {
            json.beginObject()
            json.name("ID")
            json.string(directory.name)
            json.name("NAME")
            json.string(directory.title)
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ funnel: Funnel, _ json: inout JSONBuffer) {
        json.beginObject()
        json.name("ID")
        json.string(funnel.directory)
        json.name("NAME")
        json.string(title(funnel))
        if funnel.family == .deal, funnel.category != 0 {
            json.name("PARENT_ID")
            json.string("DEAL_STAGE")
        }
        json.name("SEMANTIC_INFO")
        writeMeanings(funnel, &json)
        if let prefix = funnel.prefix {
            json.name("PREFIX")
            json.string(prefix)
        }
        if let category = funnel.category {
            json.name("FIELD_ATTRIBUTE_SCOPE")
            json.string(category == 0 ? "" : "category_\(category)")
        }
        json.name("ENTITY_TYPE_ID")
        json.integer(funnel.family.entityTypeID ?? 0)
        writeCategory(funnel, &json)
        json.endObject()
    }

    private static func title(_ funnel: Funnel) -> String {
        switch funnel.family {
        case .lead: "Стадии лида"
        case .deal: "Стадии сделки \(funnel.name)"
        default: "\(funnel.family.typeTitle ?? "") (\(funnel.name))"
        }
    }

    /// Smart processes tell nothing of their first and last stages here.
    private static func writeMeanings(_ funnel: Funnel, _ json: inout JSONBuffer) {
        json.beginObject()
        if funnel.family.typeID == nil {
            let ends = [
                ("START_FIELD", funnel.open.first), ("FINAL_SUCCESS_FIELD", funnel.won.first),
                ("FINAL_UNSUCCESS_FIELD", funnel.lost.first),
            ]
            for (name, stage) in ends {
                json.name(name)
                json.string(stage?.id ?? "")
            }
            json.name("FINAL_SORT")
            json.integer(0)
        }
        json.endObject()
    }

    /// The category of a deal is a text, but for the one that every portal has.
    private static func writeCategory(_ funnel: Funnel, _ json: inout JSONBuffer) {
        guard let category = funnel.category else { return }
        let isSmartProcess = funnel.family.typeID != nil
        if isSmartProcess {
            json.name("IS_ENABLED")
            json.bool(true)
        }
        json.name("CATEGORY_ID")
        if isSmartProcess || category == 0 { json.integer(category) } else { json.quotedInteger(category) }
        guard isSmartProcess else { return }
        json.name("CATEGORY_NAME")
        json.string(funnel.name)
        json.name("CATEGORY_SORT")
        json.integer(funnel.sort)
        json.name("IS_DEFAULT_CATEGORY")
        json.bool(funnel.isDefault)
    }
}
