import Alerts
import Bitrix24
import Glibc
import Ingress
import Ledger
import Logging
import Timetable

/// All that `serve` works by, read and tried: the settings, the secrets in their files, the portals.
struct ServeReading: Sendable {
    let settings: Settings
    /// By what a later reading is known to be another one.
    let signs: SettingsSigns
    let portals: ServedPortals
    let zone: Zone
    let telling: AlertSettings
    let ways: [AlertDesk.Way]
    let sealing: SealingKey?
    /// Where it listens.
    let places: ListenPlan
    /// The certificate for events; nil where a proxy has it.
    let tls: TLSFiles?

    /// Reads the files and makes the portals; nothing is sent yet. Whoever has it ends it.
    ///
    /// - Throws: `HostFailure` for settings that can't be served.
    init(settings: Settings, environment: [String: String], logger: Logger) throws(HostFailure) {
        // First, so that a file that is changed meanwhile is seen to be another one the next time.
        signs = SettingsSigns(settings, environment: environment)
        self.settings = settings
        zone = try settings.runZone
        sealing = try settings.sealingKey(environment: environment)
        telling = try settings.alertSettings()
        tls = settings.serve.certificate.map {
            TLSFiles(certificate: settings.besideSettings($0.chain), key: settings.besideSettings($0.key))
        }
        do throws(IngressError) {
            try tls?.check()
        } catch {
            throw HostFailure("\(error)", exit: .usage)
        }
        let handed = SocketActivation(environment: environment, processID: getpid())
        handed.keepFromChildren()
        places = ListenPlan(
            events: handed.address(named: "events", isDefault: true) ?? settings.serve.listen?.address,
            operations: handed.address(named: "operations") ?? settings.serve.operations?.address)
        let portals = try ServedPortals(settings: settings, environment: environment, logger: logger)
        self.portals = portals
        do throws(HostFailure) {
            ways = try AlertWays(settings: telling, portal: portals.teller, environment: environment).all
        } catch {
            ServedPortals.end(portals.all)
            throw error
        }
    }

    /// Ends the connections to the portals.
    func end() async {
        for portal in portals.all { await portal.portal.shutdown() }
    }
}

extension ServeSettings.Place {
    fileprivate var address: ListenAddress { .host(host, port: port) }
}
