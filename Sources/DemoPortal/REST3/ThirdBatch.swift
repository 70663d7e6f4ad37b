/// The batch of REST 3.0: a list of `{"method", "query"}`, answered by a list in the same order.
enum ThirdBatch {
    static func run(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        // The form of the older batch is documented to fail this way.
        guard parameters["cmd"] == nil else { throw .invalidSelect }
        answer.json.beginArray()
        for (name, command) in zip(parameters.names, parameters.values) {
            guard Int(name) != nil else { throw .invalidJSON }
            let before = answer.json.count
            do throws(RESTError) {
                try execute(command, &state, &answer)
            } catch {
                // What a command's refusal looks like here is not documented: its place holds the error.
                answer.json.truncate(to: before)
                error.writeThird(to: &answer.json)
            }
        }
        answer.json.endArray()
    }

    private static func execute(
        _ command: Parameter, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        guard case .map(let map) = command, let name = map["method"]?.text else { throw .absent(["method"]) }
        guard name.lowercased() != Batch.name else { throw .batchInBatch }
        let query = map["query"]?.members ?? []
        let method = try Gateway.thirdMethod(name, state: state)
        _ = try Command.run(method, ParameterMap(query.map { ($0.name, $0.value) }), &state, &answer)
    }
}
