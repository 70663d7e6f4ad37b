import Glibc
import NIOCore
import Testing
import TrialServers

@testable import Ingress

@Suite struct OpenAddressesTests {
    private let addresses = OpenAddresses()
    private let free = ListenPlan(events: .loopback(port: 0), operations: .loopback(port: 0))

    private func descriptor(_ address: ListenAddress?) throws -> Int32 {
        guard case .descriptor(let descriptor) = try #require(address) else { throw NotOpen() }
        return descriptor
    }

    private func port(_ address: ListenAddress?) throws -> Int {
        var place = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = try descriptor(address)
        let isTold = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        try #require(isTold == 0)
        return Int(UInt16(bigEndian: place.sin_port))
    }

    private struct NotOpen: Error {}

    /// Another object's socket, as another program's.
    private func taken() throws -> (port: Int, holder: OpenAddresses) {
        let other = OpenAddresses()
        let plan = ListenPlan(events: .loopback(port: 0))
        try other.change(to: plan)
        return (try port(other.given(plan).events), other)
    }

    @Test func `who comes while no server is there is answered by the next one`() async throws {
        try addresses.change(to: free)
        let socket = addresses.given(free).events
        let port = try port(socket)
        let desk = TestDesk()
        for _ in 0..<2 {
            let early = try await RawConnection.open(port: port)
            try await early.send(RawEvent.text())
            try await Serving.events(desk: desk) {
                $0.address = socket ?? .loopback(port: 0)
            } _: { place, _ in
                #expect(place.port == port)
                let heard = try await early.heard { !$0.isEmpty }
                #expect(RawEvent.count(200, in: heard) == 1)
                await place.stop()
            }
        }
        #expect(desk.taken.count == 2)
    }

    @Test func `what is open stays open through any changes of the rest`() throws {
        try addresses.change(to: free)
        let before = addresses.given(free)
        #expect(before.events != before.operations)
        let changed = ListenPlan(events: free.events, operations: .host("127.0.0.2", port: 0))
        try addresses.prepare(changed)
        try addresses.change(to: changed)
        addresses.keep(only: changed)
        #expect(addresses.given(changed).events == before.events)
        #expect(addresses.given(free).operations == free.operations, "it is still open")
    }

    @Test func `sockets that were handed over and places that are off are left as they are`() throws {
        let plan = ListenPlan(events: .descriptor(3))
        try addresses.prepare(plan)
        try addresses.change(to: plan)
        #expect(addresses.given(plan) == plan)
    }

    @Test func `an address that another program has is refused, and nothing else is changed`() throws {
        let (port, holder) = try taken()
        try addresses.change(to: free)
        let before = addresses.given(free)
        let wanted = ListenPlan(events: .host("127.0.0.2", port: 0), operations: .loopback(port: port))
        let refusal = IngressError.addressUnavailable(.loopback(port: port), .inUse)
        #expect(throws: refusal) { try addresses.prepare(wanted) }
        #expect(addresses.given(free) == before)
        #expect(addresses.given(wanted) == wanted, "one of the new ones is open")
        #expect(throws: refusal) { try addresses.change(to: wanted) }
        withExtendedLifetime(holder) {}
    }

    @Test func `an address that the old one is in the way of is opened when the old one can go`() throws {
        try addresses.change(to: ListenPlan(events: .loopback(port: 0)))
        let port = try port(addresses.given(ListenPlan(events: .loopback(port: 0))).events)
        addresses.keep(only: ListenPlan())
        let narrow = ListenPlan(events: .loopback(port: port))
        let wide = ListenPlan(events: .host("0.0.0.0", port: port))
        try addresses.change(to: narrow)
        try addresses.prepare(wide)
        #expect(try self.port(addresses.given(narrow).events) == port)
        #expect(addresses.given(wide) == wide)
        try addresses.change(to: wide)
        #expect(try self.port(addresses.given(wide).events) == port)
        #expect(addresses.given(narrow) == narrow)
        try addresses.change(to: narrow)
        #expect(try self.port(addresses.given(narrow).events) == port)
    }

    @Test func `addresses can change their use, but not be used twice`() throws {
        let (first, holder) = try taken()
        holder.keep(only: ListenPlan())
        let plan = ListenPlan(events: .loopback(port: first))
        try addresses.change(to: plan)
        let socket = addresses.given(plan).events
        let turned = ListenPlan(operations: .loopback(port: first))
        try addresses.prepare(turned)
        #expect(addresses.given(turned).operations == socket)
        let twice = ListenPlan(events: plan.events, operations: plan.events)
        #expect(throws: IngressError.addressUnavailable(.loopback(port: first), .inUse)) {
            try addresses.change(to: twice)
        }
        #expect(addresses.given(plan).events == socket)
    }

    @Test func `a host that nobody knows is told in a sentence`() {
        let plan = ListenPlan(events: .host("no such host", port: 1))
        let error = #expect(throws: IngressError.self) { try addresses.prepare(plan) }
        #expect(error?.description.contains("no such host:1") == true)
    }
}
