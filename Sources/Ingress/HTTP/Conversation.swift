import NIOCore
import NIOHTTP1

/// One connection: gathers a request, has it answered, and begins anew.
///
/// `HTTPServerPipelineHandler` in front of it keeps the next request back until the last one is answered.
final class Conversation: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let receptionist: any Receptionist
    private let limits: ServerLimits
    private let load: Load
    private let watch: ArrivalWatch

    private var stage = Stage.idle
    private var body = ByteBuffer()
    private var held = 0
    private var isWriting = false
    private var isInputClosed = false

    private enum Stage {
        case idle
        case arriving(HTTPRequestHead)
        /// Answered before it was whole; what still comes is dropped.
        case dropping
        case working(HTTPRequestHead)
    }

    init(receptionist: any Receptionist, limits: ServerLimits, load: Load, watch: ArrivalWatch) {
        self.receptionist = receptionist
        self.limits = limits
        self.load = load
        self.watch = watch
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), stage) {
        case (.head(let head), .idle): begin(head, context)
        case (.body(let piece), .arriving(let head)): add(piece, of: head, context)
        case (.end, .arriving(let head)): finish(head, context)
        case (.end, .dropping): context.close(promise: nil)
        default: break
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        watch.headCame()
        stage = .arriving(head)
        let length = head.headers["Content-Length"].first.flatMap { Int($0) } ?? 0
        guard length <= limits.largestBody else { return refuse(.tooLarge, head, context) }
        guard head.headers["Expect"].contains(where: { $0.lowercased() == "100-continue" }) else { return }
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    }

    private func add(_ piece: ByteBuffer, of head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let count = piece.readableBytes
        guard held + count <= limits.largestBody else { return refuse(.tooLarge, head, context) }
        guard load.hold(count) else { return refuse(.busy, head, context) }
        // The first piece mostly is the whole body, and is taken over without a copy.
        if held == 0 { body = piece } else { body.writeImmutableBuffer(piece) }
        held += count
    }

    private func finish(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        watch.requestIsWhole()
        stage = .working(head)
        guard isWriting else { return work(head, context) }
        // A crowd of requests in one packet would otherwise be answered one inside the other, until the stack ends.
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.execute { bound.value.0.work(head, bound.value.1) }
    }

    private func work(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let request = ReceivedRequest(head: head, body: body, peer: context.channel.remoteAddress)
        letGo()
        guard load.begin() else { return send(receptionist.answer(to: .busy), to: head, context) }
        switch receptionist.reply(to: request) {
        case .now(let answer):
            load.end()
            send(answer, to: head, context)
        case .later(let work):
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            let (load, eventLoop) = (load, context.eventLoop)
            Task {
                let answer = await work()
                load.end()
                eventLoop.execute { bound.value.0.send(answer, to: head, bound.value.1) }
            }
        }
    }

    /// Answers a request that isn't whole.
    private func refuse(_ obstacle: HTTPObstacle, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        letGo()
        stage = .dropping
        send(receptionist.answer(to: obstacle).last, to: head, context)
    }

    private func letGo() {
        load.release(held)
        held = 0
        body = ByteBuffer()
    }

    private func send(_ answer: Answer, to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let isDropping = if case .dropping = stage { true } else { false }
        let isLast = answer.closesConnection || !head.isKeepAlive || isInputClosed
        if !isDropping {
            stage = .idle
            watch.answered()
        }
        let answerHead = HTTPResponseHead(
            version: head.version, status: answer.status, headers: fields(of: answer, to: head, isLast: isLast))
        isWriting = true
        context.write(wrapOutboundOut(.head(answerHead)), promise: nil)
        if head.method != .HEAD, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        let written = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
        written.map { close(context, after: $0.futureResult, isDropping: isDropping) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
        isWriting = false
    }

    private func fields(of answer: Answer, to head: HTTPRequestHead, isLast: Bool) -> HTTPHeaders {
        var fields = HTTPHeaders()
        fields.reserveCapacity(4)
        fields.add(name: "content-length", value: String(answer.body.count))
        if let type = answer.contentType { fields.add(name: "content-type", value: type) }
        for field in answer.fields { fields.add(name: field.name, value: field.value) }
        if isLast {
            fields.add(name: "connection", value: "close")
        } else if head.version == .http1_0 {
            fields.add(name: "connection", value: "keep-alive")
        }
        return fields
    }

    /// A connection that is closed with bytes unread is reset, and the answer is lost with it: while a body still comes
    /// only the own direction is closed, and the other end or the watch ends the rest.
    private func close(_ context: ChannelHandlerContext, after written: EventLoopFuture<Void>, isDropping: Bool) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        written.whenComplete { _ in bound.value.close(mode: isDropping ? .output : .all, promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ArrivalWatch.TooSlow:
            if case .arriving(let head) = stage {
                refuse(.tooSlow, head, context)
            }
            context.close(promise: nil)
        case ChannelEvent.inputClosed:
            isInputClosed = true
            if case .working = stage { return }
            context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        letGo()
        context.fireChannelInactive()
    }
}
