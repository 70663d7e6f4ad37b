import Scripting
import Timetable

extension ScriptRunner {
    /// The request with the portal that the run uses: the one that was asked for, else that of `LUNOKHOD_WEBHOOK`, else
    /// the script's own, else the usual one.
    ///
    /// Which one a script is for is known when it is loaded, but it may name a portal's titles while it loads. So it is
    /// loaded once before, where there are several.
    func placed(_ request: RunRequest, of script: Script, zone: Zone) async throws(HostFailure) -> RunRequest {
        let portals = settings.scriptPortals(environment: environment)
        guard isScriptsChoice(request), portals.names.count > 1 else { return request }
        let loading = ScriptLoading(
            settings: settings, sandbox: sandbox, now: now, zone: zone, portals: portals, titles: [:])
        // What is wrong with a script is told by its run.
        guard case .definition(let definition) = await loading.load(script), definition.portal != nil else {
            return request
        }
        var request = request
        request.portal = try own(definition, of: script, portals)
        return request
    }

    /// Checks the portal that a script names, and tells of one that doesn't count.
    func check(_ definition: Definition, of script: Script, for request: RunRequest) throws(HostFailure) {
        guard place.portal == nil, request.portal == nil, let name = definition.portal else { return }
        guard isScriptsChoice(request) else {
            guard settings.portals[name] != nil, settings.choice(of: name, environment: environment) != nil else {
                return
            }
            return output.log(
                "warn",
                "\(script.name) is for the portal '\(name)', but LUNOKHOD_WEBHOOK is set and counts more; "
                    + "use --portal \(name) or unset it")
        }
        _ = try own(definition, of: script, settings.scriptPortals(environment: environment))
    }

    /// Whether nobody else has chosen the portal.
    private func isScriptsChoice(_ request: RunRequest) -> Bool {
        place.portal == nil && request.portal == nil && !Settings.hasWebhook(environment)
    }

    private func own(
        _ definition: Definition, of script: Script, _ portals: ScriptPortals
    ) throws(HostFailure) -> String {
        do throws(HostFailure) {
            return try portals.own(of: definition)
        } catch {
            throw HostFailure("\(script.name): \(error)")
        }
    }
}
