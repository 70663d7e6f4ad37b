import JSON

/// Asks a portal what it has. What the credential may not do becomes a gap of the description and no failure.
public struct PortalSurvey: Sendable {
    /// What is asked about.
    public enum Part: Hashable, Sendable {
        /// Everything.
        case everything
        /// What the credential may do: its scopes and methods.
        case rights
        /// The fields of one entity, by its key in the description, such as `crm.deal` or `crm.item:140`.
        case entity(String)
        /// Which smart processes there are.
        case smartProcesses
        /// Stages and funnels of the items of an `entityTypeId`, and the other lists of codes.
        case stages(Int)
    }

    private let portal: Portal
    private let caller: Caller
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// A survey of a portal.
    ///
    /// - Parameters:
    ///   - portal: who is asked.
    ///   - caller: who asks.
    ///   - progress: is told how many questions are answered, and how many there are by now.
    public init(
        of portal: Portal, by caller: Caller,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        self.portal = portal
        self.caller = caller
        self.progress = progress
    }

    /// Asks for a part.
    ///
    /// - Parameters:
    ///   - part: what is asked for.
    ///   - asked: when this is, ISO 8601.
    /// - Returns: a description with that part alone; `PortalDescription.merge` puts it into another one.
    /// - Throws: if the portal can't be reached or refuses the credential.
    public func ask(
        _ part: Part = .everything, asked: String
    ) async throws(PortalError) -> PortalDescription {
        var start = PortalDescription(asked: asked)
        start.portal = portal.address
        var notes = SurveyNotes(on: start)
        var round = Self.questions(about: part).map { Asked(question: $0) }
        var done = 0
        var wasFollowed = false
        while !round.isEmpty {
            progress(done, done + round.count)
            let replies = await portal.submit(each: round.map { $0.question.call(start: $0.start) }, by: caller)
            var next: [Asked] = []
            for (asked, reply) in zip(round, replies) {
                if let further = try await take(reply, to: asked, into: &notes) { next.append(further) }
            }
            done += round.count
            if part == .everything, !wasFollowed, !next.contains(where: { $0.question == .smartProcesses }) {
                wasFollowed = true
                next += Self.questions(following: notes).map { Asked(question: $0) }
            }
            round = next
        }
        progress(done, done)
        return notes.finished()
    }

    /// A question, and where in its list the answer begins.
    private struct Asked {
        let question: SurveyQuestion
        var start = 0
    }

    /// Takes an answer; returns the question for the next page.
    private func take(
        _ reply: PendingReply, to asked: Asked, into notes: inout SurveyNotes
    ) async throws(PortalError) -> Asked? {
        do throws(PortalError) {
            let answer = try await reply.value()
            do throws(JSONError) {
                try notes.take(answer, to: asked.question)
            } catch {
                throw PortalError(code: "ANSWER", message: "its answer can't be read: \(error)", method: "survey")
            }
            guard let next = answer.next, next > asked.start else { return nil }
            return Asked(question: asked.question, start: next)
        } catch {
            if error.endsSurvey && !asked.question.isThird { throw error }
            notes.miss(asked.question, for: error)
            return nil
        }
    }

    /// What has to be asked for a part.
    static func questions(about part: Part) -> [SurveyQuestion] {
        switch part {
        case .rights: return [.scopes, .methods, .thirdMethods, .thirdScopes]
        case .smartProcesses: return [.smartProcesses]
        case .stages(let type):
            return PortalEntity(type: type).hasCategories ? [.statuses, .categories(type)] : [.statuses]
        case .entity(let key):
            let entity = PortalEntity(key: key)
            if key.hasPrefix("crm.item:"), let type = entity.type {
                return [.itemFields(type)] + (entity.key.map { [.customFields($0)] } ?? [])
            }
            return key == "tasks.task" ? [.fields(key)] : [.fields(key), .customFields(key)]
        case .everything:
            let entities = PortalEntity.known
            let keys = entities.compactMap(\.key)
            let types = entities.compactMap(\.type)
            return [.scopes, .methods, .thirdMethods, .thirdScopes, .smartProcesses, .statuses]
                + keys.map(SurveyQuestion.fields)
                + keys.filter { $0 != "tasks.task" }.map(SurveyQuestion.customFields)
                + types.map(SurveyQuestion.itemFields)
                + entities.filter(\.hasCategories).compactMap(\.type).map(SurveyQuestion.categories)
        }
    }

    /// What can be asked when the smart processes are known.
    private static func questions(following notes: SurveyNotes) -> [SurveyQuestion] {
        notes.description.smartProcesses.map { .itemFields($0.entityTypeID) }
            + notes.staged.map(SurveyQuestion.categories)
    }
}

extension PortalError {
    /// Whether no other question will be answered either.
    var endsSurvey: Bool {
        let codes = [
            "INVALID_CREDENTIALS", "NO_AUTH_FOUND", "AUTHORIZATION_ERROR", "APPLICATION_NOT_FOUND", "EXPIRED_TOKEN",
            "INVALID_TOKEN", "PAYMENT_REQUIRED", "PORTAL_DELETED", Code.timeout, Code.broken, Code.notAnAnswer,
        ]
        return isUnreachable || isLimit || (isFinal && code != Code.tooLarge) || codes.contains(code.uppercased())
    }
}
