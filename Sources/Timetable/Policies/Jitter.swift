/// Spreads the runs of many scripts with the same schedule: each slot is run some seconds after it is due.
///
/// The seconds depend on the script's name and the slot only, so that they are the same after a restart.
public struct Jitter: Hashable, Sendable {
    /// The seconds are from 0 up to this, which is not reached; 0 is no jitter.
    public let seconds: Int

    /// No jitter.
    public static let none = Jitter(seconds: 0)

    /// Up to so many seconds; what is negative is none.
    public init(seconds: Int) {
        self.seconds = min(max(0, seconds), TimeLength.longest)
    }

    /// Reads a length of time such as `30s` or `5m`.
    public init(_ text: String) throws(ScheduleError) {
        self.init(seconds: try TimeLength(text).seconds)
    }

    /// How many seconds after it is due that slot of that script is run.
    public func delay(script: String, slot: Moment) -> Int {
        guard seconds > 1 else { return 0 }
        // FNV-1a over the name and the slot, then a last mixing: neighbouring slots differ in few bits only.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in script.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ UInt64(bitPattern: Int64(slot.unixSeconds))) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int((hash ^ (hash >> 32)) % UInt64(seconds))
    }
}
