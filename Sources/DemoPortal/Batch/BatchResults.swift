import JSON

/// What the commands of a batch have answered so far.
struct BatchResults {
    private var answer = Answer(json: JSONBuffer())
    private var results: [(name: String, range: Range<Int>)] = []
    private var totals: [(name: String, value: Int)] = []
    private var nexts: [(name: String, value: Int)] = []
    private var times: [(name: String, bytes: [UInt8])] = []
    private var errors: [(name: String, error: RESTError)] = []
    private var places: [String: Range<Int>] = [:]
    /// Results that were referred to, parsed once.
    private var documents: [String: JSONDocument] = [:]

    /// Takes memory to work in, or gives it back.
    mutating func exchange(_ workspace: inout JSONBuffer) {
        swap(&answer.json, &workspace)
        answer.json.clear()
    }

    /// Runs a command; what it has written before failing is thrown away.
    mutating func collect(
        _ name: String, state: inout PortalState,
        _ body: (inout PortalState, inout Answer) throws(RESTError) -> Timing
    ) throws(RESTError) {
        let before = answer.json.count
        let timing: Timing
        (answer.total, answer.next) = (nil, nil)
        do throws(RESTError) {
            timing = try body(&state, &answer)
        } catch {
            answer.json.truncate(to: before)
            throw error
        }
        // The comma behind the value is not part of it.
        let range = before..<(answer.json.count - 1)
        results.append((name, range))
        places[name] = range
        documents[name] = nil
        if let total = answer.total { totals.append((name, total)) }
        if let next = answer.next { nexts.append((name, next)) }
        var time = JSONBuffer(capacity: 256)
        time.time(timing, zone: state.zone)
        times.append((name, time.finished()))
    }

    mutating func fail(_ name: String, _ error: RESTError) { errors.append((name, error)) }

    /// The value at a place in an earlier result; nil if there is none.
    mutating func value(of reference: ResultReference) -> Parameter? {
        guard let range = places[reference.command] else { return nil }
        let document = documents[reference.command] ?? (try? JSONDocument(parsing: answer.json.bytes[range]))
        documents[reference.command] = document
        guard var view = document?.root else { return nil }
        for key in reference.path {
            let found = view.kind == .array ? Int(key).flatMap { view[$0] } : view[key]
            guard let found else { return nil }
            view = found
        }
        return Parameter(view)
    }

    func write(to json: inout JSONBuffer) {
        // The times are the longest part besides the results: below 300 bytes a command.
        json.reserve(json.count + answer.json.count + 512 * (1 + results.count + errors.count))
        json.beginObject()
        json.name("result")
        answer.json.bytes.withUnsafeBufferPointer { bytes in
            BatchResults.section(results.map { ($0.name, $0.range) }, to: &json) { range, json in
                json.pieces(UnsafeBufferPointer(rebasing: bytes[range.lowerBound...range.upperBound]))
            }
        }
        json.name("result_error")
        BatchResults.section(errors.map { ($0.name, $0.error) }, to: &json) { $0.write(to: &$1) }
        json.name("result_total")
        BatchResults.section(totals.map { ($0.name, $0.value) }, to: &json) { $1.integer($0) }
        json.name("result_next")
        BatchResults.section(nexts.map { ($0.name, $0.value) }, to: &json) { $1.integer($0) }
        json.name("result_time")
        BatchResults.section(times.map { ($0.name, $0.bytes) }, to: &json) { $1.value($0) }
        json.endObject()
    }

    /// PHP writes a map whose names are 0, 1, 2 … as a list.
    private static func section<Value>(
        _ members: [(String, Value)], to json: inout JSONBuffer, _ write: (Value, inout JSONBuffer) -> Void
    ) {
        let isList = members.enumerated().allSatisfy { $1.0 == String($0) }
        if isList { json.beginArray() } else { json.beginObject() }
        for (name, value) in members {
            if !isList { json.name(name) }
            write(value, &json)
        }
        if isList { json.endArray() } else { json.endObject() }
    }
}
