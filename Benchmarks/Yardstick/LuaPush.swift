import LuaVM
import Stdlib

/// How fast an answer becomes Lua tables: parsing and pushing, and the collection of the tables before.
struct LuaPush {
    private let bytes: [UInt8]

    init?(file path: String) {
        guard let bytes = InputFile.read(path) else { return nil }
        self.bytes = bytes
    }

    /// The median over many answers, in MB (10^6 bytes) a second of processor time; nil if the script fails.
    var megabytesPerSecond: Double? {
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        let settings = Array(#"{"locale":"en","currency":"RUB","zone":"UTC"}"#.utf8)
        let script = Array(#"for _ = 1, 60 do b24.call("batch", {}) end"#.utf8)
        guard let vm = LuaVM(memoryLimit: 1 << 30, modules: modules, print: { _ in }),
            vm.boot(prelude: StdlibModule.prelude.source, settings: settings) == nil,
            vm.load(source: script, name: "push.lua") == nil
        else { return nil }
        var speeds: [Double] = []
        while case .call = vm.step() {
            let start = processorTime()
            guard bytes.withUnsafeBytes({ vm.answer($0, succeeded: true) }) == nil else { return nil }
            speeds.append(Double(bytes.count) / 1e6 / (processorTime() - start))
        }
        return speeds.isEmpty ? nil : speeds.median
    }
}
