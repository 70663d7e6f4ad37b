#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The portal's time: that of the machine, moved by whole days if the portal lives on another day.
struct PortalClock: Sendable {
    /// Seconds that the portal is ahead of the machine.
    let shift: Double
    /// Seconds since 1970.
    let read: @Sendable () -> Double

    var now: Double { read() + shift }

    static let machine: @Sendable () -> Double = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
