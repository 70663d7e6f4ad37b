import CLua
import JSON

/// One Lua 5.4 state that runs one script: it is driven from host call to host call and does nothing by itself.
///
/// Not thread-safe: everything happens on the caller's thread. Memory beyond the limit fails the script, never the
/// process.
public final class LuaVM {
    /// A module of the standard library: Lua source, compiled on first use.
    public struct Module {
        let name: StaticBytes
        let source: StaticBytes

        /// Names a module's source.
        public init(name: String, source: [UInt8]) {
            self.name = StaticBytes(Array(name.utf8))
            self.source = StaticBytes(source)
        }
    }

    /// What the coroutine came to.
    public enum Step: Equatable, Sendable {
        /// It waits for the host's answer to a call.
        case call(name: String, arguments: [UInt8])
        /// It ended.
        case finished
        /// It failed; the failure as JSON: `message`, `line`?, `traceback`, `error`?.
        case failed([UInt8])
    }

    private let vm: UnsafeMutablePointer<lk_vm>
    private let modules: [Module]
    private let table: UnsafeMutablePointer<lk_module>
    private let printer: Printer
    private let parser = JSONParser()

    /// Opens a state.
    ///
    /// - Parameters:
    ///   - memoryLimit: what the script's values may take, in bytes.
    ///   - modules: what `require` finds.
    ///   - print: takes each printed line, without its newline.
    /// - Returns: nil when memory is short.
    public init?(memoryLimit: Int, modules: [Module], print: @escaping (UnsafeRawBufferPointer) -> Void) {
        let table = UnsafeMutablePointer<lk_module>.allocate(capacity: modules.count)
        for (index, module) in modules.enumerated() {
            let record = lk_module(
                name: module.name.pointer, source: module.source.pointer, length: module.source.count)
            (table + index).initialize(to: record)
        }
        let printer = Printer(print)
        let context = Unmanaged.passUnretained(printer).toOpaque()
        guard let vm = lk_open(memoryLimit, table, modules.count, printLine, context) else {
            table.deallocate()
            return nil
        }
        self.vm = vm
        self.table = table
        self.modules = modules
        self.printer = printer
    }

    deinit {
        lk_close(vm)
        table.deallocate()
    }

    /// The most memory that the script's values took so far, in bytes.
    public var memoryPeak: Int { vm.pointee.memory_peak }

    /// Runs the prelude with the run's settings (a JSON object). Returns the failure, if any.
    public func boot(prelude: [UInt8], settings: [UInt8]) -> [UInt8]? {
        withTape(of: settings) { tape in
            let status = prelude.withUnsafeBytes {
                lk_boot(vm, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, tape)
            }
            return status == LUA_OK ? nil : failure(ofMain: true)
        }
    }

    /// Compiles a script; `step` then runs it. Returns the failure, if any.
    public func load(source: [UInt8], name: String) -> [UInt8]? {
        let status = source.withUnsafeBytes { bytes in
            "@\(name)".withCString {
                lk_load(vm, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, $0)
            }
        }
        return status == LUA_OK ? nil : failure(ofMain: true)
    }

    /// Prepares the call of the definition's `run` with an argument (JSON). Returns the failure, if any.
    public func prepareRun(argument: [UInt8]) -> [UInt8]? {
        withTape(of: argument) { lk_prepare_run(vm, $0) == LUA_OK ? nil : failure(ofMain: true) }
    }

    /// Hands the host's answer (JSON) to the script that waits for it. Returns the failure, if any.
    ///
    /// - Parameter shape: the bytes of the `JSONShape` that the values are converted by; bytes that are none leave them
    ///   as they are.
    public func answer(_ json: UnsafeRawBufferPointer, succeeded: Bool, shape: [UInt8] = []) -> [UInt8]? {
        withTape(of: json) { tape in
            let status = shape.withUnsafeBufferPointer {
                lk_answer(vm, succeeded, tape, lk_shape(bytes: $0.baseAddress, length: $0.count))
            }
            return status == LUA_OK ? nil : failure(ofMain: true)
        }
    }

    /// Goes on to the next host call, the end or the failure.
    public func step() -> Step {
        switch lk_resume(vm) {
        case LUA_OK: return .finished
        case LUA_YIELD:
            var call = lk_call()
            guard lk_pending_call(vm, &call) else {
                return .failed(
                    Self.failure(saying: "coroutine.yield was called outside of a coroutine made by the script"))
            }
            return .call(
                name: String(
                    decoding: UnsafeRawBufferPointer(start: call.name, count: call.name_length), as: UTF8.self),
                arguments: Array(UnsafeRawBufferPointer(start: call.arguments, count: call.arguments_length)))
        default: return .failed(failure(ofMain: false))
        }
    }

    /// What the script returned, as JSON; or the failure to express it.
    public func result() -> Result<[UInt8], LuaFailure> {
        lk_encode_result(vm) == LUA_OK ? .success(json) : .failure(LuaFailure(json: failure(ofMain: true)))
    }

    /// What the script defines, as JSON, or `null` if it is a plain script; or the failure to express it.
    public func definition() -> Result<[UInt8], LuaFailure> {
        lk_encode_definition(vm) == LUA_OK ? .success(json) : .failure(LuaFailure(json: failure(ofMain: true)))
    }

    private var json: [UInt8] {
        Array(UnsafeRawBufferPointer(start: vm.pointee.json, count: vm.pointee.json_length))
    }

    private func failure(ofMain: Bool) -> [UInt8] {
        if lk_encode_failure(vm, ofMain) == LUA_OK { return json }
        return Self.failure(saying: "the script failed, and its error can't be shown (not enough memory, or not text)")
    }

    private static func failure(saying message: String) -> [UInt8] {
        JSONValue.object(["message": .string(message), "traceback": []]).bytes
    }

    private func withTape(of bytes: [UInt8], _ body: (lk_tape) -> [UInt8]?) -> [UInt8]? {
        bytes.withUnsafeBytes { withTape(of: $0, body) }
    }

    private func withTape(of bytes: UnsafeRawBufferPointer, _ body: (lk_tape) -> [UInt8]?) -> [UInt8]? {
        do throws(JSONError) {
            return try parser.withTape(of: bytes) { body(lk_tape(words: $0, strings: $1)) }
        } catch {
            return Self.failure(saying: "\(error)")
        }
    }
}

/// A failure as JSON: see `LuaVM.Step.failed`.
public struct LuaFailure: Error {
    /// The JSON object.
    public let json: [UInt8]
}

private final class Printer {
    let print: (UnsafeRawBufferPointer) -> Void
    init(_ print: @escaping (UnsafeRawBufferPointer) -> Void) { self.print = print }
}

private func printLine(context: UnsafeMutableRawPointer?, text: UnsafePointer<CChar>?, length: Int) {
    guard let context else { return }
    let printer = Unmanaged<Printer>.fromOpaque(context).takeUnretainedValue()
    printer.print(UnsafeRawBufferPointer(start: text, count: length))
}
