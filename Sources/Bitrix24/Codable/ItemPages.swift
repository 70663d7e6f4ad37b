import JSON
import Synchronization

/// The items of a list by pages. It is ``Items/pages``.
public struct ItemPages<Item: Decodable & Sendable>: AsyncSequence, Sendable {
    /// Why a walk ends too early.
    public typealias Failure = PortalError

    /// Some items of a list, in their order. They are as many as came with one request, so up to 50 of the portal's
    /// pages.
    public struct Page: Sendable {
        /// The items.
        public let items: [Item]
        /// How much of the list has been read, 0 to 1; nil if that isn't known.
        public let progress: Double?
        /// Something to tell whoever reads the list, once.
        public let note: String?
        /// Why the list may have ended before its end; nil if it did not.
        public let partial: String?
    }

    let portal: Portal
    let priority: Priority
    let request: Result<ListRequest, PortalError>
    let journal = Journal()

    /// Starts a walk.
    public func makeAsyncIterator() -> Iterator {
        journal.state.withLock { $0 = Journal.State() }
        return Iterator(pages: self)
    }

    /// What the latest walk has told.
    final class Journal: Sendable {
        struct State: Sendable {
            var notes: [String] = []
            var partial: String?
        }

        let state = Mutex(State())

        func add(_ page: ListPage) {
            state.withLock { state in
                if let note = page.note, note != page.partial { state.notes.append(note) }
                state.partial = page.partial ?? state.partial
            }
        }
    }

    /// A page whose items are still to be decoded.
    struct RawPage {
        let page: ListPage
        let method: String
        private var elements: JSONView.Elements.Iterator
        private var position: Int
        private let end: Int

        /// - Parameters:
        ///   - position: that of its first item in the list.
        ///   - limit: how many items are wanted of the list.
        init(_ page: ListPage, method: String, position: Int, limit: Int?) throws(PortalError) {
            self.page = page
            self.method = method
            self.position = position
            end = limit ?? .max
            do throws(JSONError) {
                elements = try JSONDocument(parsing: page.items).root.elements.makeIterator()
            } catch {
                throw .decoding(error, as: [Item].self, method: method)
            }
        }

        mutating func next() throws(PortalError) -> Item? {
            guard position < end, let view = elements.next() else { return nil }
            defer { position += 1 }
            do {
                return try AnswerDecoder(view).decode(Item.self)
            } catch {
                throw .decoding(error, as: Item.self, method: method, at: [CodingStep.position(position)])
            }
        }
    }

    /// A walk over the pages.
    public struct Iterator: AsyncIteratorProtocol {
        /// Why it ends too early.
        public typealias Failure = PortalError

        private let pages: ItemPages
        private let caller: Caller
        private var list: PortalList?
        private var count = 0
        private var isAtEnd = false

        init(pages: ItemPages) {
            self.pages = pages
            caller = pages.portal.caller(pages.priority)
        }

        /// The next page; nil at the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(PortalError) -> Page? {
            guard var raw = try await nextRaw() else { return nil }
            var items: [Item] = []
            items.reserveCapacity(raw.page.count)
            do throws(PortalError) {
                while let item = try raw.next() { items.append(item) }
            } catch {
                isAtEnd = true
                throw error
            }
            return Page(items: items, progress: raw.page.progress, note: raw.page.note, partial: raw.page.partial)
        }

        nonisolated(nonsending) mutating func nextRaw() async throws(PortalError) -> RawPage? {
            guard !isAtEnd else { return nil }
            do throws(PortalError) {
                guard let page = try await read() else {
                    isAtEnd = true
                    return nil
                }
                pages.journal.add(page)
                let request = try pages.request.get()
                let raw = try RawPage(page, method: request.method, position: count, limit: request.limit)
                count += page.count
                return raw
            } catch {
                isAtEnd = true
                throw error
            }
        }

        private nonisolated(nonsending) mutating func read() async throws(PortalError) -> ListPage? {
            let (portal, caller) = (pages.portal, caller)
            let request = try pages.request.get()
            if self.list == nil { self.list = try portal.list(request, by: caller) }
            guard let list = self.list else { return nil }
            let outcome: Result<ListPage?, PortalError> = await withTaskCancellationHandler {
                guard !Task.isCancelled else { return .failure(.cancelled(request.method)) }
                do throws(PortalError) { return .success(try await list.next()) } catch { return .failure(error) }
            } onCancel: {
                Task { await portal.abandon(caller) }
            }
            return try outcome.get()
        }
    }
}
