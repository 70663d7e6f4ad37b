import JSON
import LuaVM
import Stdlib

/// Drives one script in a state of its own, as the sandbox does.
final class Session {
    enum Event: Equatable {
        case call(name: String, arguments: String)
        case finished
        case failed(String)
    }

    struct BootFailure: Error { let json: [UInt8] }

    private let printer = Lines()
    private let vm: LuaVM
    private(set) var arguments = ""
    var printed: [String] { printer.lines }

    private final class Lines { var lines: [String] = [] }

    init(_ source: String, name: String = "scripts/t.lua", memoryLimit: Int = 64 << 20) throws {
        let printer = printer
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        let vm = LuaVM(memoryLimit: memoryLimit, modules: modules) {
            printer.lines.append(String(decoding: $0, as: UTF8.self))
        }
        guard let vm else { throw BootFailure(json: []) }
        self.vm = vm
        if let failure = vm.boot(prelude: StdlibModule.prelude.source, settings: Array("{}".utf8)) {
            throw BootFailure(json: failure)
        }
        if let failure = vm.load(source: Array(source.utf8), name: name) { throw BootFailure(json: failure) }
    }

    static func loadFailure(_ source: String, name: String = "scripts/t.lua") -> JSONValue? {
        do {
            _ = try Session(source, name: name)
            return nil
        } catch {
            return (error as? BootFailure).flatMap { try? JSONValue(parsing: $0.json) }
        }
    }

    func run() -> Event {
        switch vm.step() {
        case .finished: return .finished
        case .failed(let json): return .failed(String(decoding: json, as: UTF8.self))
        case .call(let name, let arguments):
            self.arguments = String(decoding: arguments, as: UTF8.self)
            return .call(name: name, arguments: self.arguments)
        }
    }

    func answer(_ json: String, succeeded: Bool = true, shape: JSONShape = .any) -> Event {
        answer(Array(json.utf8), succeeded: succeeded, shape: shape.bytes)
    }

    func answer(_ json: [UInt8], succeeded: Bool = true, shape: [UInt8]) -> Event {
        let failure = json.withUnsafeBytes { vm.answer($0, succeeded: succeeded, shape: shape) }
        return failure.map { .failed(String(decoding: $0, as: UTF8.self)) } ?? run()
    }

    func failure(_ event: Event) -> JSONValue? {
        guard case .failed(let json) = event else { return nil }
        return try? JSONValue(parsing: json.utf8)
    }
}
