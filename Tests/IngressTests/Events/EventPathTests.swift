import Testing
import Trials

@testable import Ingress

@Suite struct EventPathTests {
    @Test(arguments: ["main", "Главный", "a b", "50%", "x/y", "a.b-c_d~e", "?", "é"])
    func `a portal's path names the portal`(portal: String) {
        let path = EventPath.path(of: portal)
        #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(EventPath.portal(of: path[...]) == portal)
    }

    @Test(arguments: [
        "", "/", "/events", "/events/", "/events/a/b", "/event/a", "/Events/a", "/events/%", "/events/%4",
        "/events/%zz", "/events/%FF", "/eventsa", "events/a",
    ])
    func `any other path names none`(path: String) {
        #expect(EventPath.portal(of: path[...]) == nil)
    }

    @Test func `a name that is too long is none`() {
        let path = "/events/" + String(repeating: "a", count: 129)
        #expect(EventPath.portal(of: path[...]) == nil)
        #expect(EventPath.portal(of: path.dropLast()) != nil)
    }

    @Test func `random names come back as they were`() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<500 {
            let scalars = (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...0x4FF, using: &random))
            }
            let name = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
            #expect(EventPath.portal(of: EventPath.path(of: name)[...]) == name)
        }
    }
}
