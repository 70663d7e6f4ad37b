import Testing
import Trials

@testable import Alerts

@Suite struct AlertFailureTests {
    @Test("it is one sentence with the channel and the reason")
    func sentence() {
        let failure = AlertFailure(channel: "hook https://a", reason: "it is away")
        #expect(failure.description == "the alert was not sent by hook https://a: it is away")
    }

    @Test(
        "secrets are taken out, the longest first",
        arguments: [
            ("login token-and-more failed", "login … failed"), ("token,token", "…,…"), ("tokentoken", "……"),
            ("nothing", "nothing"), ("", ""),
        ])
    func secrets(text: String, reason: String) {
        let failure = AlertFailure(channel: "c", reason: text, secrets: ["", "token", "token-and-more"])
        #expect(failure.reason == reason)
    }

    @Test("a secret that is cut by the limit of the length was taken out before", arguments: 380..<405)
    func cut(length: Int) {
        let text = String(repeating: ".", count: length) + "s3cr3t"
        #expect(!AlertFailure(channel: "c", reason: text, secrets: ["s3cr3t"]).reason.contains("s3"))
    }

    @Test("a secret with an invisible sign is taken out, too")
    func invisible() {
        let failure = AlertFailure(channel: "c", reason: "login pa\u{200B}ss failed", secrets: ["pa\u{200B}ss"])
        #expect(failure.reason == "login … failed")
    }

    @Test("no text around a secret keeps it there", arguments: 0..<50)
    func hostile(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = ["s3cr3t", "\r\n", "\u{301}", "\u{200D}", "\u{0}", "ж", "a", "s3", "cr3t", "\u{FE0F}", "\u{FEFF}"]
        for _ in 0..<100 {
            let count = Int.random(in: 0..<12, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let reason = AlertFailure(channel: "c", reason: text, secrets: ["s3cr3t"]).reason
            #expect(reason.utf8.firstRange(of: "s3cr3t".utf8) == nil)
            #expect(reason.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        }
    }
}
