/// What the host says to the sandbox.
public enum HostMessage: Hashable, Sendable {
    /// The script to load, once and first.
    case load(name: String, source: [UInt8], settings: [UInt8], memoryLimit: UInt32)
    /// Call the definition's `run` with this argument (JSON).
    case run(argument: [UInt8])
    /// The answer (JSON) to a call, and the bytes of the shape that its values are converted by; none for those that
    /// stay as they are.
    case answer(call: UInt32, value: [UInt8], shape: [UInt8] = [])
    /// The error (a JSON object) that a call failed with.
    case failure(call: UInt32, error: [UInt8])

    /// Which messages they are on the wire.
    private enum Kind: UInt8 {
        case load = 1, run, answer, failure
    }

    /// The message as a frame.
    public var frame: Frame {
        var fields = FieldWriter()
        switch self {
        case .load(let name, let source, let settings, let memoryLimit):
            fields.field(name)
            fields.field(source)
            fields.field(settings)
            fields.number(memoryLimit)
            return Frame(kind: Kind.load.rawValue, payload: fields.bytes)
        case .run(let argument):
            return Frame(kind: Kind.run.rawValue, payload: argument)
        case .answer(let call, let value, let shape):
            fields.number(call)
            fields.field(shape)
            return Frame(kind: Kind.answer.rawValue, payload: fields.bytes + value)
        case .failure(let call, let error):
            fields.number(call)
            return Frame(kind: Kind.failure.rawValue, payload: fields.bytes + error)
        }
    }

    /// Reads a message.
    public init(_ frame: Frame) throws(WireError) {
        guard let kind = Kind(rawValue: frame.kind) else { throw .unknownKind(frame.kind) }
        var fields = FieldReader(frame.payload)
        switch kind {
        case .load:
            self = .load(
                name: try fields.text(), source: try fields.field(), settings: try fields.field(),
                memoryLimit: try fields.number())
        case .run: self = .run(argument: frame.payload)
        case .answer:
            let (call, shape) = (try fields.number(), try fields.field())
            self = .answer(call: call, value: fields.remainder(), shape: shape)
        case .failure: self = .failure(call: try fields.number(), error: fields.remainder())
        }
    }
}
