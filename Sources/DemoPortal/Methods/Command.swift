/// One call of a method, alone or in a batch: its budget, its time, its work.
enum Command {
    /// Runs a method and tells its time.
    ///
    /// - Throws: the method's refusal, or the portal's if the method has used up its budget.
    static func run(
        _ method: Method, _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) -> Timing {
        let start = state.time
        // A batch is no work by itself, but all its commands may have one source.
        guard method.name != Batch.name else {
            state.connector = source(parameters, state)
            defer { state.connector = nil }
            try method.run(parameters, &state, &answer)
            return Timing(from: start, to: state.time)
        }
        guard !state.workload.isSpent(method.name, at: start) else {
            state.statistics.limited += 1
            throw .operatingLimit
        }
        state.statistics.commands += 1
        do throws(RESTError) {
            try method.run(parameters, &state, &answer)
        } catch {
            _ = finish(method, from: start, counted: 0, &state)
            throw error
        }
        let outer = state.connector
        state.connector = source(parameters, state) ?? outer
        state.raiseEvents()
        state.connector = outer
        if method.writes { state.note(method.name, parameters) }
        return finish(method, from: start, counted: answer.total ?? 0, &state)
    }

    /// The source that an application names, so that it isn't told of its own changes.
    private static func source(_ parameters: ParameterMap, _ state: PortalState) -> String? {
        state.workload.caller == .application ? parameters.anyCase("auth_connector")?.text : nil
    }

    private static func finish(
        _ method: Method, from start: Double, counted: Int, _ state: inout PortalState
    ) -> Timing {
        state.workload.take(counted: counted)
        var timing = Timing(from: start, to: state.time)
        if let work = state.workload.charge(method.name, from: start, to: timing.finish) {
            (timing.operating, timing.resetAt) = work
        }
        return timing
    }
}
