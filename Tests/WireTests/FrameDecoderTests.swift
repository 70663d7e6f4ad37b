import Testing
import Wire

@Suite struct FrameDecoderTests {
    let messages: [CellMessage] = [
        .print(Array("строка".utf8)), .call(id: 7, name: "b24.call", arguments: Array("{}".utf8)),
        .loaded(definition: Array("null".utf8)), .finished(result: [], memoryPeak: 123_456),
        .failed(Array("{}".utf8)), .print([]),
    ]

    @Test("messages come out as they went in, however the stream is cut", arguments: [1, 2, 5, 7, 64])
    func pieces(size: Int) throws {
        let stream = messages.flatMap(\.frame.bytes)
        var decoder = FrameDecoder()
        var received: [CellMessage] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            decoder.append(stream[start..<min(start + size, stream.count)])
            while let frame = try decoder.next() { received.append(try CellMessage(frame)) }
        }
        #expect(received == messages)
        #expect(decoder.isBetweenFrames)
    }

    @Test("the host's messages read back as the same messages")
    func hostMessages() throws {
        let messages: [HostMessage] = [
            .load(name: "отчёт.lua", source: [1, 2, 3], settings: Array("{}".utf8), memoryLimit: .max),
            .run(argument: Array("[]".utf8)), .answer(call: 1, value: Array("null".utf8)),
            .answer(call: 2, value: Array("[]".utf8), shape: [7, 0, 128]),
            .failure(call: .max, error: Array("{}".utf8)),
        ]
        for message in messages { #expect(try HostMessage(message.frame) == message) }
    }

    @Test("another protocol version is refused with what to do")
    func version() throws {
        var bytes = CellMessage.print([]).frame.bytes
        bytes[4] = 99
        var decoder = FrameDecoder()
        decoder.append(bytes)
        #expect(throws: WireError.version(99)) { try decoder.next() }
        #expect(WireError.version(99).description.contains("install both from one release"))
    }

    @Test("a length that no message has is refused before anything is kept for it")
    func length() {
        var decoder = FrameDecoder()
        decoder.append([0xFF, 0xFF, 0xFF, 0xFF, Frame.version, 1])
        #expect(throws: WireError.tooLong(0xFFFF_FFFF)) { try decoder.next() }
    }

    @Test("random bytes never crash a reader")
    func fuzz() {
        var state: UInt64 = 42
        func byte() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        for _ in 0..<5_000 {
            let payload = (0..<Int(byte() % 24)).map { _ in byte() % 4 == 0 ? byte() : 0 }
            let frame = Frame(kind: byte() % 8, payload: payload)
            _ = try? CellMessage(frame)
            _ = try? HostMessage(frame)
        }
    }
}
