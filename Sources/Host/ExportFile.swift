import CSV
import Glibc

/// Where an export goes: standard output, or a file that gets its name when it is complete, so that nobody ever sees
/// half of it and an older one stays when something fails.
struct ExportFile: ~Copyable {
    /// As the caller named it; nil for standard output.
    let path: String?
    /// How many bytes were written.
    private(set) var written = 0
    private let descriptor: Int32
    /// Where the file gets to; nil where it is written in its place, as a pipe or a device is.
    private var place: String?
    /// The name that it has meanwhile, if it has one: the system may keep it without a name, and then not even a
    /// killed program leaves anything.
    private var beside: String?

    /// Opens it.
    ///
    /// - Parameter path: nil and `-` are standard output
    init(path: String?) throws(HostFailure) {
        let opened = try Self.open(path == "-" ? nil : path)
        (self.path, descriptor, place, beside) = (opened.path, opened.descriptor, opened.place, opened.beside)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if let beside { unlink(beside) }
    }

    /// Writes all of the bytes and forgets them there.
    mutating func write(_ output: inout OutputBytes) throws(HostFailure) {
        try output.withBytes { bytes throws(HostFailure) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw failure() }
                rest = rest.dropFirst(count)
            }
        }
        written += output.count
        output.removeAll()
    }

    /// Gives the complete file its name.
    mutating func finish() throws(HostFailure) {
        guard let place else { return }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
        if beside == nil {
            let name = Self.name(beside: place)
            unlink(name)
            let link = linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
            guard link == 0 else { throw failure() }
            beside = name
        }
        guard let beside, rename(beside, place) == 0 else { throw failure() }
        self.beside = nil
    }

    private typealias Opened = (path: String?, descriptor: Int32, place: String?, beside: String?)

    private static func open(_ path: String?) throws(HostFailure) -> Opened {
        guard let path else { return (nil, STDOUT_FILENO, nil, nil) }
        guard !path.isAddress else {
            throw HostFailure("--out must be the name of a file, not an address", exit: .usage)
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
        let opened = isRegular ? openBeside(path) : (path, Glibc.open(path, O_WRONLY | O_CLOEXEC), nil, nil)
        guard opened.descriptor >= 0 else { throw failure(path, LocalFile.Failure().reason) }
        // What only its owner could read stays so.
        if exists && isRegular { fchmod(opened.descriptor, status.st_mode & 0o777) }
        return opened
    }

    private static func openBeside(_ path: String) -> Opened {
        let place = target(of: path)
        let folder = place.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        // O_TMPFILE, which Swift doesn't import: a file without a name, where the file system can.
        let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
        let within = folder.isEmpty ? (place.hasPrefix("/") ? "/" : ".") : folder
        let descriptor = Glibc.open(within, nameless | O_WRONLY | O_CLOEXEC, 0o644)
        if descriptor >= 0 { return (path, descriptor, place, nil) }
        let name = name(beside: place)
        return (path, Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644), place, name)
    }

    private static func name(beside place: String) -> String {
        var parts = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let last = parts.popLast() ?? ""
        return (parts + [".\(last).\(getpid())"]).joined(separator: "/")
    }

    /// Where a symbolic link leads, so that the file that it names is replaced and not the link.
    private static func target(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func failure() -> HostFailure {
        let isClosed = errno == EPIPE
        guard let path else {
            return HostFailure(
                isClosed
                    ? "whoever reads standard output stopped before the end; read it all, or ask for less with --limit"
                    : "standard output can't be written: \(LocalFile.Failure().reason)")
        }
        return Self.failure(path, LocalFile.Failure().reason)
    }

    private static func failure(_ path: String, _ reason: String) -> HostFailure {
        HostFailure("the file \(path) can't be written: \(reason); choose another one with --out")
    }
}
