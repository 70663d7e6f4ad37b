/// The method `batch`: up to 50 commands in order, each `method?query`; later ones may refer to results of earlier ones.
enum Batch {
    static let name = "batch"
    static let mostCommands = 50

    static func run(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let halts = parameters.anyCase("halt")?.isOn ?? false
        let commands = parameters.anyCase("cmd")?.members ?? []
        var results = BatchResults()
        results.exchange(&state.workspace)
        for (position, (name, command)) in commands.enumerated() {
            do throws(RESTError) {
                guard position < mostCommands else { throw .batchTooLong }
                try execute(command, named: name, state: &state, results: &results)
            } catch {
                results.fail(name, error)
                if halts { break }
            }
        }
        results.write(to: &answer.json)
        results.exchange(&state.workspace)
    }

    private static func execute(
        _ command: Parameter, named name: String, state: inout PortalState, results: inout BatchResults
    ) throws(RESTError) {
        guard case .text(let text) = command else { throw .methodNotFound }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let methodName = parts.first ?? ""
        guard methodName.lowercased() != Batch.name else { throw .batchInBatch }
        let method = try Gateway.method(methodName, state: state)
        var parameters = parts.count > 1 ? try RequestParameters.form(parts[1].utf8) : ParameterMap()
        if parts.count > 1, ResultReference.mayOccur(in: text) || text.utf8.contains(UInt8(ascii: "%")) {
            let resolved = Parameter.map(parameters).replacingReferences { results.value(of: $0) }
            if case .map(let map) = resolved { parameters = map }
        }
        try results.collect(name, state: &state) { (state, answer) throws(RESTError) in
            try Command.run(method, parameters, &state, &answer)
        }
    }
}
