import Testing

@testable import Bitrix24

@Suite struct MethodGateTests {
    @Test(
        "a gate without limits lets everything through", arguments: ["crm.deal.list", "crm.deal.add", "no.such.method"])
    func open(method: String) {
        #expect(refusal(of: method, at: MethodGate()) == nil)
    }

    @Test(
        "methods of a named scope, of one of several and of the scope that everybody has pass",
        arguments: ["crm.deal.list", "crm.deal.add", "user.get", "batch", "app.info"])
    func scopes(method: String) {
        #expect(refusal(of: method, at: MethodGate(scopes: ["crm", "user_basic"])) == nil)
    }

    @Test("a method of another scope is refused with the scope that is missing")
    func otherScope() throws {
        let error = try #require(refusal(of: "tasks.task.list", at: MethodGate(scopes: ["crm"])))
        #expect(error.code == "SCOPE")
        #expect(error.method == "tasks.task.list")
        #expect(error.message == "the script's scopes don't include 'task'")
        #expect(error.hint == "add it to `scopes` in the definition")
        #expect(!error.retryable)
    }

    @Test("a method that is in no scope passes", arguments: ["event.get", "events", "event.bind"])
    func withoutScope(method: String) {
        #expect(refusal(of: method, at: MethodGate(scopes: ["crm"])) == nil)
    }

    @Test("without any scope only what everybody may is left")
    func noScopes() {
        let gate = MethodGate(scopes: [])
        #expect(refusal(of: "crm.deal.list", at: gate)?.code == "SCOPE")
        #expect(refusal(of: "app.info", at: gate) == nil)
    }

    @Test("reading needs no entry in writes, writing does")
    func writes() {
        let gate = MethodGate(writes: ["crm.deal.update"])
        #expect(refusal(of: "crm.deal.list", at: gate) == nil)
        #expect(refusal(of: "crm.deal.update", at: gate) == nil)
        #expect(refusal(of: "crm.deal.delete", at: gate)?.code == "WRITES")
        #expect(refusal(of: "batch", at: MethodGate(writes: []))?.code == "WRITES")
    }

    @Test("a slip of the finger in writes is pointed out")
    func nearest() {
        let error = refusal(of: "crm.deal.update", at: MethodGate(writes: ["crm.deal.updat"]))
        #expect(error?.hint == "add it to `writes` in the definition (there is 'crm.deal.updat')")
        #expect(
            refusal(of: "crm.deal.update", at: MethodGate(writes: []))?.hint == "add it to `writes` in the definition")
    }

    @Test("a method that isn't documented passes the scopes but counts as a write")
    func undocumented() {
        #expect(refusal(of: "no.such.method", at: MethodGate(scopes: ["crm"])) == nil)
        #expect(refusal(of: "no.such.method", at: MethodGate(writes: []))?.code == "WRITES")
        #expect(refusal(of: "no.such.method", at: MethodGate(writes: ["no.such.method"])) == nil)
    }

    private func refusal(of method: String, at gate: MethodGate) -> PortalError? {
        do throws(PortalError) {
            try gate.check(method)
            return nil
        } catch {
            return error
        }
    }
}
