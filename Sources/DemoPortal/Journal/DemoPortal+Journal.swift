import Synchronization

extension DemoPortal {
    /// All writes that were executed, in their order, whether or not their answers arrived.
    public var executed: [DemoExecution] { state.withLock { $0.executed } }

    /// The messages and notices that people read, in their order; those that a later one replaced are gone.
    public var messages: [DemoMessage] { state.withLock { $0.messages.messages } }

    /// The identifiers of all records of an entity, in ascending order.
    ///
    /// - Parameter entity: as its methods begin: `crm.deal`, `crm.lead`, `crm.contact`, `crm.company`, `tasks.task`,
    ///   `user`, `department`, `crm.status`; any other name has no records
    public func identifiers(of entity: String) -> [Int] {
        guard let family = DemoPortal.families[entity] else { return [] }
        return state.withLock { $0[family].ids }
    }

    private static let families: [String: Family] = [
        "crm.deal": .deal, "crm.lead": .lead, "crm.contact": .contact, "crm.company": .company, "tasks.task": .task,
        "user": .user, "department": .department, "crm.status": .status,
    ]
}
