import Testing
import Trials

@testable import Alerts

@Suite struct HookAddressTests {
    @Test("an address shows its scheme and host and nothing else")
    func shown() throws {
        let address = try HookAddress(
            "  HTTPS://bot:pass@Hooks.Example.com:8443/services/T0/XYZsecret?token=abc#frag \n")
        #expect(address.scheme == "https" && address.host == "hooks.example.com:8443")
        var dumped = ""
        dump(address, to: &dumped)
        for text in ["\(address)", String(reflecting: address), dumped] {
            #expect(text.contains("https://hooks.example.com:8443/…"))
            for secret in ["bot", "pass", "services", "XYZsecret", "token", "abc"] { #expect(!text.contains(secret)) }
        }
    }

    @Test("whatever a text has of an address is taken out of it")
    func scrubbed() throws {
        let address = try HookAddress("https://bot:passw@hooks.example.com/services/XYZsecret?token=abcd")
        let texts = [
            "can't get https://bot:passw@hooks.example.com/services/XYZsecret?token=abcd",
            "bad path /services/XYZsecret?token=abcd", "user bot:passw", "part XYZsecret", "password passw", "abcd",
        ]
        for text in texts {
            let reason = AlertFailure(channel: "hook", reason: text, secrets: address.secrets).reason
            for secret in ["passw@", ":passw", "XYZsecret", "abcd"] { #expect(!reason.contains(secret)) }
            #expect(reason.contains("…"))
        }
    }

    @Test("a host alone has no secrets")
    func bare() throws {
        #expect(try HookAddress("https://example.com").secrets.filter { !$0.isEmpty } == ["https://example.com"])
        #expect(try HookAddress("http://[::1]:8080/").host == "[::1]:8080")
    }

    @Test(
        "what is no address is refused, with what to do",
        arguments: [
            ("", "does not begin with https://"), ("example.com/hook", "does not begin with https://"),
            ("ftp://example.com/", "does not begin with https://"),
            ("file:///etc/passwd", "does not begin with https://"),
            ("https://", "has no host"), ("https:///path", "has no host"), ("https://:80/", "has no host"),
            ("https://user@/", "has no host"), ("https://a b/", "has spaces or signs"),
            ("https://a/\r\nX: y", "has spaces or signs"), ("https://a\\@b/", "has spaces or signs"),
            ("https://пример.рф/", "has spaces or signs"), ("https://a%00b/", "has no host"),
        ])
    func refused(text: String, reason: String) {
        #expect(mistake { () throws(AlertMistake) in try HookAddress(text) }?.hasPrefix(reason) == true)
    }

    @Test("an endless address is refused")
    func endless() {
        let text = "https://example.com/" + String(repeating: "a", count: 2000)
        #expect(mistake { () throws(AlertMistake) in try HookAddress(text) } == "is longer than 2,000 characters")
    }

    @Test("no text makes an address whose description has more than its host", arguments: 0..<50)
    func hostile(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "https://", "http://", "a", "Z", "@", ":", "/", "?", "#", "[", "]", "%", ".", " ", "é", "\r\n", "0",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0..<12, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            guard let address = try? HookAddress("https://" + text) else { continue }
            #expect(address.host.utf8.allSatisfy(\.isHostByte) && !address.host.isEmpty)
            #expect("\(address)" == "https://\(address.host)/…")
        }
    }
}
