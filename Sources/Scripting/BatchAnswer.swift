import Bitrix24
import JSON

/// The answers of a batch's commands by name, put together.
struct BatchAnswer {
    private var results = JSONWriter()
    private var shapes: [(name: String, shape: JSONShape)] = []
    private var errors: JSONObject = [:]

    /// The answers of no command.
    init() { results.beginObject() }

    /// Adds what a command answered.
    mutating func add(_ result: ArraySlice<UInt8>, of name: String, shape: JSONShape) {
        results.name(name)
        results.raw(result)
        shapes.append((name, shape))
    }

    /// Adds why a command failed.
    mutating func add(_ error: PortalError, of name: String) { errors[name] = error.json }

    /// `results` and `errors`, each by name.
    var whole: Answer {
        var results = results
        results.endObject()
        var writer = JSONWriter(capacity: results.bytes.count + 64)
        writer.beginObject()
        writer.name("results")
        writer.raw(results.bytes)
        writer.name("errors")
        writer.value(.object(errors))
        writer.endObject()
        return Answer(writer.bytes, shape: .record([("results", .record(shapes))]))
    }
}
