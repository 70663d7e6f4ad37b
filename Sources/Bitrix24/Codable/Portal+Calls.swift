extension Portal {
    /// A portal by its incoming webhook; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - address: the webhook's address as Bitrix24 shows it; it is a secret and in no error or log
    ///   - options: how the portal is spoken to
    /// - Throws: `SETTINGS` if that is no webhook's address, or the options name certificates that can't be read.
    public init(webhook address: String, options: PortalOptions = PortalOptions()) throws(PortalError) {
        let webhook: Webhook
        do throws(Webhook.Mistake) {
            webhook = try Webhook(address)
        } catch {
            throw PortalError(
                code: "SETTINGS", message: "the webhook's address \(error.reason)", method: "connect",
                execution: .notDone)
        }
        try self.init(credential: .webhook(webhook), options: options)
    }

    /// Calls a method and decodes its answer.
    ///
    /// Calls of several tasks share requests by themselves, and wait where the portal's limits want it. A call that
    /// reads is made again after a failure; one that changes something only if it certainly wasn't executed. When the
    /// task is cancelled, the call ends with `CANCELLED`, or with its answer if it was under way.
    ///
    /// - Parameters:
    ///   - method: the method, such as `crm.deal.get`
    ///   - parameters: its parameters
    ///   - type: what its answer is decoded as
    ///   - member: the member of `result` that is the answer, such as `task` or `item`; nil where all of it is
    ///   - version: which of the portal's APIs it is called in
    ///   - priority: how urgent it is beside others
    /// - Throws: the portal's error or what came in the way of an answer; `DECODING` if the answer is not of that type.
    public nonisolated func call<Answer: Decodable & Sendable>(
        _ method: String, _ parameters: Parameters = [:], as type: Answer.Type = Answer.self, at member: String? = nil,
        version: RESTVersion = .two, priority: Priority = .interactive
    ) async throws(PortalError) -> Answer {
        try await call(Call(method, parameters, as: type, at: member, version: version), priority: priority)
    }

    /// Makes a call and decodes its answer.
    ///
    /// - Throws: as ``call(_:_:as:at:version:priority:)`` does.
    public nonisolated func call<Answer: Decodable & Sendable>(
        _ call: Call<Answer>, priority: Priority = .interactive
    ) async throws(PortalError) -> Answer {
        let caller = caller(priority)
        let untyped = try call.untyped.get()
        let answers = await untilCancelled(caller) { [await submit(untyped, by: caller)] }
        return try call.answer(answers.first ?? .failure(.cancelled(call.method))).get()
    }

    /// Makes any number of calls, in as few requests as it takes, and decodes their answers.
    ///
    /// They don't wait for each other and may not refer to each other; each is made again by itself where that is safe.
    ///
    /// - Returns: each one's answer or error, in their order.
    public nonisolated func batch<Answer: Decodable & Sendable>(
        _ calls: [Call<Answer>], priority: Priority = .interactive
    ) async -> [Result<Answer, PortalError>] {
        let caller = caller(priority)
        let untyped = calls.map(\.untyped)
        let answers = await untilCancelled(caller) {
            await submit(each: untyped.compactMap { try? $0.get() }, by: caller)
        }
        var arrived = answers.makeIterator()
        return zip(calls, untyped).map { call, sent in
            sent.flatMap { _ in call.answer(arrived.next() ?? .failure(.cancelled(call.method))) }
        }
    }

    /// Makes calls of different types in one request, in their order, and decodes their answers.
    ///
    /// In a call's parameters `$result[0]` stands for what the first one answered, `$result[0][ID]` for a member of it,
    /// `$result[NAME]` for the answer of the one that is ``Call/named(_:)`` so. If one fails, those behind it still
    /// are made, except where some refer to others or `halts` is true: these fail with `LEFT_OUT`.
    ///
    /// - Parameters:
    ///   - call: the calls, 50 at most
    ///   - halts: whether the first failure ends the batch
    ///   - priority: how urgent it is beside others
    /// - Returns: each one's answer or error.
    /// - Throws: `BATCH` if one can't be written as a command of a batch, `ENCODING` if its parameters can't be written.
    public nonisolated func batch<each Answer: Decodable & Sendable>(
        _ call: repeat Call<each Answer>, halts: Bool = false, priority: Priority = .interactive
    ) async throws(PortalError) -> (repeat Result<each Answer, PortalError>) {
        var commands: [(name: String, call: PortalCall)] = []
        for call in repeat each call {
            commands.append((call.name ?? "\(commands.count)", try call.untyped.get()))
        }
        let caller = caller(priority)
        let replies = try await untilCancelled(caller, commands, halts: halts)
        var arrived = replies.makeIterator()
        return (repeat (each call).answer(arrived.next() ?? .failure(.cancelled((each call).method))))
    }

    // MARK: Waiting

    /// Waits for what is handed in; gives it up when the task is cancelled.
    nonisolated func untilCancelled(
        _ caller: Caller, _ submit: () async -> [PendingReply]
    ) async -> PendingReply.Answers {
        await withTaskCancellationHandler {
            guard !Task.isCancelled else { return [] }
            let pending = await submit()
            // What was cancelled meanwhile has been given up before it was there.
            if Task.isCancelled { await abandon(caller) }
            var answers: PendingReply.Answers = []
            for reply in pending { answers += await reply.answers() }
            return answers
        } onCancel: {
            Task { await abandon(caller) }
        }
    }

    private nonisolated func untilCancelled(
        _ caller: Caller, _ commands: [(name: String, call: PortalCall)], halts: Bool
    ) async throws(PortalError) -> PendingReply.Answers {
        let outcome: Result<PendingReply.Answers, PortalError> = await withTaskCancellationHandler {
            do throws(PortalError) {
                guard !Task.isCancelled else { throw .cancelled("batch") }
                return .success(try await batch(commands, halts: halts, by: caller))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            Task { await abandon(caller) }
        }
        return try outcome.get()
    }
}

/// Opens a portal by its incoming webhook, hands it to `body` and ends its connections afterwards, also after an error.
///
/// - Parameters:
///   - address: the webhook's address as Bitrix24 shows it
///   - options: how the portal is spoken to
///   - body: what is done with the portal; it must not be used later
/// - Throws: `SETTINGS` as a ``PortalError`` if that is no webhook's address, and whatever `body` throws.
public func withPortal<Value: Sendable>(
    webhook address: String, options: PortalOptions = PortalOptions(),
    _ body: (Portal) async throws -> Value
) async throws -> Value {
    let portal = try Portal(webhook: address, options: options)
    do {
        let value = try await body(portal)
        await portal.shutdown()
        return value
    } catch {
        await portal.shutdown()
        throw error
    }
}
