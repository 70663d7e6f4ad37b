import Glibc

/// What the system says of a file.
///
/// It is read here, since a test that imports a network library has several modules that name `stat`.
public struct FileFacts: Hashable, Sendable {
    /// Who may do what with it, such as `0o600`.
    public let rights: mode_t
    /// Its number on the disk.
    public let number: ino_t
    /// Whether it is a device such as `/dev/null`.
    public let isDevice: Bool

    /// nil if there is no such file.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (rights, number) = (status.st_mode & 0o777, status.st_ino)
        isDevice = status.st_mode & S_IFMT == S_IFCHR
    }
}
