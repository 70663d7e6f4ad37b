import Logging
import NIOCore
import NIOHTTP1
import Synchronization

/// Carries out what the reception decides: hands events to the desk, answers, counts and tells the log.
final class EventReceptionist: Receptionist {
    private let desk: any EventDesk
    private let options: EventServerOptions
    private let reception: EventReception
    private let clock: @Sendable () -> Int
    private let logger: Logger
    private let meter: EventMeter
    private let pace = Mutex(ComplaintPace<Cause>())

    private struct Cause: Hashable, Sendable {
        var refusal: EventRefusal
        var portal: String
    }

    init(
        desk: any EventDesk, options: EventServerOptions, clock: @escaping @Sendable () -> Int, logger: Logger,
        meter: EventMeter
    ) {
        self.desk = desk
        self.options = options
        reception = EventReception(limits: options.formLimits)
        self.clock = clock
        self.logger = logger
        self.meter = meter
    }

    func reply(to request: ReceivedRequest) -> Reply {
        switch reception.verdict(on: request, at: clock(), door: desk.door) {
        case .event(let event): .later { await self.hand(event) }
        case .refused(let refusal, let portal): .now(refuse(refusal, portal: portal, request))
        case .stray(let event): .now(refuse(event, request))
        }
    }

    func answer(to obstacle: HTTPObstacle) -> Answer {
        let refusal: EventRefusal =
            switch obstacle {
            case .tooLarge: .tooLarge
            case .tooSlow: .tooSlow
            case .busy: .busy
            }
        meter.refuse(refusal)
        return refusal.answer(retryAfter: options.limits.retryAfter)
    }

    private func hand(_ event: IncomingEvent) async -> Answer {
        let begun = NIODeadline.now()
        do throws(DeskRefusal) {
            try await desk.take(event)
        } catch {
            return refuse(error, event.portal)
        }
        meter.took(nanoseconds: (NIODeadline.now() - begun).nanoseconds)
        return Answer(.ok)
    }

    private func refuse(_ reason: DeskRefusal, _ portal: String) -> Answer {
        let refusal: EventRefusal = reason == .busy ? .busy : .notKept
        meter.refuse(refusal)
        if let times = times(refusal, portal) {
            logger.error(
                "events are lost: \(reason)", metadata: ["portal": "\(portal)", "times": "\(times)"])
        }
        return refusal.answer(retryAfter: options.limits.retryAfter)
    }

    private func refuse(_ refusal: EventRefusal, portal: String?, _ request: ReceivedRequest) -> Answer {
        meter.refuse(refusal)
        if let portal, let times = times(refusal, portal) {
            warn(sentence(on: refusal, portal), of: request, times, ["portal": "\(portal)"])
        }
        return refusal.answer(retryAfter: options.limits.retryAfter)
    }

    /// Strangers can invent any number of names, so all of them are one cause.
    private func refuse(_ event: StrayEvent, _ request: ReceivedRequest) -> Answer {
        meter.refuse(.unknown)
        if let times = times(.unknown, "") {
            warn(event.complaint(knowing: Array(options.portals.keys)), of: request, times)
        }
        return EventRefusal.unknown.answer(retryAfter: options.limits.retryAfter)
    }

    private func sentence(on refusal: EventRefusal, _ portal: String) -> String {
        switch refusal {
        case .tokenMissing:
            "a request without an application token was refused; Bitrix24 sends one with each event, so find out who "
                + "else posts to this address"
        case .tokenWrong:
            "an event with a wrong application token was refused"
                + (options.portals[portal].map { "; " + $0 } ?? ", or it is another portal's")
        default: "a request that is no event was refused"
        }
    }

    private func warn(
        _ sentence: String, of request: ReceivedRequest, _ times: Int, _ facts: Logger.Metadata = [:]
    ) {
        let sender = request.sender(trustsProxy: options.trustsProxy)
        logger.warning(
            "\(sentence)", metadata: facts.merging(["sender": "\(sender)", "times": "\(times)"]) { $1 })
    }

    private func times(_ refusal: EventRefusal, _ portal: String) -> Int? {
        pace.withLock { $0.count(Cause(refusal: refusal, portal: portal), at: .now()) }
    }
}
