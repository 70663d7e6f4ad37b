import Bitrix24
import JSON
import Reports
import Scripting
import Timetable

/// Loads a workspace's scripts to see what they define; nothing of the portal is changed, and no method is called.
struct ScriptLoading: Sendable {
    /// What came of loading a script.
    enum Outcome: Sendable {
        /// It defines something.
        case definition(Definition)
        /// It does its work while it loads, so it was stopped at its first call.
        case plain
        /// It can't be loaded; a sentence.
        case broken(String)
    }

    let settings: Settings
    let sandbox: Sandbox
    let now: Moment
    let zone: Zone
    /// Answers what titles stand for.
    let titles: DescriptionRoom

    /// Loading takes a moment; what takes so many seconds goes on for ever.
    static let patience = 20.0

    /// Loads a script.
    func load(_ file: String) async -> Outcome {
        let source: [UInt8]
        do throws(LocalFile.Failure) {
            source = try LocalFile(path: file).read()
        } catch {
            return .broken(error.reason)
        }
        let run = ScriptRun(
            sandbox: sandbox, script: Script(name: file, source: source),
            surroundings: ScriptSurroundings(
                locale: settings.locale.rawValue, currency: settings.currency, zone: zone.identifier),
            rooms: [LoadingRoom(), titles, PeriodRoom(now: now, zone: zone), LogRoom { _ in }], print: { _ in })
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await outcome(of: run) }
            group.addTask {
                try? await Task.sleep(for: .seconds(Self.patience))
                return .broken("it was not loaded after \(Int(Self.patience)) s")
            }
            defer { group.cancelAll() }
            return await group.next() ?? .plain
        }
    }

    private func outcome(of run: ScriptRun) async -> Outcome {
        do {
            return try await run.definition().map(Outcome.definition) ?? .plain
        } catch let failure as ScriptFailure {
            if failure.error?["code"]?.string == LoadingRoom.code { return .plain }
            return .broken((failure.line.map { "line \($0): " } ?? "") + failure.message)
        } catch {
            return .broken("\(error)")
        }
    }
}

/// Answers for a portal while a script is only loaded: nothing is called.
private struct LoadingRoom: Room {
    /// The code of its refusals.
    static let code = "LOADING"

    func answers(_ name: String) -> Bool { name.hasPrefix("b24.") }

    func answer(_ call: HostCall) throws(HostCallFailure) -> Answer {
        throw HostCallFailure(code: Self.code, message: "nothing is called while a script is only loaded")
    }
}
