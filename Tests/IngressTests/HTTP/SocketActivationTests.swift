import Testing

@testable import Ingress

@Suite struct SocketActivationTests {
    private func sockets(_ environment: [String: String]) -> SocketActivation {
        SocketActivation(environment: environment, processID: 42)
    }

    @Test func `one socket is the third file and serves whoever is the default`() {
        let activation = sockets(["LISTEN_PID": "42", "LISTEN_FDS": "1"])
        #expect(activation.address(named: "events", isDefault: true) == .descriptor(3))
        #expect(activation.address(named: "operations") == nil)
    }

    @Test func `named sockets are told from each other`() {
        let activation = sockets(["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "operations:events"])
        #expect(activation.address(named: "events", isDefault: true) == .descriptor(4))
        #expect(activation.address(named: "operations") == .descriptor(3))
        #expect(activation.address(named: "other", isDefault: true) == nil)
    }

    @Test func `a socket that is named after its unit serves the default`() {
        let activation = sockets(["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "lunokhod.socket"])
        #expect(activation.address(named: "events", isDefault: true) == .descriptor(3))
    }

    @Test(arguments: [
        [:], ["LISTEN_PID": "42"], ["LISTEN_FDS": "1"], ["LISTEN_PID": "41", "LISTEN_FDS": "1"],
        ["LISTEN_PID": "42", "LISTEN_FDS": "0"], ["LISTEN_PID": "42", "LISTEN_FDS": "-1"],
        ["LISTEN_PID": "42", "LISTEN_FDS": "9999999"], ["LISTEN_PID": "x", "LISTEN_FDS": "1"],
    ])
    func `an environment for another process or without sense has no sockets`(environment: [String: String]) {
        #expect(sockets(environment).sockets.isEmpty)
    }
}
