import JSON

extension Portal {
    /// Hands calls in together, so that nothing else decides meanwhile which of them share a request.
    public func submit(each calls: [PortalCall], by caller: Caller, patience: Double? = nil) -> [PendingReply] {
        calls.map { submit([$0], by: caller, patience: patience) }
    }

    /// Makes calls in one request, in their order. In their parameters `$result[NAME]…` stands for what an earlier
    /// one answered.
    ///
    /// - Parameters:
    ///   - commands: 50 at most, by their names.
    ///   - halts: whether the first failure ends the batch; it does anyway where commands refer to each other.
    ///   - caller: who calls.
    /// - Returns: each one's answer or error, in their order.
    /// - Throws: `BATCH` if there are too many of them, or one can't be written as a command of a batch.
    public func batch(
        _ commands: [(name: String, call: PortalCall)], halts: Bool = false, by caller: Caller
    ) async throws(PortalError) -> [Result<PortalReply, PortalError>] {
        guard commands.count <= Dispatcher.mostCommands else {
            throw PortalError(
                code: "BATCH", message: "a batch has \(commands.count) commands; 50 is the most", method: "batch",
                execution: .notDone, hint: "split it, or make the calls with parallel")
        }
        let positions = Dictionary(commands.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let calls = try checker.checked(commands.map(\.call)).map { checked in
            var call = checked.with(checked.parameters.resolving(positions))
            call.depth = 1
            return call
        }
        for (command, call) in zip(commands, calls) where call.version == .two {
            do throws(CommandText.Obstacle) {
                _ = try CommandText(call, allowsReferences: true)
            } catch {
                throw PortalError(
                    code: "BATCH", message: "the command '\(command.name)' can't be in a batch: \(error.reason)",
                    method: call.method, execution: .notDone, hint: "call it by itself")
            }
        }
        // A reference to what failed would be filled with something else, which a change may then be made with.
        let refers = calls.contains { $0.parameters.refers }
        return await submit(calls, by: caller, halts: halts || refers).answers()
    }
}

extension JSONValue {
    /// The value with references to commands by name turned into references by position.
    fileprivate func resolving(_ positions: [String: Int]) -> JSONValue {
        switch self {
        case .string(let text): .string(Self.resolved(text, positions))
        case .array(let elements): .array(elements.map { $0.resolving(positions) })
        case .object(let members): .object(JSONObject(members.map { ($0, $1.resolving(positions)) }))
        default: self
        }
    }

    private static func resolved(_ text: String, _ positions: [String: Int]) -> String {
        let parts = text.split(separator: reference, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
            let name = part.prefix { $0 != "]" }
            guard let position = positions[String(name)] else { return text + reference + part }
            return text + CommandText.reference + String(position) + part[name.endIndex...]
        }
    }

    private static let reference = "$result["

    /// Whether a text in it refers to another command.
    fileprivate var refers: Bool {
        switch self {
        case .string(let text): text.contains(CommandText.reference)
        case .array(let elements): elements.contains { $0.refers }
        case .object(let members): members.values.contains { $0.refers }
        default: false
        }
    }
}
