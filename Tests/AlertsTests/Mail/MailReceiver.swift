import NIOCore
import NIOSSL
import Synchronization
import TrialServers

/// A mail server that does what a test says and remembers the conversation.
final class MailReceiver: Sendable {
    /// How it behaves.
    struct Manner: Sendable {
        /// What it offers, as the answer to EHLO has it.
        var offers: [String] = []
        /// The only login by `AUTH PLAIN` that it takes, in base64; nil if it takes any.
        var login: String?
        /// Mailboxes that it refuses.
        var refused: Set<String> = []
        /// What it says to the letter.
        var verdict = "250 taken"
        /// What it speaks TLS with, after STARTTLS or from the first byte.
        var tls: NIOSSLContext?
        /// Whether it speaks TLS from the first byte.
        var isTLSFromBeginning = false
        /// Whether it says nothing, ever.
        var isSilent = false
    }

    private struct State {
        var lines: [String] = []
        var open: [String] = []
        var letter: String?
        var port = 0
    }

    private let state = Mutex(State())
    fileprivate let manner: Manner

    private init(_ manner: Manner) { self.manner = manner }

    /// The commands that came, without those of the letter.
    var lines: [String] { state.withLock { $0.lines } }
    /// Those of them that came without TLS.
    var openLines: [String] { state.withLock { $0.open } }
    /// The letter as it was sent, its dots unstuffed.
    var letter: String? { state.withLock { $0.letter } }
    /// Where it listens on 127.0.0.1.
    var port: Int { state.withLock { $0.port } }

    fileprivate func take(_ line: String, isProtected: Bool) {
        state.withLock {
            $0.lines.append(line)
            if !isProtected { $0.open.append(line) }
        }
    }

    fileprivate func take(letter: String) { state.withLock { $0.letter = letter } }

    /// Listens while `body` runs.
    static func serve(_ manner: Manner = Manner(), _ body: (MailReceiver) async throws -> Void) async throws {
        let receiver = MailReceiver(manner)
        try await Loopback.listen { channel in
            let pipeline = channel.pipeline.syncOperations
            if manner.isTLSFromBeginning, let tls = manner.tls {
                try pipeline.addHandler(NIOSSLServerHandler(context: tls))
            }
            try pipeline.addHandler(MailConversation(receiver))
        } _: { port in
            receiver.state.withLock { $0.port = port }
            try await body(receiver)
        }
    }
}

/// The server's side of a connection.
private final class MailConversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let receiver: MailReceiver
    private var pending: [UInt8] = []
    private var letter: [String]?
    private var awaitsLogin = false
    private var isProtected: Bool

    init(_ receiver: MailReceiver) {
        self.receiver = receiver
        isProtected = receiver.manner.isTLSFromBeginning
    }

    func channelActive(context: ChannelHandlerContext) {
        if !receiver.manner.isSilent { say("220 mail.example ESMTP", context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pending += unwrapInboundIn(data).readableBytesView
        while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
            // What is not ended by CR LF stays visible in what the tests see.
            let isWhole = end > 0 && pending[end - 1] == UInt8(ascii: "\r")
            let line = String(decoding: pending[..<(isWhole ? end - 1 : end + 1)], as: UTF8.self)
            pending.removeFirst(end + 1)
            letter == nil ? obey(line, context) : write(line, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func write(_ line: String, _ context: ChannelHandlerContext) {
        guard line == "." else {
            letter?.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
            return
        }
        receiver.take(letter: (letter ?? []).joined(separator: "\r\n"))
        letter = nil
        say(receiver.manner.verdict, context)
    }

    private func obey(_ line: String, _ context: ChannelHandlerContext) {
        let manner = receiver.manner
        receiver.take(line, isProtected: isProtected)
        if awaitsLogin {
            awaitsLogin = false
            let isRight = manner.login.map { line == $0 } ?? true
            return say(isRight ? "235 welcome" : "535 no such user", context)
        }
        switch line.prefix(4) {
        case "EHLO":
            let offers = isProtected ? manner.offers.filter { $0 != "STARTTLS" } : manner.offers
            for offer in ["mail.example"] + offers { say("250-\(offer)", context) }
            say("250 HELP", context)
        case "STAR": protect(context)
        case "AUTH":
            awaitsLogin = true
            say("334 ", context)
        case "RCPT":
            let isRefused = manner.refused.contains { line.contains("<\($0)>") }
            say(isRefused ? "550 no such mailbox" : "250 ok", context)
        case "DATA":
            letter = []
            say("354 go on", context)
        case "QUIT":
            say("221 bye", context)
            context.close(promise: nil)
        default: say("250 ok", context)
        }
    }

    private func protect(_ context: ChannelHandlerContext) {
        guard let tls = receiver.manner.tls else { return say("454 not now", context) }
        say("220 go on", context)
        isProtected = true
        do {
            let handler = NIOSSLServerHandler(context: tls)
            try context.pipeline.syncOperations.addHandler(handler, position: .before(self))
        } catch {
            context.close(promise: nil)
        }
    }

    private func say(_ line: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: line + "\r\n")), promise: nil)
    }
}
