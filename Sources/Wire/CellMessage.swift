/// What the sandbox says to the host.
public enum CellMessage: Hashable, Sendable {
    /// A line that the script printed, without its newline.
    case print([UInt8])
    /// The script asks for something by name, with arguments (JSON), and waits for the answer of that number.
    case call(id: UInt32, name: String, arguments: [UInt8])
    /// The script's file ran to its end; what it defines (JSON), `null` for a plain script, which is then done.
    case loaded(definition: [UInt8])
    /// `run` ended and returned this (JSON).
    case finished(result: [UInt8], memoryPeak: UInt32)
    /// The script failed: a JSON object of `message`, `line`?, `traceback`, `error`?.
    case failed([UInt8])

    private enum Kind: UInt8 {
        case print = 1, call, loaded, finished, failed
    }

    /// The message as a frame.
    public var frame: Frame {
        var fields = FieldWriter()
        switch self {
        case .print(let line): return Frame(kind: Kind.print.rawValue, payload: line)
        case .call(let id, let name, let arguments):
            fields.number(id)
            fields.field(name)
            return Frame(kind: Kind.call.rawValue, payload: fields.bytes + arguments)
        case .loaded(let definition): return Frame(kind: Kind.loaded.rawValue, payload: definition)
        case .finished(let result, let memoryPeak):
            fields.number(memoryPeak)
            return Frame(kind: Kind.finished.rawValue, payload: fields.bytes + result)
        case .failed(let failure): return Frame(kind: Kind.failed.rawValue, payload: failure)
        }
    }

    /// Reads a message.
    public init(_ frame: Frame) throws(WireError) {
        guard let kind = Kind(rawValue: frame.kind) else { throw .unknownKind(frame.kind) }
        var fields = FieldReader(frame.payload)
        switch kind {
        case .print: self = .print(frame.payload)
        case .call: self = .call(id: try fields.number(), name: try fields.text(), arguments: fields.remainder())
        case .loaded: self = .loaded(definition: frame.payload)
        case .finished:
            let memoryPeak = try fields.number()
            self = .finished(result: fields.remainder(), memoryPeak: memoryPeak)
        case .failed: self = .failed(frame.payload)
        }
    }
}
