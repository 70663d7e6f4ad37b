import Glibc

/// A symbolic link of this machine.
struct SymbolicLink {
    let path: String

    /// Where it leads; nil if it is no link or can't be read.
    var target: String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &target, target.count)
        guard length > 0 else { return nil }
        return String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
