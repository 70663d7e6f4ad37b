import Synchronization
import Testing

@testable import Alerts

@Suite struct ChatChannelTests {
    private struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    @Test("a message is written as BB code into the dialog")
    func written() async throws {
        let texts = Mutex<[String]>([])
        let channel = ChatChannel(dialog: "chat12") { dialog, text in
            texts.withLock { $0.append("\(dialog)|\(text)") }
        }
        let failure = await channel.failure(.sample(title: "[URL=x]t", body: "b"))
        #expect(failure == nil)
        #expect(texts.withLock { $0 } == ["chat12|[B][\u{2060}URL=x]t[/B]\nb"])
    }

    @Test("what the portal says is told in one harmless line")
    func refused() async {
        let channel = ChatChannel(dialog: "chat12\r\n") { _, _ throws in
            throw Refusal(description: "no access\r\nto the chat" + String(repeating: "!", count: 1000))
        }
        let failure = await channel.failure()
        #expect(failure?.channel == "chat chat12 ")
        #expect(failure?.reason.hasPrefix("no access to the chat!") == true)
        #expect(failure?.reason.unicodeScalars.count == 400)
    }
}
