import JSON

/// How the events of one noun name their entity.
struct EventFamily {
    /// Where the type comes from.
    private enum Source {
        /// It is always the same.
        case fixed(String)
        /// It is the number of a type of the CRM at a path.
        case numbered(String)
        /// It is the word of a type of the CRM at a path, such as `DEAL`.
        case worded(String)
        /// There is no entity.
        case none
    }

    private let source: Source
    private let paths: [String]
    /// Whether the event is about a part, such as a comment, of the entity that it names. Such an entity is updated
    /// whatever happens to its part.
    let isPart: Bool

    private init(_ source: Source, _ paths: [String] = usual, isPart: Bool = false) {
        (self.source, self.paths, self.isPart) = (source, paths, isPart)
    }

    private init(_ type: String, _ paths: String..., isPart: Bool = false) {
        self.init(.fixed(type), paths.isEmpty ? Self.usual : paths, isPart: isPart)
    }

    /// The entity that an event's data name.
    func entity(in data: JSONValue, entityTypeID: Int?) -> EntityReference? {
        guard let id = data.identifier(at: paths) else { return nil }
        switch source {
        case .fixed(let type): return EntityReference(type: type, id: id)
        case .numbered(let path):
            return (data.number(at: [path]) ?? entityTypeID).flatMap { EntityReference(entityTypeID: $0, id: id) }
        case .worded(let path):
            return data.value(at: path)?.string.flatMap { EntityReference(type: "crm.\($0)", id: id) }
        case .none: return nil
        }
    }

    /// The family of a noun; one that isn't known stands for itself.
    static func of(_ noun: String) -> EventFamily {
        if let family = known[noun] { return family }
        if nameless.contains(where: noun.hasPrefix) { return EventFamily(.none) }
        if noun.hasPrefix("CRM"), noun.hasSuffix(field) {
            let owner = noun.dropFirst(3).dropLast(field.count).lowercased()
            return EventFamily(.fixed("crm.\(owner).userfield"))
        }
        if chats.contains(where: noun.hasPrefix) { return EventFamily(.fixed("im.chat"), chatPaths, isPart: true) }
        return EventFamily(.fixed(noun.lowercased()))
    }

    private static let usual = ["FIELDS.ID", "FIELDS_AFTER.ID", "FIELDS_BEFORE.ID", "ID"]
    private static let field = "USERFIELD"
    /// What begins so tells of the application itself, or carries nothing.
    private static let nameless = ["APP", "OFFLINEEVENT"]
    /// What begins so happens in a chat, whose messages are to be told in their order.
    private static let chats = ["IMBOT", "IMV2", "IMCOMMAND", "IMCONNECTOR", "OPENLINE", "SESSION"]
    private static let chatPaths = [
        "PARAMS.CHAT_ID", "PARAMS.TO_CHAT_ID", "chat.id", "message.chatId", "DATA.connector.chat_id",
        "DATA.im.chat_id", "CONNECTOR.chat_id", "MESSAGES.im.chat_id",
    ]

    private static let known: [String: EventFamily] = [
        "CRMDEAL": EventFamily("crm.deal"), "CRMLEAD": EventFamily("crm.lead"),
        "CRMCONTACT": EventFamily("crm.contact"), "CRMCOMPANY": EventFamily("crm.company"),
        "CRMQUOTE": EventFamily("crm.quote"), "CRMINVOICE": EventFamily("crm.invoice"),
        "CRMACTIVITY": EventFamily("crm.activity"), "CRMREQUISITE": EventFamily("crm.requisite"),
        "CRMBANKDETAIL": EventFamily("crm.requisite.bankdetail"), "CRMCURRENCY": EventFamily("crm.currency"),
        "CRMMEASURE": EventFamily("crm.measure"), "CRMPRODUCT": EventFamily("crm.product"),
        "CRMPRODUCTPROPERTY": EventFamily("crm.product.property"),
        "CRMPRODUCTSECTION": EventFamily("crm.productsection"), "CRMTYPE": EventFamily("crm.type"),
        "CRMTIMELINECOMMENT": EventFamily("crm.timeline.comment"),
        "CRMDEALRECURRING": EventFamily("crm.deal.recurring"),
        "CRMINVOICERECURRING": EventFamily("crm.invoice.recurring"),
        "CRMDOCUMENTGENERATORDOCUMENT": EventFamily("crm.documentgenerator.document"),
        "CRMDYNAMICITEM": EventFamily(.numbered("FIELDS.ENTITY_TYPE_ID")),
        "CRMADDRESS": EventFamily(.numbered("FIELDS.ENTITY_TYPE_ID"), ["FIELDS.ENTITY_ID"], isPart: true),
        "CATALOG.PRICE.TYPE": EventFamily("catalog.pricetype"),
        "CATALOG.ROUNDING": EventFamily("catalog.roundingrule"),
        "BOOKING": EventFamily("booking.v1.booking"), "BOOKINGRESOURCE": EventFamily("booking.v1.resource"),
        "BOOKINGRESOURCETYPE": EventFamily("booking.v1.resourcetype"),
        "BOOKINGWAITLISTITEM": EventFamily("booking.v1.waitlist"),
        "CALENDARENTRY": EventFamily("calendar.event"), "CALENDARSECTION": EventFamily("calendar.section"),
        "LIVEFEEDPOST": EventFamily("log.blogpost", "FIELDS.POST_ID"), "SONETGROUP": EventFamily("sonet_group"),
        "SONETGROUPSUBJECT": EventFamily("sonet_group.subject"), "TASK": EventFamily("tasks.task"),
        "TASKCOMMENT": EventFamily(
            "tasks.task", "FIELDS_AFTER.TASK_ID", "FIELDS_BEFORE.TASK_ID", isPart: true),
        "ORDER": EventFamily("sale.order"), "SALEORDER": EventFamily("sale.order"),
        "PAYMENT": EventFamily("sale.payment"), "SHIPMENT": EventFamily("sale.shipment"),
        "PROPERTYVALUE": EventFamily("sale.propertyvalue"),
        // It is not deleted yet, so it is no event of that kind.
        "SALEBEFOREORDER": EventFamily("sale.order", isPart: true),
        "IMBOT": EventFamily("imbot", "BOT_ID"), "IMBOTV2": EventFamily("imbot", "bot.id"),
        "IMCONNECTORLINE": EventFamily("imopenlines.config", ""),
        "IMCONNECTORSTATUS": EventFamily("imopenlines.config", "line", isPart: true),
        "EXTERNALCALLSTART": EventFamily("telephony.call", "CALL_ID"),
        "EXTERNALCALLBACKSTART": EventFamily(.worded("CRM_ENTITY_TYPE"), ["CRM_ENTITY_ID"], isPart: true),
        "VOXIMPLANTCALLINIT": EventFamily("telephony.call", "CALL_ID"),
        "VOXIMPLANTCALLSTART": EventFamily("telephony.call", "CALL_ID"),
        "VOXIMPLANTCALLEND": EventFamily("telephony.call", "CALL_ID"),
        "SIGNB2EDOCUMENTSTATUSCHANGED": EventFamily("sign.b2e.document", "documentUid"),
        "SIGNB2EMEMBERSTATUSCHANGED": EventFamily("sign.b2e.member", "memberUid"),
        "SIGNHCMLINKB2EDOCUMENTSIGNED": EventFamily("sign.hcmlink", "id"),
    ]
}
