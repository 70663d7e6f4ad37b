import Bitrix24

/// Asks a portal again for parts of what it has, each once a run; whoever wants the same part meanwhile waits for it.
actor DescriptionRefresh {
    private let asked: String
    private var underWay: [PortalSurvey.Part: Task<Void, any Error>] = [:]
    private var finished: Set<PortalSurvey.Part> = []

    /// - Parameter asked: when this is, ISO 8601.
    init(asked: String) { self.asked = asked }

    /// Asks for a part.
    ///
    /// - Returns: whether there may be something new; false when it was asked for before.
    /// - Throws: why the portal didn't answer; then it may be asked another time.
    func again(_ part: PortalSurvey.Part, of portal: Portal, by caller: Caller) async throws -> Bool {
        if finished.contains(part) { return false }
        let task =
            underWay[part] ?? Task { [asked] in try await portal.refreshDescription(part, asked: asked, by: caller) }
        underWay[part] = task
        do {
            try await task.value
        } catch {
            underWay[part] = nil
            throw error
        }
        finished.insert(part)
        return true
    }
}
