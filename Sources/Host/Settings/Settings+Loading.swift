import Bitrix24
import Reports

extension Settings {
    /// Reads the settings of the folder that the command runs in.
    ///
    /// - Parameters:
    ///   - path: a file that was named; nil looks for `lunokhod.yaml`, which may be missing.
    ///   - environment: `LUNOKHOD_…` variables override the file.
    public static func load(path: String?, environment: [String: String]) throws(HostFailure) -> Settings {
        let name = path ?? fileName
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: name).read()
        } catch {
            // Without a file of the usual name everything has its default.
            guard path != nil || !error.isMissing else { return try overridden(Settings(), by: environment) }
            throw HostFailure(
                "the settings file \(name) can't be read: \(error.reason); check its name and rights", exit: .usage)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw HostFailure("\(name):1: the file is not UTF-8 text; save it as UTF-8", exit: .usage)
        }
        var reader = SettingsReader(path: name)
        return try overridden(try reader.read(text), by: environment)
    }

    private static func overridden(
        _ settings: Settings, by environment: [String: String]
    ) throws(HostFailure) -> Settings {
        var settings = settings
        let value = { (name: String) in environment["LUNOKHOD_" + name].flatMap { $0.isEmpty ? nil : $0 } }
        settings.portal = value("PORTAL") ?? settings.portal
        settings.zone = value("ZONE") ?? settings.zone
        settings.currency = value("CURRENCY") ?? settings.currency
        settings.out = value("OUT") ?? settings.out
        if let text = value("LOCALE") {
            guard let locale = ReportLocale(identifier: text) else {
                throw HostFailure("LUNOKHOD_LOCALE is \(text.quoted); set it to ru or en", exit: .usage)
            }
            settings.locale = locale
        }
        if let text = value("STRICT") {
            guard let strict = ["true": true, "false": false][text.lowercased()] else {
                throw HostFailure("LUNOKHOD_STRICT is \(text.quoted); set it to true or false", exit: .usage)
            }
            settings.checks = strict ? .strict : .lenient
        }
        return settings
    }
}
