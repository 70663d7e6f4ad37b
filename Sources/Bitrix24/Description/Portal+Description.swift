extension Portal {
    /// Asks for a part of what the portal has, and goes on with it: checks and types know it from then on.
    ///
    /// - Parameters:
    ///   - part: what is asked for.
    ///   - asked: when this is, ISO 8601.
    ///   - caller: who asks.
    public nonisolated func refreshDescription(
        _ part: PortalSurvey.Part, asked: String, by caller: Caller
    ) async throws(PortalError) {
        let found = try await PortalSurvey(of: self, by: caller).ask(part, asked: asked)
        types.learn(checker.learn(found, of: part))
    }
}
