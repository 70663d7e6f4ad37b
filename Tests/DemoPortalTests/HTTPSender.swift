import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1

@testable import DemoPortal

/// Sends requests as a stranger does, without repeating anything and without following redirects.
enum HTTPSender {
    /// An answer, or the reason why there is none.
    enum Outcome {
        case answer(status: Int, contentType: String?, headers: HTTPHeaders, body: [UInt8])
        case lost(any Error)

        var status: Int? { if case .answer(let status, _, _, _) = self { status } else { nil } }
        var body: [UInt8] { if case .answer(_, _, _, let body) = self { body } else { [] } }
        var contentType: String? { if case .answer(_, let type, _, _) = self { type } else { nil } }
        var headers: HTTPHeaders { if case .answer(_, _, let headers, _) = self { headers } else { [:] } }
        var json: JSONValue? { try? JSONValue(parsing: body) }
        var error: (any Error)? { if case .lost(let error) = self { error } else { nil } }
    }

    static func post(_ url: String, _ parameters: JSONValue = [:], headers: HTTPHeaders = [:]) async -> Outcome {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = headers
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(parameters.bytes)
        return await send(request)
    }

    static func get(_ url: String) async -> Outcome { await send(HTTPClientRequest(url: url)) }

    private static func send(_ request: HTTPClientRequest) async -> Outcome {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        // A connection of its own each time: a broken one is nobody else's.
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome: Outcome
        do {
            let response = try await client.execute(request, timeout: .seconds(20))
            let bytes = try await response.body.collect(upTo: 1 << 24)
            outcome = .answer(
                status: Int(response.status.code), contentType: response.headers.first(name: "content-type"),
                headers: response.headers, body: Array(bytes.readableBytesView))
        } catch {
            outcome = .lost(error)
        }
        try? await client.shutdown()
        return outcome
    }
}
