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
        /// It defines nothing. If it does its work while it loads, it was stopped at its first call.
        case plain
        /// It can't be loaded.
        case broken(LoadFailure)
    }

    let settings: Settings
    let sandbox: Sandbox
    let now: Moment
    let zone: Zone
    /// The portals that scripts can name.
    let portals: ScriptPortals
    /// Answers what titles stand for on a portal, by the portal's name.
    let titles: [String: DescriptionRoom]

    /// Loading takes a moment; what takes so many seconds goes on for ever.
    var patience = Self.usualPatience

    static let usualPatience = 20.0

    /// Loads a script's file.
    func load(_ file: String) async -> Outcome {
        do throws(LocalFile.Failure) {
            return await load(Script(name: file, source: try LocalFile(path: file).read()))
        } catch {
            return .broken(LoadFailure(error.reason))
        }
    }

    /// Loads a script. Where there are several portals it is loaded again if it names titles, as it is not known before
    /// whose they are; it is not if that portal's titles aren't there.
    func load(_ script: Script) async -> Outcome {
        guard portals.names.count > 1 else { return await load(script, beside: titles[portals.home]) }
        let blind = BlindTitles()
        let first = await load(script, beside: blind)
        var portal = portals.home
        if case .definition(let definition) = first {
            guard let own = try? portals.own(of: definition) else { return first }
            portal = own
        }
        guard blind.wereAsked, let its = titles[portal] else { return first }
        return await load(script, beside: its)
    }

    private func load(_ script: Script, beside titles: (any Room)?) async -> Outcome {
        let asked = titles.map(AskedTitles.init)
        let others: [any Room] = [PeriodRoom(now: now, zone: zone), LogRoom { _ in }]
        let run = ScriptRun(
            sandbox: sandbox, script: script,
            surroundings: ScriptSurroundings(
                locale: settings.locale.rawValue, currency: settings.currency, zone: zone.identifier),
            rooms: [LoadingRoom()] + (asked.map { [$0] } ?? []) + others, print: { _ in })
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await outcome(of: run, script) }
            group.addTask {
                try? await Task.sleep(for: .seconds(patience))
                return .broken(
                    LoadFailure(notLoadedAfter: patience, waitingForTitles: asked?.isWaiting ?? false))
            }
            defer { group.cancelAll() }
            return await group.next() ?? .plain
        }
    }

    private func outcome(of run: ScriptRun, _ script: Script) async -> Outcome {
        do {
            return try await run.definition().map(Outcome.definition) ?? .plain
        } catch let failure as ScriptFailure {
            guard failure.error?["code"]?.string == LoadingRoom.code else { return .broken(LoadFailure(failure)) }
            // It was stopped before it came to what it defines.
            guard let kind = DefinedKind.find(in: script.source) else { return .plain }
            let place = failure.line.map { "line \($0): " } ?? ""
            return .broken(
                LoadFailure(
                    "\(place)the script calls Bitrix24 while it loads; move the calls into the \(kind.rawValue)'s run"))
        } catch {
            return .broken(LoadFailure(error))
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
