/// Who is told of what, and what waits to be told.
struct EventDesk: Sendable {
    private(set) var handlers: [EventHandler] = []
    var outbox = EventOutbox()
    var offline = OfflineQueue()
    /// When each handler was told last that there is something in the offline queue, and during which request.
    private var notices: [Int: (time: Double, request: Int)] = [:]
    private var nextID = 1

    /// Adds a handler, unless the same one is there already.
    ///
    /// - Returns: whether it was added
    @discardableResult
    mutating func bind(_ event: String, _ address: String, _ way: EventHandler.Way, minTimeout: Int = 1) -> Bool {
        let event = event.uppercased()
        guard !handlers.contains(where: { $0.event == event && $0.address == address && $0.way == way }) else {
            return false
        }
        handlers.append(EventHandler(id: nextID, event: event, address: address, way: way, minTimeout: minTimeout))
        nextID += 1
        return true
    }

    /// Takes handlers away and tells how many.
    mutating func unbind(_ isMeant: (EventHandler) -> Bool) -> Int {
        let before = handlers.count
        handlers.removeAll(where: isMeant)
        return before - handlers.count
    }

    /// Whether a handler is to be told now that the offline queue has something; if so, it counts as told.
    ///
    /// - Parameter request: the number of the request at hand
    mutating func isNoticeDue(_ handler: EventHandler, at now: Double, request: Int) -> Bool {
        if let last = notices[handler.id] {
            let isDue =
                handler.minTimeout == 0 ? last.request != request : now - last.time >= Double(handler.minTimeout)
            guard isDue else { return false }
        }
        notices[handler.id] = (now, request)
        return true
    }
}
