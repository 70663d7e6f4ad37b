import Glibc
import JSON
import Scripting
import Synchronization
import Testing
import Timetable

/// Runs the Lua tests of the standard library in the real sandbox, with the host's real rooms.
@Suite struct StdlibTests {
    static let folder = {
        let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        return tests.joined(separator: "/") + "/StdlibTests/Lua"
    }()

    static let files: [String] = {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix("_test.lua") { names.append(name) }
        }
        return names.sorted()
    }()

    @Test("there are Lua tests")
    func found() { #expect(Self.files.count >= 15) }

    @Test("the standard library does what its Lua tests say", arguments: files)
    func file(name: String) async throws {
        let summary = """
            \nlocal summary = harness.summary()
            print("summary\\t" .. summary.passed .. "\\t" .. #summary.failed)
            for _, failure in ipairs(summary.failed) do print(failure.name .. ": " .. tostring(failure.message)) end
            """
        // On one line with the test, so that failures keep the test file's line numbers.
        let harness = try Self.text("harness.lua").split(separator: "\n").map { line in
            line.drop { $0 == " " }.hasPrefix("--") ? "" : String(line)
        }
        let source = harness.joined(separator: " ") + " " + (try Self.text(name)) + summary
        let printed = Mutex<[String]>([])
        let run = ScriptRun(
            sandbox: Programs.sandbox, script: Script(name: name, source: Array(source.utf8)),
            surroundings: ScriptSurroundings(locale: "ru", currency: "RUB", zone: "Europe/Moscow"),
            rooms: [
                PeriodRoom(now: Moment(unixSeconds: 1_795_500_000), zone: try Zone(identifier: "Europe/Moscow")),
                EchoRoom(), StoreRoom(memory: FixedMemory()),
            ],
            print: { line in printed.withLock { $0.append(String(decoding: line, as: UTF8.self)) } })
        do {
            _ = try await run.run { _ in .null }
        } catch let failure as ScriptFailure {
            // Tests make definitions without returning one.
            #expect(failure.message.contains("doesn't return it"), "\(failure)")
        }
        let lines = printed.withLock { $0 }
        let result = try #require(
            lines.first { $0.hasPrefix("summary\t") }?.split(separator: "\t").compactMap { Int($0) })
        #expect(result[0] > 0)
        #expect(result[1] == 0, "\(lines.filter { !$0.hasPrefix("summary") }.joined(separator: "\n"))")
    }

    private static func text(_ name: String) throws -> String {
        let file = try #require(fopen("\(folder)/\(name)", "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
