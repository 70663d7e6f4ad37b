import Alerts
import Ingress
import Logging
import Testing
import Timetable
import Trials

@testable import Host

@Suite struct ServeReadingTests {
    private let folder: TemporaryFolder
    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("https://demo.bitrix24.ru/rest/1/s3cr3tc0de0000000/", to: "main.webhook")
        try folder.write("", to: "empty")
        try folder.write("open", to: "open", mode: 0o644)
    }

    private func read(_ text: String, environment: [String: String] = [:]) throws(HostFailure) -> ServeReading {
        let path = "\(folder.path)/lunokhod.yaml"
        guard (try? folder.write(text, to: "lunokhod.yaml")) != nil else { throw HostFailure("no folder") }
        return try ServeReading(
            settings: try Settings.load(path: path, environment: environment), environment: environment, logger: quiet)
    }

    private let portal = "portals: { main: { webhook_file: main.webhook } }\n"

    @Test func `right settings are read with all that belongs to them`() async throws {
        let reading = try read(
            portal + """
                zone: Asia/Omsk
                serve: { listen: 0.0.0.0:81, operations: off }
                alerts: { command: [/bin/true] }
                """)
        #expect(reading.portals.all.map(\.name) == ["main"])
        #expect(reading.places == ListenPlan(events: .host("0.0.0.0", port: 81)))
        #expect(reading.ways.map(\.route) == [.command])
        #expect(reading.zone.identifier == "Asia/Omsk")
        #expect(reading.tls == nil && reading.sealing == nil)
        await reading.end()
    }

    @Test(arguments: [
        ("portals: { main: { webhook_file: nowhere } }", "nowhere can't be read"),
        ("portals: { main: { webhook_file: open } }", "can be read by others"),
        ("portals: { main: { webhook_file: empty } }", "the webhook in"),
        ("portals: { main: { webhook_file: main.webhook, events: { token_file: open } } }", "can be read by others"),
        ("portals: { a: { webhook_file: main.webhook }, b: { webhook_file: main.webhook } }", "several portals"),
        ("zone: Mars/Crater", "zone"),
        ("serve: { key_file: open }", "can be read by others"),
        ("serve: { tls: { certificate: open, key: open } }", "can't be used for TLS"),
        ("alerts: { webhook_file: empty }", "is empty"),
        ("alerts: { heartbeat: { url_file: nowhere } }", "nowhere can't be read"),
        ("alerts: { command: [''] }", "needs a program"),
        ("bogus: 1", "there is no 'bogus'"),
    ])
    func `whatever is wrong is found by reading, and told without a secret`(text: String, sentence: String) async {
        var told = "nothing is wrong"
        do throws(HostFailure) {
            await (try read(text.hasPrefix("portals") ? text : portal + text)).end()
        } catch {
            told = error.description
        }
        #expect(told.contains(sentence), "\(told)")
        #expect(!told.contains("s3cr3t"))
    }

    @Test func `sockets that were handed over count more than the settings`() async throws {
        let reading = try read(portal, environment: ["LISTEN_PID": "1", "LISTEN_FDS": "1"])
        #expect(reading.places.events == .loopback(port: 8080), "they are another process's")
        await reading.end()
    }
}
