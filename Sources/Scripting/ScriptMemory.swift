/// What a script remembers from one run to the next: values by keys, each a JSON text.
///
/// Every function throws the error that the script gets if the memory can't do it.
public protocol ScriptMemory: Sendable {
    /// The value of a key; nil if there is none or its time is over.
    func value(of key: String) async throws(HostCallFailure) -> [UInt8]?
    /// Remembers a value, for so many seconds or for ever; nil forgets it.
    func set(_ key: String, to value: [UInt8]?, for seconds: Double?) async throws(HostCallFailure)
    /// Whether this is the first time that the key is asked for.
    ///
    /// A run that fails before it has changed anything gives the key back, so that its repetition does the work.
    func once(_ key: String, for seconds: Double?) async throws(HostCallFailure) -> Bool
    /// Adds to a number and returns the sum; what isn't there counts as 0.
    func increment(_ key: String, by amount: Int) async throws(HostCallFailure) -> Int
    /// Takes a lock that ends by itself after so many seconds; false if another run has it.
    func lock(_ key: String, for seconds: Double) async throws(HostCallFailure) -> Bool
    /// Gives a lock of this run back.
    func unlock(_ key: String) async throws(HostCallFailure)
}
