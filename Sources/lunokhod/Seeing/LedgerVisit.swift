import ArgumentParser
import Glibc
import Host
import JSON
import Ledger
import Timetable

/// What all commands beside `lunokhod serve` take, and how they answer.
struct LedgerVisit: ParsableArguments {
    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"]))
    var settings: String?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    /// A ledger that was opened, with what is needed to read it.
    struct Place: Sendable {
        let settings: Settings
        let environment: [String: String]
        let ledger: Ledger
        let moments: MomentText

        var now: Stamp { moments.now }
    }

    /// Hands the open ledger to `body`.
    ///
    /// - Throws: a `HostFailure`, or that it was told as JSON already.
    func open(_ body: (Place) async throws -> Void) async throws {
        try await answer {
            let environment = Surroundings.environment
            let settings = try Settings.load(path: settings, environment: environment)
            guard let ledger = try settings.openLedger(role: .beside, environment: environment) else {
                throw HostFailure(
                    "nothing has been served here yet (there is no \(settings.ledgerPath)); start `lunokhod serve`")
            }
            defer { ledger.close() }
            try await body(
                Place(
                    settings: settings, environment: environment, ledger: ledger,
                    moments: MomentText(zone: try settings.runZone, now: Self.now)))
        }
    }

    /// Tells what `body` throws, as JSON if that is wanted.
    func answer(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as LedgerError {
            try fail(HostFailure(error.description))
        } catch let error as HostFailure {
            try fail(error)
        }
    }

    private func fail(_ failure: HostFailure) throws -> Never {
        guard json else { throw failure }
        let (value, code) = Ending.json(of: failure)
        write(value)
        throw Ending.Reported(code: code)
    }

    /// This moment.
    static var now: Stamp { Stamp(milliseconds: Int(Surroundings.unixTime * 1_000)) }

    /// Writes a value as one line.
    func write(_ value: JSONValue) { Terminal.output.write(value.bytes + [UInt8(ascii: "\n")]) }

    /// Writes lines for people.
    func write(_ lines: [String]) { Terminal.output.write(lines.map { $0 + "\n" }.joined()) }

    /// Says something beside the answer.
    func tell(_ sentence: String) { Terminal.error.write(Terminal.error.styled(sentence, .dim) + "\n") }

    /// The moment so long before now, as `--since` has it; nil without one.
    static func since(_ text: String?, now: Stamp) throws(HostFailure) -> Stamp? {
        guard let text else { return nil }
        do throws(ScheduleError) {
            return now.adding(seconds: -Double(try TimeLength(text).seconds))
        } catch {
            throw HostFailure("--since: \(error)", exit: .usage)
        }
    }

    /// Who sits at the keyboard.
    static var person: String {
        let environment = Surroundings.environment
        return ["SUDO_USER", "USER", "LOGNAME"].compactMap { environment[$0] }.first { !$0.isEmpty }
            ?? "user \(geteuid())"
    }
}
