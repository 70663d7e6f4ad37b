import JSON
import Testing

@testable import Bitrix24

@Suite struct PortalReplyTests {
    @Test("an answer gives its result byte by byte as it came")
    func result() throws {
        let reply = try read(#"{ "result" : {"ID":"1", "SUM" : 1.10} , "time":{"start":1.5} }"#)
        #expect(String(decoding: reply.resultBytes, as: UTF8.self) == #"{"ID":"1", "SUM" : 1.10}"#)
    }

    @Test("an answer without a result has null for it")
    func noResult() throws {
        let reply = try read(#"{"time":{}}"#)
        #expect(reply.result == nil)
        #expect(String(decoding: reply.resultBytes, as: UTF8.self) == "null")
    }

    @Test(
        "total and next are read whether they came as numbers or as text",
        arguments: [#"{"result":[],"next":50,"total":3000}"#, #"{"result":[],"next":"50","total":"3000"}"#])
    func numbers(text: String) throws {
        let reply = try read(text)
        #expect(reply.next == 50)
        #expect(reply.total == 3_000)
    }

    @Test("a number that is missing or none is none")
    func noNumbers() throws {
        let reply = try read(#"{"result":{"total":7},"next":null,"total":"many"}"#)
        #expect(reply.next == nil)
        #expect(reply.total == nil)
    }

    @Test("an error is an error whatever the HTTP status", arguments: [200, 400, 401, 403, 404, 500, 503])
    func errors(status: Int) throws {
        let error = try #require(
            failure(#"{"error":"ACCESS_DENIED","error_description":"Access denied."}"#, status: status))
        #expect(error.code == "ACCESS_DENIED")
        #expect(error.message == "Access denied")
        #expect(error.status == status)
        #expect(error.method == "crm.deal.list")
    }

    @Test(
        "codes are read as text, as numbers and in REST 3.0's object",
        arguments: [
            (#"{"error":"0","error_description":"Not found"}"#, "0", "Not found"),
            (#"{"error":100,"error_description":"Wrong"}"#, "100", "Wrong"),
            (
                #"{"error":{"code":"BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUND","message":"No such entity"}}"#,
                "BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUND", "No such entity"
            ),
            (#"{"error":"","error_description":"Deal is not found"}"#, "", "Deal is not found"),
            (#"{"error":"X"}"#, "X", "the portal refused the call"),
            (#"{"error":"X","error_description":""}"#, "X", "the portal refused the call"),
            (#"{"error":"X","error_description":"Not <b>allowed</b><br>\n here."}"#, "X", "Not allowed here"),
        ])
    func codes(text: String, code: String, message: String) throws {
        let error = try #require(failure(text, status: 400))
        #expect(error.code == code)
        #expect(error.message == message)
    }

    @Test("an error that is null is none")
    func nullError() throws {
        #expect(try read(#"{"result":true,"error":null}"#).resultBytes.elementsEqual("true".utf8))
    }

    @Test("a page of a proxy is told by its type and its text, without its markup")
    func page() throws {
        let html = "<html><head><title>502 Bad Gateway</title></head>\r\n<body><h1>nginx</h1></body></html>"
        let error = try #require(failure(html, status: 502, contentType: "text/html"))
        #expect(error.code == "NOT_AN_ANSWER")
        #expect(error.message.contains("it is text/html instead of JSON; it begins: 502 Bad Gateway nginx"))
        #expect(!error.message.contains("<"))
        #expect(error.hint == "the portal or a proxy before it has trouble; try again later")
        #expect(!error.retryable)
    }

    @Test("a page that comes with success points to the address")
    func foreignPage() throws {
        let error = try #require(failure("<html>Welcome</html>", status: 200, contentType: "text/html"))
        #expect(error.code == "NOT_AN_ANSWER")
        #expect(error.hint == "check that the webhook's address is a Bitrix24 portal")
    }

    @Test("no more than the beginning of a foreign page is shown")
    func longPage() throws {
        let error = try #require(failure(String(repeating: "word ", count: 10_000), status: 200, contentType: nil))
        #expect(error.message.contains("it is of no type instead of JSON"))
        #expect(error.message.count < 250)
    }

    @Test(
        "broken JSON is no answer",
        arguments: [#"{"result":[{"ID":"1"},{"ID""#, #"{"result":[1,2]"#, #"{"result":"#, #"{"result":"abc"#, "", "{"])
    func truncated(text: String) throws {
        let error = try #require(failure(text, status: 200))
        #expect(error.code == "NOT_AN_ANSWER")
        #expect(error.message.contains(text.isEmpty ? "it is empty" : "it begins: {"))
    }

    @Test("JSON that is no object is no answer", arguments: ["[]", "5", "null", #""error""#, #"[{"result":1}]"#])
    func otherJSON(text: String) throws {
        let error = try #require(failure(text, status: 200))
        #expect(error.code == "NOT_AN_ANSWER")
        #expect(error.message.contains("its JSON is not an object"))
    }

    @Test("a refusal without an error is no answer", arguments: [400, 404, 500])
    func unnamedError(status: Int) throws {
        let error = try #require(failure(#"{"message":"no"}"#, status: status))
        #expect(error.code == "NOT_AN_ANSWER")
        #expect(error.message.contains("it names no error"))
        #expect(error.status == status)
    }

    @Test("a redirect is an error that asks for the new address", arguments: [301, 302, 307, 308])
    func redirect(status: Int) throws {
        let error = try #require(failure(#"{"result":[]}"#, status: status))
        #expect(error.code == "REDIRECTED")
        #expect(error.hint == "if the portal has moved, put its new address into the webhook")
    }

    @Test("the work that a call took is read, the reset as seconds from its end")
    func time() throws {
        let reply = try read(
            #"{"result":1,"time":{"duration":0.5,"operating":3.25,"operating_reset_at":1700000600,"finish":1700000000}}"#
        )
        #expect(reply.time == WorkTime(duration: 0.5, operating: 3.25, resetIn: 600))
        #expect(try read(#"{"result":1,"time":{}}"#).time == nil)
    }

    @Test("what REST 3.0 has against single parameters is told")
    func validation() throws {
        let text = #"{"error":{"code":"V","message":"Wrong","validation":[{"message":"no `id`.","field":"id"}]}}"#
        #expect(try #require(failure(text, status: 400)).message == "Wrong: no `id`")
    }

    @Test("a refusal that isn't Bitrix24's leaves open what was done, unless it is one of the request")
    func execution() throws {
        #expect(failure("<html>", status: 502, contentType: "text/html")?.execution == .unknown)
        #expect(failure("<html>", status: 200, contentType: "text/html")?.execution == .unknown)
        #expect(failure(#"{"result":[1"#, status: 200)?.execution == .unknown)
        #expect(failure("<html>", status: 404, contentType: "text/html")?.execution == .answered)
    }

    private func read(_ text: String, status: Int = 200) throws(PortalError) -> PortalReply {
        try PortalReply(
            method: "crm.deal.list",
            response: Transport.Response(
                status: status, contentType: "application/json; charset=utf-8", body: Array(text.utf8)))
    }

    @Test("when the portal or a proxy wants to be asked again is in the error and in the script's table")
    func retryAfter() throws {
        for text in [#"{"error":"OVERLOAD_LIMIT","error_description":"Blocked"}"#, "<html>busy</html>"] {
            let error = try #require(failure(text, status: 503, retryAfter: 120))
            #expect(error.retryAfter == 120)
            #expect(error.json["retry_after"] == 120)
        }
        let silent = try #require(failure(#"{"error":"OVERLOAD_LIMIT"}"#, status: 503))
        #expect(silent.json["retry_after"] == nil)
    }

    private func failure(
        _ text: String, status: Int, contentType: String? = "application/json; charset=utf-8",
        retryAfter: Double? = nil
    ) -> PortalError? {
        do throws(PortalError) {
            _ = try PortalReply(
                method: "crm.deal.list",
                response: Transport.Response(
                    status: status, contentType: contentType, retryAfter: retryAfter, body: Array(text.utf8)))
            return nil
        } catch {
            return error
        }
    }
}
