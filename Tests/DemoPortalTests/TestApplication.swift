import JSON
import Testing

@testable import DemoPortal

/// The application of a portal, with a pair of tokens.
struct TestApplication {
    let portal: DemoPortal
    private let token: String

    init(_ portal: DemoPortal) {
        self.portal = portal
        token = portal.issueTokens().access
    }

    func answer(_ method: String, _ parameters: JSONObject = [:]) -> DemoReply {
        var parameters = parameters
        parameters["auth"] = .string(token)
        return portal.answer(
            DemoRequest(
                path: "/rest/\(method)", contentType: "application/json",
                body: Array(JSONValue.object(parameters).bytes)))
    }

    /// The whole answer.
    func reply(_ method: String, _ parameters: JSONObject = [:]) throws -> JSONValue {
        try JSONValue(parsing: answer(method, parameters).body)
    }

    /// The result of a call that must succeed.
    func result(
        _ method: String, _ parameters: JSONObject = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = answer(method, parameters)
        #expect(
            answer.status == 200, "\(method): \(String(decoding: answer.body, as: UTF8.self))",
            sourceLocation: sourceLocation)
        return try #require(try JSONValue(parsing: answer.body)["result"], sourceLocation: sourceLocation)
    }

    func refusal(_ method: String, _ parameters: JSONObject = [:]) -> Refusal { Refusal(answer(method, parameters)) }
}
