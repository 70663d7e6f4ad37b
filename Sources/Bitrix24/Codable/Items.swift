import JSON
import Synchronization

/// The items of a list, decoded one by one while its pages come. It is made by ``Portal/items(of:_:as:limit:walk:version:priority:)``.
///
/// Nothing is sent before the first item is asked for, and every walk over it reads the list anew. Two pages at most
/// are held, so a list of a million items takes no more memory than one of a thousand.
public struct Items<Item: Decodable & Sendable>: AsyncSequence, Sendable {
    /// Why a walk ends too early.
    public typealias Failure = PortalError

    /// The items by pages, each of which tells how far the list has been read.
    public let pages: ItemPages<Item>

    /// Why the latest walk may have ended before the list's end, as a sentence; nil if it did not, or goes on.
    public var partial: String? { pages.journal.state.withLock { $0.partial } }
    /// What whoever reads the list should know of the latest walk, such as an order in which items may be lost.
    public var notes: [String] { pages.journal.state.withLock { $0.notes } }

    /// Starts a walk.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator()) }

    /// All items; for lists that are known to be short.
    ///
    /// - Throws: as ``Portal/items(of:_:as:limit:walk:version:priority:)`` tells.
    public func collect() async throws(PortalError) -> [Item] {
        var items: [Item] = []
        var iterator = makeAsyncIterator()
        while let item = try await iterator.next(isolation: nil) { items.append(item) }
        return items
    }

    /// A walk over the items.
    public struct Iterator: AsyncIteratorProtocol {
        /// Why it ends too early.
        public typealias Failure = PortalError

        private var pages: ItemPages<Item>.Iterator
        private var page: ItemPages<Item>.RawPage?
        private var isAtEnd = false

        init(pages: ItemPages<Item>.Iterator) { self.pages = pages }

        /// The next item; nil at the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(PortalError) -> Item? {
            while !isAtEnd {
                do throws(PortalError) {
                    if let item = try page?.next() { return item }
                    page = try await pages.nextRaw()
                    isAtEnd = page == nil
                } catch {
                    isAtEnd = true
                    throw error
                }
            }
            return nil
        }
    }
}

extension Portal {
    /// A list's items, decoded one by one.
    ///
    /// ```swift
    /// for try await deal in portal.items(of: "crm.deal.list", ["filter": ["CLOSED": "N"]], as: Deal.self) { … }
    /// ```
    ///
    /// A walk throws the portal's error, `LIST` if the method isn't known to list anything or doesn't do what it is
    /// asked for, `DECODING` if an item is not of the type, `CANCELLED` if its task was cancelled.
    ///
    /// - Parameters:
    ///   - method: a method that lists, such as `crm.deal.list`
    ///   - parameters: its parameters; paging is done for you
    ///   - type: what an item is decoded as
    ///   - limit: how many items are wanted; nil for all
    ///   - walk: how the list is walked; `.byID` loses and repeats nothing while others change it, in whatever order
    ///     it is asked for
    ///   - version: which of the portal's APIs it is called in
    ///   - priority: how urgent it is beside others
    public nonisolated func items<Item: Decodable & Sendable>(
        of method: String, _ parameters: Parameters = [:], as type: Item.Type = Item.self, limit: Int? = nil,
        walk: ListRequest.Preference = .usual, version: RESTVersion = .two, priority: Priority = .interactive
    ) -> Items<Item> {
        Items(
            pages: ItemPages(
                portal: self, priority: priority,
                request: parameters.listRequest(method, version).map { request in
                    var request = request
                    (request.limit, request.preference) = (limit, walk)
                    return request
                }))
    }
}

extension Parameters {
    fileprivate func listRequest(
        _ method: String, _ version: RESTVersion
    ) -> Result<ListRequest, PortalError> {
        do throws(PortalError) {
            guard let members = try value(for: method).object else {
                throw PortalError(
                    code: PortalError.Code.list, message: "a list's parameters have names", method: method,
                    execution: .notDone)
            }
            return .success(ListRequest(method, members, version: version))
        } catch {
            return .failure(error)
        }
    }
}
