import JSON
import LuaVM
import Stdlib
import Wire

/// Runs one script for the host: reads what to do, steps the script, asks, answers, ends.
struct Cell {
    /// Exit codes, for whoever starts the sandbox by hand.
    private enum Exit {
        static let done: Int32 = 0
        static let broken: Int32 = 2
    }

    let input: Pipe
    let output: Pipe

    /// Serves one run; returns the process's exit code.
    func serve() -> Int32 {
        do {
            guard case .load(let name, let source, let settings, let memoryLimit) = try receive() else {
                return Exit.broken
            }
            guard let vm = makeVM(memoryLimit: Int(memoryLimit)) else {
                try send(.failed(Failure.json(saying: "there is not enough memory for a Lua state")))
                return Exit.done
            }
            let failure =
                vm.boot(prelude: StdlibModule.prelude.source, settings: settings)
                ?? vm.load(source: source, name: name)
            if let failure {
                try send(.failed(failure))
                return Exit.done
            }
            if try runToEnd(vm), try define(vm) { try runDefinition(vm) }
            return Exit.done
        } catch {
            // The host is gone or speaks another protocol; there is nobody to tell.
            return Exit.broken
        }
    }

    private func makeVM(memoryLimit: Int) -> LuaVM? {
        let output = output
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        return LuaVM(memoryLimit: memoryLimit, modules: modules) { line in
            // A host that is gone shows itself at the next receive.
            try? output.write(CellMessage.print(Array(line)).frame)
        }
    }

    private func receive() throws -> HostMessage { try HostMessage(try input.read()) }

    private func send(_ message: CellMessage) throws { try output.write(message.frame) }

    /// Tells what the script defines. Returns whether there is something to run.
    private func define(_ vm: LuaVM) throws -> Bool {
        switch vm.definition() {
        case .success(let definition):
            try send(.loaded(definition: definition))
            return definition != Array("null".utf8)
        case .failure(let failure):
            try send(.failed(failure.json))
            return false
        }
    }

    private func runDefinition(_ vm: LuaVM) throws {
        guard case .run(let argument) = try receive() else { return }
        if let failure = vm.prepareRun(argument: argument) { return try send(.failed(failure)) }
        guard try runToEnd(vm) else { return }
        switch vm.result() {
        case .success(let result):
            try send(.finished(result: result, memoryPeak: UInt32(clamping: vm.memoryPeak)))
        case .failure(let failure): try send(.failed(failure.json))
        }
    }

    /// Steps the coroutine to its end, asking the host on the way. Returns false when it failed, which is told.
    private func runToEnd(_ vm: LuaVM) throws -> Bool {
        var calls: UInt32 = 0
        while true {
            switch vm.step() {
            case .finished: return true
            case .failed(let failure):
                try send(.failed(failure))
                return false
            case .call(let name, let arguments):
                calls += 1
                if let failure = try answer(vm, id: calls, name: name, arguments: arguments) {
                    try send(.failed(failure))
                    return false
                }
            }
        }
    }

    /// Gets the answer to a call and hands it to the script.
    private func answer(_ vm: LuaVM, id: UInt32, name: String, arguments: [UInt8]) throws -> [UInt8]? {
        if name == "json.decode" { return decode(vm, arguments) }
        try send(.call(id: id, name: name, arguments: arguments))
        switch try receive() {
        case .answer(id, let value, let shape):
            return value.withUnsafeBytes { vm.answer($0, succeeded: true, shape: shape) }
        case .failure(id, let error): return error.withUnsafeBytes { vm.answer($0, succeeded: false) }
        default: throw WireError.unknownKind(0)
        }
    }

    /// `json.decode` needs no host: the text is parsed where answers are.
    private func decode(_ vm: LuaVM, _ arguments: [UInt8]) -> [UInt8]? {
        let text = (try? JSONDocument(parsing: arguments))?.root["text"]?.string ?? ""
        do throws(JSONError) {
            _ = try JSONDocument(parsing: text)
            return Array(text.utf8).withUnsafeBytes { vm.answer($0, succeeded: true) }
        } catch {
            let failure: JSONValue = ["code": "JSON", "message": .string("\(error)")]
            return failure.bytes.withUnsafeBytes { vm.answer($0, succeeded: false) }
        }
    }
}

private enum Failure {
    static func json(saying message: String) -> [UInt8] {
        JSONValue.object(["message": .string(message), "traceback": []]).bytes
    }
}
