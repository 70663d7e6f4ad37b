import JSON
import Scripting

/// What a script remembers as long as a test runs.
actor FixedMemory: ScriptMemory {
    private var values: [String: [UInt8]] = [:]

    func value(of key: String) -> [UInt8]? { values[key] }

    func set(_ key: String, to value: [UInt8]?, for seconds: Double?) { values[key] = value }

    func once(_ key: String, for seconds: Double?) -> Bool {
        values.updateValue(JSONValue.bool(true).bytes, forKey: key) == nil
    }

    func increment(_ key: String, by amount: Int) -> Int {
        let sum = (values[key].flatMap { try? JSONValue(parsing: $0) }?.integer ?? 0) + amount
        values[key] = JSONValue.integer(sum).bytes
        return sum
    }

    func lock(_ key: String, for seconds: Double) -> Bool { once(key, for: seconds) }

    func unlock(_ key: String) { values[key] = nil }
}
