import JSON
import Testing

@testable import Bitrix24

@Suite struct PortalErrorTests {
    @Test("a script's error table has everything that is known and nothing else")
    func json() {
        let bare = PortalError(code: "X", message: "it failed", method: "a.b")
        #expect(bare.json == ["code": "X", "message": "a.b: it failed (X)", "method": "a.b", "retryable": false])
        let full = PortalError(
            code: "X", message: "it failed", method: "a.b", status: 503, execution: .notDone, hint: "wait")
        #expect(
            full.json == [
                "code": "X", "message": "a.b: it failed (X, HTTP 503); wait", "method": "a.b", "retryable": true,
                "status": 503, "hint": "wait",
            ])
    }

    @Test(
        "the sentence has method, message, code, status and hint, as far as they are known",
        arguments: [
            (PortalError(code: "", message: "it failed", method: "a.b"), "a.b: it failed"),
            (
                PortalError(code: "", message: "it failed", method: "a.b", status: 400),
                "a.b: it failed (no code, HTTP 400)"
            ),
            (PortalError(code: "X", message: "it failed", method: "a.b", hint: "wait"), "a.b: it failed (X); wait"),
        ])
    func sentence(error: PortalError, text: String) {
        #expect(error.description == text)
    }

    @Test(
        "a refused webhook is told to be checked",
        arguments: ["INVALID_CREDENTIALS", "NO_AUTH_FOUND", "APPLICATION_NOT_FOUND", "something_new"])
    func webhook(code: String) throws {
        let hint = try #require(answered(code, status: 401).hint)
        #expect(hint.contains("check the webhook"))
    }

    @Test("a missing scope is named")
    func scope() {
        let hint = { (method: String) in answered("insufficient_scope", method: method, status: 403).hint }
        #expect(hint("crm.deal.list") == "give the webhook the right 'crm' in Bitrix24")
        #expect(hint("user.get") == "give the webhook the right 'user' or 'user_brief' or 'user_basic' in Bitrix24")
        #expect(hint("no.such.method") == "give the webhook the right that this method needs")
    }

    @Test("a method that isn't there gets the nearest documented name")
    func unknownMethod() {
        let hint = { (method: String) in answered("ERROR_METHOD_NOT_FOUND", method: method, status: 404).hint }
        #expect(hint("crm.deal.lst") == "did you mean crm.deal.list?")
        #expect(hint("qqqqqqqqqqqq") == #"b24.call("methods", {}) lists what the portal has"#)
    }

    @Test(
        "codes that people meet have a hint, in either case of their letters",
        arguments: ["QUERY_LIMIT_EXCEEDED", "OPERATION_TIME_LIMIT", "OVERLOAD_LIMIT", "ACCESS_DENIED", "access_denied"])
    func hints(code: String) {
        #expect(answered(code, status: 400).hint != nil)
    }

    @Test("an unknown code has no hint")
    func noHint() {
        #expect(answered("SOMETHING_ELSE", status: 400).hint == nil)
    }

    @Test(
        "only calls that the portal certainly did not execute may be repeated",
        arguments: [
            (503, "QUERY_LIMIT_EXCEEDED", true), (429, "OPERATION_TIME_LIMIT", true), (429, "", true),
            (401, "expired_token", true), (200, "QUERY_LIMIT_EXCEEDED", true), (503, "OVERLOAD_LIMIT", false),
            (500, "INTERNAL_SERVER_ERROR", false), (401, "INVALID_CREDENTIALS", false), (200, "ERROR_CORE", false),
        ])
    func retryable(status: Int, code: String, isRetryable: Bool) {
        #expect(answered(code, status: status).retryable == isRetryable)
    }

    private func answered(_ code: String, method: String = "crm.deal.list", status: Int) -> PortalError {
        .answered(code: code, description: "It failed.", method: method, status: status)
    }
}
