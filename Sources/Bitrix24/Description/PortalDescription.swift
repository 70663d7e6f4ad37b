/// What a portal says of itself: its methods and scopes, its own fields, smart processes, stages and their titles.
///
/// It completes the documented facts: checks, types of results and the editor know this portal's fields by it. All of
/// it may be missing; what is nil was not asked for or not answered.
public struct PortalDescription: Hashable, Sendable {
    /// A field of an entity.
    public struct Field: Hashable, Sendable {
        /// One of the values of a field that is a list.
        public struct Choice: Hashable, Sendable {
            /// What is written and read, such as `45`.
            public let id: String
            /// What people see.
            public let title: String

            /// A value.
            public init(id: String, title: String) {
                self.id = id
                self.title = title
            }
        }

        /// The name in requests and answers, such as `UF_CRM_1700000000`.
        public let code: String
        /// What people see.
        public let title: String
        /// The type as the portal names it, such as `enumeration`, `crm_status`, `employee`.
        public let type: String
        /// Whether it holds several values.
        public var isMultiple = false
        /// Whether the portal alone sets it.
        public var isReadOnly = false
        /// Whether it must be given at creation.
        public var isRequired = false
        /// Whether it is this portal's own.
        public var isCustom = false
        /// The list of `crm.status.list` whose codes are its values, such as `SOURCE`.
        public var statusType: String?
        /// The values of a list.
        public var choices: [Choice] = []
        /// How the classic methods spell it, where the code is as `crm.item.*` has it: `UF_CRM_1700000000`.
        public var upperName: String?

        /// A field with no marks.
        public init(code: String, title: String, type: String) {
            self.code = code
            self.title = title
            self.type = type
        }
    }

    /// An entity with fields.
    public struct Entity: Hashable, Sendable {
        /// Its key in the catalogue: `crm.deal`, `user`, `tasks.task`; `crm.item:2` or `crm.item:140` by the
        /// `entityTypeId`, whose fields are written as `crm.item.*` has them.
        public let key: String
        /// Its fields.
        public let fields: [Field]

        /// An entity.
        public init(key: String, fields: [Field]) {
            self.key = key
            self.fields = fields
        }

        /// A field by its code.
        public func field(_ code: String) -> Field? { fields.first { $0.code == code } }
    }

    /// A kind of items that the portal's people made.
    public struct SmartProcess: Hashable, Sendable {
        /// The number that methods name it by, 128 or more.
        public let entityTypeID: Int
        /// What people see.
        public let title: String

        /// A smart process.
        public init(entityTypeID: Int, title: String) {
            self.entityTypeID = entityTypeID
            self.title = title
        }
    }

    /// A funnel: a category of deals or of a smart process's items.
    public struct Category: Hashable, Sendable {
        /// The number of deals (2) or of the smart process.
        public let entityTypeID: Int
        /// Its number; the first one of deals is 0.
        public let id: Int
        /// What people see.
        public let title: String

        /// A funnel.
        public init(entityTypeID: Int, id: Int, title: String) {
            self.entityTypeID = entityTypeID
            self.id = id
            self.title = title
        }
    }

    /// A code of one of the portal's lists: a stage, a source, a type.
    public struct Status: Hashable, Sendable {
        /// The list, such as `DEAL_STAGE_1` or `SOURCE`.
        public let list: String
        /// The code, such as `C1:NEW`.
        public let code: String
        /// What people see.
        public let title: String
        /// What a stage means: `P` under way, `S` won, `F` lost; nil for other lists.
        public var semantics: String?

        /// A code of a list.
        public init(list: String, code: String, title: String, semantics: String? = nil) {
            self.list = list
            self.code = code
            self.title = title
            self.semantics = semantics
        }
    }

    /// Something that was asked for and not answered.
    public struct Gap: Hashable, Sendable {
        /// What is missing, such as `the fields of deals`.
        public let subject: String
        /// The portal's code, such as `ACCESS_DENIED`.
        public let code: String
        /// Why, as a sentence.
        public let reason: String

        /// A gap.
        public init(subject: String, code: String, reason: String) {
            self.subject = subject
            self.code = code
            self.reason = reason
        }
    }

    /// When the portal was asked, ISO 8601.
    public var asked: String
    /// The portal's address without a secret, or its application's name; nil if that isn't known.
    public var portal: String?
    /// The credential's scopes.
    public var scopes: [String]?
    /// The methods that the credential may call.
    public var methods: [String]?
    /// The methods of REST 3.0.
    public var thirdMethods: [String]?
    /// The scope of each method, as REST 3.0 tells it for both versions.
    public var scopesOfMethods: [String: String] = [:]
    /// The entities whose fields are known.
    public var entities: [Entity] = []
    /// The smart processes.
    public var smartProcesses: [SmartProcess] = []
    /// The funnels.
    public var categories: [Category] = []
    /// The lists of codes.
    public var statuses: [Status] = []
    /// What was asked for and not answered.
    public var gaps: [Gap] = []

    /// A description with nothing in it yet.
    public init(asked: String) { self.asked = asked }

    /// An entity by its key.
    public func entity(_ key: String) -> Entity? { entities.first { $0.key == key } }
}
