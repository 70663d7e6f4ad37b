/// One call of a method, alone or in a batch: its budget, its time, its work.
enum Command {
    /// Runs a method and tells its time.
    ///
    /// - Throws: the method's refusal, or the portal's if the method has used up its budget.
    static func run(
        _ method: Method, _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) -> Timing {
        let start = state.time
        // A batch is no work by itself.
        guard method.name != Batch.name else {
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
        state.raiseEvents()
        if method.writes { state.note(method.name, parameters) }
        return finish(method, from: start, counted: answer.total ?? 0, &state)
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
