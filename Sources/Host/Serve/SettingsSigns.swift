import Bitrix24
import Crypto

/// By what it is seen that the settings, or a file that they name, were changed. Of what is in the files only digests
/// are kept.
struct SettingsSigns: Hashable, Sendable {
    private let settings: Settings
    private let zone: String
    private let digests: [String: [UInt8]]

    init(_ settings: Settings, environment: [String: String]) {
        self.settings = settings.withoutLines
        zone = settings.zone ?? SystemZone.identifier
        var digests: [String: [UInt8]] = [:]
        for path in settings.filesBeside(environment: environment) {
            guard let bytes = try? LocalFile(path: path).read() else { continue }
            digests[path] = Array(SHA256.hash(data: bytes))
        }
        self.digests = digests
    }
}

extension Settings {
    /// The same settings, wherever in their file they are.
    fileprivate var withoutLines: Settings {
        var settings = self
        settings.portals = portals.mapValues { portal in
            var portal = portal
            portal.access =
                switch portal.access {
                case .webhook(let text, _): .webhook(text, line: 0)
                case .webhookFile(let file, _): .webhookFile(file, line: 0)
                case .application(let application, _): .application(application, line: 0)
                }
            return portal
        }
        settings.alerts?.line = 0
        return settings
    }

    /// The files that `serve` reads once for these settings. The certificate isn't one of them, as it is read again
    /// without ending anything, nor are an application's tokens, which change by themselves.
    fileprivate func filesBeside(environment: [String: String]) -> Set<String> {
        var names: [String?] = [
            serve.keyFile, alerts?.hookFile, alerts?.heartbeatFile, alerts?.mail?.passwordFile,
        ]
        for portal in portals.values {
            switch portal.access {
            case .webhook: break
            case .webhookFile(let file, _): names.append(file)
            case .application(let application, _): names.append(application.secretFile)
            }
            names += [portal.events.tokenFile, portal.transport.caFile]
        }
        let descriptions = portals.keys.map { DescriptionFile(named: $0, settings: self).path }
        let usual = DescriptionFile(portal: nil, settings: self, environment: environment).path
        return Set(names.compactMap { $0.map(besideSettings) } + descriptions + [usual])
    }
}
