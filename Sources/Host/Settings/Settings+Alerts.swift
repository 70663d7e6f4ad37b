import Alerts

extension Settings {
    /// Who is told of what, with the secrets that are in files.
    func alertSettings() throws(HostFailure) -> AlertSettings {
        guard let choices = alerts else { return AlertSettings() }
        let place = "\(path ?? Self.fileName):\(choices.line)"
        do {
            var settings = AlertSettings()
            settings.chat = choices.chat
            settings.user = choices.user
            settings.command = choices.command
            settings.reminder = choices.reminder
            settings.mail = try choices.mail.map { try mail($0, place) }
            settings.hook = try choices.hookFile.map { try HookAddress(alertSecret(in: $0, place)) }
            settings.heartbeat = try choices.heartbeatFile.map {
                try AlertSettings.Heartbeat(
                    address: HookAddress(alertSecret(in: $0, place)), every: choices.heartbeatEvery)
            }
            settings.routes = choices.only.map { AlertRoute(channel: $0.key, kinds: $0.value) }
            return settings
        } catch let failure as HostFailure {
            throw failure
        } catch {
            throw HostFailure("\(place): alerts: \(error)", exit: .usage)
        }
    }

    private func mail(_ mail: AlertChoices.Mail, _ place: String) throws -> MailSettings {
        guard let protection = MailSettings.Protection(rawValue: mail.protection) else {
            throw HostFailure("\(place): mail: protection must be tls, starttls or none", exit: .usage)
        }
        let password = try mail.passwordFile.map { HiddenText(try alertSecret(in: $0, place)) }
        return try MailSettings(
            server: mail.server, port: mail.port, protection: protection, user: mail.user, password: password,
            from: MailAddress(mail.from), to: try mail.to.map { try MailAddress($0) })
    }

    private func alertSecret(in file: String, _ place: String) throws(HostFailure) -> String {
        let (path, text) = try secret(in: file, from: place, as: "secret")
        guard !text.isEmpty else { throw HostFailure("\(place): \(path) is empty", exit: .usage) }
        return text
    }
}
