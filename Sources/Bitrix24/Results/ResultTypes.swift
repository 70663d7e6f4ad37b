import JSON
import Synchronization

/// What the results of a portal's methods become where values of documented types are wanted: numbers instead of
/// texts, true and false instead of letters, lists instead of PHP's objects.
///
/// A method's shape is put together when it is first asked for, and kept.
public final class ResultTypes: Sendable {
    private struct State {
        var description: PortalDescription?
        var shapes: [String: MethodShape] = [:]
    }

    private let state: Mutex<State>

    /// Types from the documented facts and what a portal says of itself.
    public init(_ description: PortalDescription? = nil) { state = Mutex(State(description: description)) }

    /// Goes on with what the portal says now.
    public func learn(_ description: PortalDescription) {
        state.withLock { $0 = State(description: description) }
    }

    /// The shape of a call's `result`.
    public func result(of call: PortalCall) -> JSONShape {
        shape(of: call.method, call.version, call.parameters.object ?? [:]).result
    }

    /// The shape of an item of a list.
    public func item(of request: ListRequest) -> JSONShape {
        shape(of: request.method, request.version, request.parameters).item
    }

    private func shape(of method: String, _ version: RESTVersion, _ parameters: JSONObject) -> MethodShape {
        let subject = MethodSubject(method: method, version: version, parameters: parameters)
        return state.withLock { state in
            if let known = state.shapes[subject.key] { return known }
            let facts = Catalogue.method(method, version: version)
            let shape =
                facts?.result.map { result in
                    MethodShape(
                        result, documented: subject.documented(facts?.entity),
                        entities: subject.described(facts?.entity, in: state.description))
                } ?? .unknown
            // Names come from scripts: what is kept of them is bounded.
            if state.shapes.count > 2_000 { state.shapes = [:] }
            state.shapes[subject.key] = shape
            return shape
        }
    }
}
