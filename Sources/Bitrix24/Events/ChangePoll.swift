import JSON

/// Asks a portal for what has changed. It keeps nothing: changes and cursors are for the caller to record together.
public struct ChangePoll: Sendable {
    /// A watch and how far it has looked; nil if it never has.
    public struct Position: Hashable, Sendable {
        /// What is watched.
        public let watch: ChangeWatch
        /// How far it has looked.
        public var cursor: ChangeCursor?

        /// A position.
        public init(_ watch: ChangeWatch, _ cursor: ChangeCursor? = nil) {
            (self.watch, self.cursor) = (watch, cursor)
        }
    }

    /// What one page tells.
    public struct Page: Hashable, Sendable {
        /// The changes, the oldest first. A first look has none: only what changes after it counts.
        public let changes: [PulledEvent]
        /// Where the watch goes on, to be recorded together with the changes.
        public let position: Position
        /// Whether there is more to be asked for at once.
        public let isUnfinished: Bool
    }

    private let portal: Portal
    private let caller: Caller
    private let overlap: Double

    /// A poll.
    ///
    /// - Parameters:
    ///   - portal: who is asked.
    ///   - caller: who asks; of low priority, since nobody waits for it.
    ///   - overlap: how many seconds before the known time a look begins, since a change may be dated some seconds
    ///     before it can be seen.
    public init(of portal: Portal, by caller: Caller, overlap: Double = 20) {
        (self.portal, self.caller, self.overlap) = (portal, caller, overlap)
    }

    /// Asks for the next page of each watch; all of them share requests.
    ///
    /// - Returns: each one's page or error, in their order. After an error the position stays as it was.
    public func next(_ positions: [Position]) async -> [Result<Page, PortalError>] {
        let looks = positions.map { ChangeLook($0.watch, $0.cursor, overlap: overlap) }
        let replies = await portal.submit(each: looks.compactMap { $0?.call }, by: caller)
        var arrived = replies.makeIterator()
        var pages: [Result<Page, PortalError>] = []
        for (position, look) in zip(positions, looks) {
            guard let look, let reply = arrived.next() else {
                pages.append(.failure(.cancelled(position.watch.type)))
                continue
            }
            pages.append(await page(of: reply, to: look, position))
        }
        return pages
    }

    private func page(
        of reply: PendingReply, to look: ChangeLook, _ position: Position
    ) async -> Result<Page, PortalError> {
        do throws(PortalError) {
            let answer = try await reply.value()
            guard let result = try? JSONValue(parsing: answer.resultBytes),
                let found = look.read(result, moment: answer.moment)
            else {
                throw PortalError(
                    code: PortalError.Code.list, message: "the answer doesn't tell what was changed",
                    method: look.call.method, hint: "look at it with b24.call")
            }
            return .success(
                Page(
                    changes: found.changes, position: Position(position.watch, found.cursor),
                    isUnfinished: found.isUnfinished))
        } catch {
            return .failure(error)
        }
    }
}
