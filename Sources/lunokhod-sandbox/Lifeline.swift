import Glibc

/// Ends this process when the host goes away, even while the script computes and reads nothing.
///
/// A thread waits for the other end of the pipe to close. (The kernel's parent-death signal would not do: it comes
/// when the *thread* that started the process ends, and the host's threads come and go.)
enum Lifeline {
    /// Watches the reading end of a pipe.
    static func watch(_ descriptor: Int32) {
        var thread = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 64 << 10)
        let context = UnsafeMutableRawPointer(bitPattern: UInt(descriptor) + 1)
        pthread_create(&thread, &attributes, waitForHangup, context)
        pthread_attr_destroy(&attributes)
    }
}

private func waitForHangup(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let descriptor = Int32(UInt(bitPattern: context) - 1)
    // No event is asked for, so only a hang-up or an error wakes it.
    var watched = pollfd(fd: descriptor, events: 0, revents: 0)
    while poll(&watched, 1, -1) < 0 && errno == EINTR {}
    _exit(3)
}
