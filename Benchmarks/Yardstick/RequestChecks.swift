import Bitrix24
import JSON

/// Checks requests, one JSON object a line: `method`, `version` and `params`.
struct RequestChecks {
    private let calls: [PortalCall]
    // Through an application everything may be called.
    private let checker = CallChecker(policy: .strict, isApplication: true)

    init?(file: String) {
        guard let bytes = InputFile.read(file) else { return nil }
        calls = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let request = try? JSONValue(parsing: line), let method = request["method"]?.string else {
                return nil
            }
            return PortalCall(
                method, request["params"] ?? [:], version: request["version"]?.integer == 3 ? .three : .two)
        }
    }

    /// A JSON line for each request that something speaks against.
    func findings() -> [String] {
        calls.enumerated().compactMap { number, call in
            let found = checker.findings(call)
            guard !found.isEmpty else { return nil }
            let told = found.map { finding -> JSONValue in
                [
                    "kind": .string(finding.kind.rawValue), "certain": .bool(finding.isCertain),
                    "message": .string(finding.description),
                ]
            }
            let line: JSONValue = [
                "line": .integer(number + 1), "method": .string(call.method), "findings": .array(told),
            ]
            return String(decoding: line.bytes, as: UTF8.self)
        }
    }

    /// Microseconds of a check: of a call whose method was called before, and of a method's first call.
    func microseconds() -> [Double] {
        _ = calls.map { checker.findings($0) }
        let later = (0..<15).map { _ in time(with: checker) }.median
        let first = (0..<5).map { _ in time(with: CallChecker(policy: .strict, isApplication: true)) }.median
        return [later, first]
    }

    private func time(with checker: CallChecker) -> Double {
        let start = processorTime()
        for call in calls { _ = try? checker.checked(call) }
        return (processorTime() - start) * 1e6 / Double(max(calls.count, 1))
    }
}
