import Hummingbird
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The connection that a request came through, so that it can be broken.
struct ServingContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }

    /// Ends the connection with a reset: the other side gets an error instead of an end.
    func reset() async {
        // A connection that doesn't linger throws away what is unsent and tells so.
        try? await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        await close()
    }

    func close() async { try? await channel.close().get() }
}
