import Testing

@testable import Ingress

@Suite struct PortalDoorTests {
    @Test func `each of a portal's tokens opens its door, and nothing else does`() {
        let door = PortalDoor(applicationTokens: ["first-token", "second-token"], memberID: nil)
        #expect(door.admits(token: "first-token", memberID: nil))
        #expect(door.admits(token: "second-token", memberID: "anybody"))
        for wrong in ["", "first-toke", "first-tokenn", "First-token", "first-token\0", "third-token"] {
            #expect(!door.admits(token: wrong, memberID: nil), "\(wrong)")
        }
    }

    @Test func `another portal's identifier is refused, a missing one is not`() {
        let door = PortalDoor(applicationTokens: ["token"], memberID: "member")
        #expect(door.admits(token: "token", memberID: "member"))
        #expect(door.admits(token: "token", memberID: nil))
        #expect(!door.admits(token: "token", memberID: "other"))
        #expect(!door.admits(token: "wrong", memberID: "member"))
    }

    @Test func `a door without tokens, or with an empty one, lets nobody in`() {
        #expect(!PortalDoor(applicationTokens: [], memberID: nil).admits(token: "", memberID: nil))
        #expect(!PortalDoor(applicationTokens: [""], memberID: nil).admits(token: "", memberID: nil))
        #expect(!PortalDoor.ofNobody.admits(token: "", memberID: nil))
    }

    @Test func `no description and no mirror shows a token`() {
        let door = PortalDoor(applicationTokens: ["very-secret-token"], memberID: "m")
        var dumped = ""
        dump(door, to: &dumped)
        for text in ["\(door)", String(reflecting: door), dumped] { #expect(!text.contains("very-secret")) }
    }
}
