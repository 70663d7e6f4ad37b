import Alerts
import Testing

@testable import Host

@Suite("What the settings say of serve")
struct ServeSettingsReaderTests {
    private func read(_ text: String) throws(HostFailure) -> Settings {
        var reader = SettingsReader(path: "lunokhod.yaml")
        return try reader.read(text)
    }

    @Test func `all of it is read`() throws {
        let settings = try read(
            """
            serve:
              listen: "[::]:443"
              operations: off
              tls: { certificate: chain.pem, key: key.pem }
              behind_proxy: true
              ledger: var/ledger.sqlite
              key_file: secrets/key
              workers: 3
              stop_within: 2m
              keep: { events: 7d, runs: 30d, failures: 60d }
              loops: { depth: 5, per_minute: 10 }
            """)
        let serve = settings.serve
        #expect(serve.listen == ServeSettings.Place(host: "::", port: 443))
        #expect(serve.operations == nil)
        #expect(serve.certificate?.chain == "chain.pem" && serve.certificate?.key == "key.pem")
        #expect(serve.isBehindProxy)
        #expect(serve.ledger == "var/ledger.sqlite" && serve.keyFile == "secrets/key")
        #expect(serve.workers == 3 && serve.stopWithin == 120)
        #expect(serve.keep.events == 7 && serve.keep.runs == 30 && serve.keep.failures == 60)
        #expect(serve.deepestChain == 5 && serve.runsPerMinute == 10)
    }

    @Test func `events and alerts are read`() throws {
        let settings = try read(
            """
            portals:
              main:
                webhook_file: w
                events: { token_file: t, pull: poll, every: 1m }
            alerts:
              chat: chat42
              user: 7
              mail: { server: smtp.example.com, from: a@example.com, to: [b@example.com] }
              command: [tell, loud]
              heartbeat: { url_file: beat, every: 5m }
              reminder: never
              only: { chat: [failed, paused] }
            """)
        let events = settings.portals["main"]?.events
        #expect(events?.tokenFile == "t" && events?.pull == .poll && events?.every == 60)
        let alerts = settings.alerts
        #expect(alerts?.chat == "chat42" && alerts?.user == 7 && alerts?.command == ["tell", "loud"])
        #expect(alerts?.mail?.to == ["b@example.com"] && alerts?.heartbeatEvery == 300)
        #expect(alerts?.reminder == nil && alerts?.only == [.chat: [.failed, .paused]])
    }

    @Test func `only takes the webhook by its word, and by the one that it had at first`() throws {
        for word in ["webhook", "hook"] {
            let settings = try read("alerts:\n  webhook_file: a\n  only: { \(word): [disk, credential] }")
            #expect(settings.alerts?.only == [.webhook: [.disk, .credential]])
        }
    }

    @Test(arguments: [
        ("alerts:\n  heartbeat: { every: 5m }", ":2:", "url_file"),
        ("alerts:\n  chat: c\n  only:\n    mail: [disk]", ":4:", "alerts has no mail"),
        ("alerts:\n  only: { mial: [disk] }\n  mail: { server: s, from: f, to: t }", "'mial'", "mail"),
        ("alerts:\n  chat: c\n  only: { webhok: [disk] }", "'webhok'", "did you mean 'webhook'"),
        ("alerts:\n  webhook_file: w\n  only: { hook: [disk], webhook: [disk] }", "webhook and hook", "leave one"),
    ])
    func `alerts that nobody would get are refused`(text: String, what: String, instead: String) {
        let error = #expect(throws: HostFailure.self) { _ = try read(text) }
        let sentence = error?.description ?? ""
        #expect(sentence.contains(what) && sentence.contains(instead), "\(sentence)")
        #expect(error?.exit == .usage)
    }

    @Test(arguments: [
        ("serve:\n  listn: 1", "'listn'", "listen"), ("serve:\n  listen: nowhere", "listen", "HOST:PORT"),
        ("serve:\n  listen: 127.0.0.1:70000", "listen", "HOST:PORT"),
        ("serve:\n  stop_within: soon", "stop_within", "30s"), ("serve:\n  tls: { key: k }", "tls", "certificate"),
        ("serve:\n  workers: 0", "workers", "1 to 1000"),
        ("serve:\n  keep: { runs: 23h }", "runs", "1d or more"),
        ("serve:\n  keep: { events: 90 }", "events", "seconds"),
        ("portals:\n  m:\n    webhook_file: w\n    events: { pull: pol }", "'pol'", "poll"),
        ("alerts:\n  webhook_file: https://x.example/y", "webhook_file", "file"),
        ("alerts:\n  chat: c\n  only: { chat: [faild] }", "'faild'", "failed"),
        ("calendar:\n  holidays: [32.01]", "32.01", "day"),
    ])
    func `a mistake is told with its line and what to write`(text: String, what: String, instead: String) {
        let error = #expect(throws: HostFailure.self) { _ = try read(text) }
        let sentence = error?.description ?? ""
        #expect(sentence.hasPrefix("lunokhod.yaml:"), "\(sentence)")
        #expect(sentence.contains(what) && sentence.contains(instead), "\(sentence)")
        #expect(error?.exit == .usage)
    }
}
