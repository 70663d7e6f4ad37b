import JSON
import Logging

/// A dispatch as an HTTP request, and what its answer means for each of its calls.
struct PortalRequest: Sendable {
    /// What became of a request.
    struct Outcome: Sendable {
        /// The failure of the request as a whole, if it failed.
        var refused: PortalError?
        /// For each call of the dispatch its commands' answers.
        var answers: [PendingReply.Answers]
        /// Whether the calls have to be made one by one to learn what each one's answer is.
        var separates = false
    }

    let dispatch: Dispatcher.Dispatch
    private let commands: [PortalCall]
    private let batchCommands: [BatchCommand]

    init(_ dispatch: Dispatcher.Dispatch) {
        self.dispatch = dispatch
        commands = dispatch.calls.flatMap(\.commands)
        let isBatch = commands.count > 1 && commands.first?.version == .two
        guard isBatch else {
            batchCommands = []
            return
        }
        batchCommands = dispatch.calls.enumerated().flatMap { number, call in
            call.texts.enumerated().map { BatchCommand(prefix: "c\(number)_", position: $0, text: $1) }
        }
    }

    private var isBatch: Bool { commands.count > 1 }
    /// Whether it carries calls that have nothing to do with each other.
    private var isShared: Bool { dispatch.calls.count > 1 }

    /// What is sent.
    var parcel: Courier.Parcel {
        guard let first = commands.first, !isBatch else { return batch }
        var parcel = Courier.Parcel(method: first.method, version: first.version) { RequestBody.call(first, auth: $0) }
        parcel.isList = first.parameters.array != nil
        parcel.depth = 1 + first.depth
        parcel.key = dispatch.calls.first?.identity
        return parcel
    }

    private var batch: Courier.Parcel {
        let commands = commands
        guard commands.first?.version == .two else {
            var parcel = Courier.Parcel(method: "batch", version: .three) { _ in RequestBody.batch(commands) }
            parcel.isList = true
            return parcel
        }
        let halts = dispatch.calls.contains { $0.halts }
        return Courier.Parcel(method: "batch", version: .two) { [batchCommands] auth in
            RequestBody.batch(batchCommands, halts: halts, auth: auth)
        }
    }

    /// Reads what came back.
    func outcome(of answer: Result<Transport.Response, PortalError>) -> Outcome {
        do throws(PortalError) {
            let response = try answer.get()
            let answers = try isBatch ? batchAnswers(response) : [.success(try reply(response))]
            return Outcome(answers: grouped(answers))
        } catch {
            let failures = commands.map { PendingReply.Answers.Element.failure(error.told(of: $0.method)) }
            let isWholeBatch = commands.first?.version == .three && isShared && error.execution == .answered
            return Outcome(refused: error, answers: grouped(failures), separates: isWholeBatch)
        }
    }

    private func reply(_ response: Transport.Response) throws(PortalError) -> PortalReply {
        try PortalReply(
            method: commands.first?.method ?? "", response: response, depth: 1 + (commands.first?.depth ?? 1),
            isBare: commands.first?.isBare ?? false)
    }

    private func batchAnswers(_ response: Transport.Response) throws(PortalError) -> PendingReply.Answers {
        guard commands.first?.version == .two else { return try keylessAnswers(response) }
        let reply = try BatchReply(response, depth: commands.reduce(0) { max($0, $1.depth) })
        let halts = dispatch.calls.contains { $0.halts }
        var hasFailed = false
        return zip(commands, batchCommands).map { command, named in
            let answer = reply.reply(to: named.name, method: command.method)
            defer { hasFailed = hasFailed || (halts && answer?.failure != nil) }
            return answer ?? .failure(.leftOut(command.method, afterFailure: hasFailed))
        }
    }

    /// REST 3.0 answers a batch with a list in the order of the calls. What it does when one of them fails is not
    /// documented. So of calls that only share a request nothing is believed then, and each is made by itself; in a
    /// batch that somebody put together, an error in a call's place is its answer.
    private func keylessAnswers(_ response: Transport.Response) throws(PortalError) -> PendingReply.Answers {
        let reply = try PortalReply(
            method: "batch", response: response, depth: 2 + commands.reduce(1) { max($0, $1.depth) })
        let results = reply.result.map { Array(reply.outline.children(of: $0)) } ?? []
        let answers = zip(commands, results).map { command, id -> PendingReply.Answers.Element in
            let reading = AnswerReading(method: command.method, response: response)
            if let error = reading.error(at: id, of: reply.outline) { return .failure(error) }
            return .success(
                PortalReply(
                    bytes: reply.bytes, outline: reply.outline, result: id, total: nil, next: nil, time: nil,
                    whole: false))
        }
        guard results.count == commands.count, !isShared || answers.allSatisfy({ $0.failure == nil }) else {
            throw PortalError(code: "BATCH", message: "the batch was not answered as a whole", method: "batch")
        }
        return answers
    }

    /// Cuts the commands' answers into those of each call.
    private func grouped(_ answers: PendingReply.Answers) -> [PendingReply.Answers] {
        var rest = answers[...]
        return dispatch.calls.map { call in
            defer { rest = rest.dropFirst(call.commands.count) }
            return Array(rest.prefix(call.commands.count))
        }
    }
}

extension PortalError {
    /// A command of a batch has no answer.
    static func leftOut(_ method: String, afterFailure: Bool) -> PortalError {
        PortalError(
            code: "LEFT_OUT", message: "the portal left this command of a batch unanswered", method: method,
            execution: afterFailure ? .notDone : .unknown)
    }
}

extension PortalRequest {
    /// What a log line tells of a request: nothing of its parameters, its answer or its credential.
    func metadata(
        of answer: Result<Transport.Response, PortalError>, seconds: Double, refused: PortalError?
    ) -> Logger.Metadata {
        let response = try? answer.get()
        return [
            "method": "\(parcel.method)", "commands": "\(dispatch.commandCount)", "status": "\(response?.status ?? 0)",
            "bytes": "\(response?.body.count ?? 0)", "seconds": "\(Double(Int(seconds * 1000)) / 1000)",
            "error": "\(refused?.code ?? "")",
        ]
    }
}
