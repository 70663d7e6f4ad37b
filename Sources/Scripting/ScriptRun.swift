import JSON
import Wire

/// One run of one script in a sandbox of its own: loads it, answers what it asks, and returns what it returns.
public struct ScriptRun: Sendable {
    /// What came of a run.
    public enum Outcome: Sendable {
        /// A plain script ran to its end.
        case plain
        /// What a definition's `run` returned, as JSON.
        case returned(Definition, [UInt8])
    }

    /// What a script's values may take, in bytes.
    public static let memoryLimit = 256 << 20

    let sandbox: Sandbox
    let script: Script
    let surroundings: ScriptSurroundings
    let rooms: [any Room]
    let print: @Sendable ([UInt8]) -> Void
    let progress: @Sendable (Progress) -> Void

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - rooms: who answers the script's calls.
    ///   - print: takes each printed line without its newline.
    ///   - progress: is told how far a `parallel` of the script has come.
    public init(
        sandbox: Sandbox, script: Script, surroundings: ScriptSurroundings, rooms: [any Room],
        print: @escaping @Sendable ([UInt8]) -> Void, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.sandbox = sandbox
        self.script = script
        self.surroundings = surroundings
        self.rooms = rooms
        self.print = print
        self.progress = progress
    }

    /// Runs it.
    ///
    /// - Parameter argument: makes the argument of the definition's `run`: a period, an event or a slot.
    /// - Throws: `ScriptFailure`, and whatever `argument` throws.
    public func run(argument: (Definition) throws -> JSONValue) async throws -> Outcome {
        let parallel = ParallelRoom(rooms: rooms, progress: progress)
        do {
            let outcome = try await run(beside: parallel, argument: argument)
            await parallel.close()
            return outcome
        } catch {
            await parallel.close()
            throw error
        }
    }

    /// Loads the script and goes no further.
    ///
    /// A plain script has no definition to stop at: it runs as far as the rooms let it.
    ///
    /// - Returns: what it defines; nil for a plain script that ran to its end.
    public func definition() async throws -> Definition? {
        do {
            _ = try await run { throw Loaded(definition: $0) }
            return nil
        } catch let loaded as Loaded {
            return loaded.definition
        }
    }

    /// Ends a run when its script is loaded.
    private struct Loaded: Error { let definition: Definition }

    private func run(
        beside parallel: ParallelRoom, argument: (Definition) throws -> JSONValue
    ) async throws -> Outcome {
        let (outcome, ending): (Outcome?, Sandbox.Ending)
        do {
            (outcome, ending) = try await sandbox.open { line in
                try await converse(on: &line, parallel: parallel, argument: argument)
            }
        } catch let failure as ScriptFailure {
            throw failure
        } catch let error as WireError {
            throw failure("\(error)")
        } catch let error as ArgumentFailure {
            throw error.reason
        } catch {
            throw failure("its sandbox \(sandbox.path) can't be started or was lost (\(error))")
        }
        guard let outcome else {
            throw failure("its sandbox ended before the script did (\(ending.description))")
        }
        return outcome
    }

    /// Errors of `argument` are the caller's, not the sandbox's.
    private struct ArgumentFailure: Error { let reason: any Error }

    private func converse(
        on line: inout Sandbox.Line, parallel: ParallelRoom, argument: (Definition) throws -> JSONValue
    ) async throws -> Outcome? {
        try await line.send(
            .load(
                name: script.name, source: script.source, settings: surroundings.json.bytes,
                memoryLimit: UInt32(Self.memoryLimit)))
        var definition: Definition?
        var callsWhileLoading = 0
        while let message = try await line.receive() {
            switch message {
            case .print(let text): print(text)
            case .call(let id, let name, let arguments):
                if definition == nil && name.hasPrefix("b24.") { callsWhileLoading += 1 }
                let room = parallel.answers(name) ? parallel : rooms.first { $0.answers(name) }
                try await line.send(await answer(id: id, name: name, arguments: arguments, in: room))
            case .loaded(let told):
                callsWhileLoading += await parallel.portalCalls
                guard let defined = try loaded(told, callsWhileLoading: callsWhileLoading) else { return .plain }
                definition = defined
                for room in rooms { await room.enter(defined) }
                let value: JSONValue
                do { value = try argument(defined) } catch { throw ArgumentFailure(reason: error) }
                try await line.send(.run(argument: value.bytes))
            case .finished(let result, _):
                guard let definition else { throw WireError.unknownKind(message.frame.kind) }
                return .returned(definition, result)
            case .failed(let told): throw ScriptFailure(told: told, script: script.name)
            }
        }
        return nil
    }

    /// What the script defines, nil if nothing; checks that loading had no effects.
    private func loaded(_ bytes: [UInt8], callsWhileLoading: Int) throws -> Definition? {
        let told = (try? JSONValue(parsing: bytes)) ?? .null
        guard let definition = Definition(told) else { return nil }
        let kind = definition.kind.rawValue
        guard told["returned"]?.bool == true else {
            throw failure("the script makes a \(kind) but doesn't return it; write `return \(kind) { … }`")
        }
        guard callsWhileLoading == 0 else {
            throw failure("the script calls Bitrix24 while it loads; move the calls into the \(kind)'s run")
        }
        return definition
    }

    private func answer(id: UInt32, name: String, arguments: [UInt8], in room: (any Room)?) async -> HostMessage {
        do throws(HostCallFailure) {
            guard let room else { throw HostCallFailure(unanswered: name) }
            let call = HostCall(name: name, arguments: (try? JSONValue(parsing: arguments)) ?? .null)
            let answer = try await room.answer(call)
            return .answer(call: id, value: answer.bytes, shape: answer.shape.bytes)
        } catch {
            return .failure(call: id, error: error.error.bytes)
        }
    }

    private func failure(_ message: String, line: Int? = nil) -> ScriptFailure {
        ScriptFailure(message: message, script: script.name, line: line)
    }
}

extension ScriptSurroundings {
    fileprivate var json: JSONValue {
        ["locale": .string(locale), "currency": .string(currency), "zone": .string(zone)]
    }
}
