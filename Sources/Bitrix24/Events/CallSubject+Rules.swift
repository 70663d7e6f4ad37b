import JSON

extension CallSubject {
    /// Methods that don't tell their entity by their name.
    struct Rule: Sendable {
        let methods: [String]
        /// What happens to the entity; nil if the method's last word tells.
        var change: ChangeKind?
        let entity: @Sendable (_ parameters: JSONValue, _ result: JSONValue?) -> EntityReference?
    }

    static let rules: [Rule] =
        [items, rowOwners, oldRowOwners] + owners + [tasks, taskParts, taskLinks]
        + [chats, workflows, triggers, ownFields]

    private static let items = Rule(methods: ["crm.item.add", "crm.item.update", "crm.item.delete", "crm.item.import"])
    {
        parameters, result in
        guard let type = parameters.number(at: ["entityTypeId"]),
            let id = parameters.identifier(at: ["id"]) ?? result?.identifier(at: ["item.id"])
        else { return nil }
        return EntityReference(entityTypeID: type, id: id)
    }

    /// Product rows of items of all kinds.
    private static let rowOwners = Rule(methods: ["crm.item.productrow.*"], change: .updated) { parameters, result in
        let places = [parameters, parameters.value(at: "fields"), result?.value(at: "productRow")]
        for place in places.compactMap({ $0 }) {
            guard let id = place.identifier(at: ["ownerId"]), let code = place.value(at: "ownerType")?.string,
                let type = entityTypeID(ofCode: code)
            else { continue }
            return EntityReference(entityTypeID: type, id: id)
        }
        return nil
    }

    private static let oldRowOwners = Rule(methods: ["crm.productrow.*"], change: .updated) { parameters, _ in
        guard let id = parameters.identifier(at: ["fields.OWNER_ID", "ownerId"]),
            let code = parameters.identifier(at: ["fields.OWNER_TYPE", "ownerType"]),
            let type = entityTypeID(ofCode: code)
        else { return nil }
        return EntityReference(entityTypeID: type, id: id)
    }

    /// What belongs to an entity and is changed by the entity's identifier.
    private static let owners = ["lead", "deal", "contact", "company", "quote"].map { name in
        Rule(
            methods: ["productrows", "contact", "company"].map { "crm.\(name).\($0).*" }, change: .updated
        ) { parameters, _ in
            parameters.identifier(at: ["id"]).flatMap { EntityReference(type: "crm.\(name)", id: $0) }
        }
    }

    private static let tasks = Rule(methods: ["tasks.task.add", "tasks.task.update", "tasks.task.delete"]) {
        parameters, result in
        (parameters.identifier(at: ["taskId", "id"]) ?? result?.identifier(at: ["task.id", "item.id", "id"])).flatMap {
            EntityReference(type: "tasks.task", id: $0)
        }
    }

    /// All else that is done to a task: a change of its state, its comments, its check list.
    private static let taskParts = Rule(
        methods: [
            "tasks.task.*", "task.item.delegate", "task.item.startexecution", "task.item.complete",
            "task.item.renew", "task.item.defer", "task.item.approve", "task.item.disapprove", "task.commentitem.*",
            "task.comment.*", "task.checklistitem.*", "task.elapseditem.*",
        ], change: .updated
    ) { parameters, _ in
        parameters.identifier(at: ["taskId", "fields.taskId"]).flatMap { EntityReference(type: "tasks.task", id: $0) }
    }

    private static let taskLinks = Rule(methods: ["task.dependence.*"], change: .updated) { parameters, _ in
        parameters.identifier(at: ["taskIdTo"]).flatMap { EntityReference(type: "tasks.task", id: $0) }
    }

    /// Messages, whose chat is the entity; a dialog with a person has no number of its own.
    private static let chats = Rule(
        methods: ["im.message.*", "im.v2.chat.message.*", "imbot.message.*", "imbot.v2.chat.message.*"],
        change: .updated
    ) { parameters, _ in
        if let chat = parameters.identifier(at: ["CHAT_ID"]) { return EntityReference(type: "im.chat", id: chat) }
        guard let dialog = parameters.identifier(at: ["DIALOG_ID", "dialogId"]), dialog.hasPrefix("chat") else {
            return nil
        }
        return EntityReference(type: "im.chat", id: String(dialog.dropFirst(4)))
    }

    /// A workflow changes its document, sooner or later.
    private static let workflows = Rule(methods: ["bizproc.workflow.start"], change: .updated) { parameters, _ in
        guard let document = parameters.value(at: "DOCUMENT_ID"), let text = (document[2] ?? document["2"])?.string
        else { return nil }
        let parts = text.split(separator: "_").map(String.init)
        if parts.count == 3, parts[0] == "DYNAMIC", let type = Int(parts[1]) {
            return EntityReference(entityTypeID: type, id: parts[2])
        }
        let types = ["LEAD": 1, "DEAL": 2, "CONTACT": 3, "COMPANY": 4, "QUOTE": 7]
        guard parts.count == 2, let type = types[parts[0]] else { return nil }
        return EntityReference(entityTypeID: type, id: parts[1])
    }

    private static let triggers = Rule(methods: ["crm.automation.trigger.execute"], change: .updated) {
        parameters, _ in
        guard let type = parameters.number(at: ["OWNER_TYPE_ID"]), let id = parameters.identifier(at: ["OWNER_ID"])
        else { return nil }
        return EntityReference(entityTypeID: type, id: id)
    }

    /// Settings of a portal's forms are nobody's entity.
    private static let ownFields = Rule(
        methods: [
            "crm.item.details.*", "crm.lead.details.*", "crm.deal.details.*", "crm.contact.details.*",
            "crm.company.details.*", "event.*", "app.*", "user.option.*",
        ]
    ) { _, _ in nil }

    /// The number of a type of the CRM by its short code: `D`, `L`, `C`, `CO`, `Q`, `SI`, or `T` with the number in
    /// hexadecimal digits.
    private static func entityTypeID(ofCode code: String) -> Int? {
        let code = code.uppercased()
        if let type = ["L": 1, "D": 2, "C": 3, "CO": 4, "I": 5, "Q": 7, "O": 14, "SI": 31][code] { return type }
        return code.hasPrefix("T") ? Int(code.dropFirst(), radix: 16) : nil
    }
}
