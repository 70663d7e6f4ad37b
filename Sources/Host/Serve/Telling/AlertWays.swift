import Alerts
import Bitrix24
import JSON

/// The ways to tell people that the settings name.
struct AlertWays {
    /// All of them.
    let all: [AlertDesk.Way]

    init(settings: AlertSettings, portal: ServedPortal, environment: [String: String]) throws(HostFailure) {
        var ways: [AlertDesk.Way] = []
        let caller = portal.portal.caller(.interactive)
        let write: @Sendable (String, JSONObject) async throws -> Void = {
            [portal = portal.portal] method, parameters in
            _ = try await portal.call(PortalCall(method, .object(parameters)), by: caller, patience: 60)
        }
        if let chat = settings.chat {
            let channel = ChatChannel(dialog: chat) { dialog, text in
                try await write("im.message.add", ["DIALOG_ID": .string(dialog), "MESSAGE": .string(text)])
            }
            ways.append(AlertDesk.Way(route: .chat, channel: channel))
        }
        if let user = settings.user {
            let channel = ChatChannel(dialog: "user \(user)") { _, text in
                try await write("im.notify.system.add", ["USER_ID": .integer(user), "MESSAGE": .string(text)])
            }
            ways.append(AlertDesk.Way(route: .user, channel: channel))
        }
        if let mail = settings.mail {
            let channel = MailChannel(
                settings: mail, moment: { ServeClock.machine.now().seconds },
                newID: {
                    String(UInt64.random(in: 0 ... .max), radix: 36) + String(UInt64.random(in: 0 ... .max), radix: 36)
                })
            ways.append(AlertDesk.Way(route: .mail, channel: channel))
        }
        if let hook = settings.hook {
            ways.append(AlertDesk.Way(route: .webhook, channel: HookChannel(caller: HookCaller(address: hook))))
        }
        if let command = settings.command {
            do throws(AlertMistake) {
                let channel = try CommandChannel(command: command, surroundings: environment)
                ways.append(AlertDesk.Way(route: .command, channel: channel))
            } catch {
                throw HostFailure("alerts: command \(error)", exit: .usage)
            }
        }
        all = ways
    }
}
