import Spelling

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Zone {
    /// The folder of the system's zone files.
    static let folder = "/usr/share/zoneinfo"

    /// Zone files have a few kilobytes; what is bigger than this isn't one.
    private static let largestFile = 1 << 20

    /// The zone of that IANA name, read from the system's zone files below `/usr/share/zoneinfo`. `UTC` needs no file.
    ///
    /// - Throws: a `ZoneError`; for an unknown name it holds the nearest ones.
    public init(identifier: String) throws(ZoneError) {
        try self.init(identifier: identifier, folder: Zone.folder)
    }

    init(identifier: String, folder: String) throws(ZoneError) {
        if identifier == "UTC" {
            self = .utc
            return
        }
        guard Zone.isWellFormed(identifier) else { throw ZoneError.badIdentifier(identifier) }
        guard let bytes = Zone.bytes(ofFile: "\(folder)/\(identifier)") else {
            let names = Zone.identifiers(below: folder)
            if names.isEmpty { throw ZoneError.noZoneFiles(folder: folder) }
            throw ZoneError.unknown(identifier, nearest: Zone.nearest(to: identifier, among: names))
        }
        try self.init(identifier: identifier, tzif: bytes)
    }

    /// Whether the text is a name and no way out of the folder.
    static func isWellFormed(_ identifier: String) -> Bool {
        guard !identifier.isEmpty, identifier.utf8.count <= 100 else { return false }
        let parts = identifier.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
                }
        }
    }

    static func nearest(to wrong: String, among names: [String]) -> [String] {
        // Somebody who writes only the city, or the right city on the wrong continent, means that city.
        let city = wrong.split(separator: "/").last.map { $0.lowercased() }
        let sameCity = names.filter { $0.split(separator: "/").last.map { $0.lowercased() } == city }
        if !sameCity.isEmpty { return Array(sameCity.prefix(3)) }
        if let near = NearestName(among: names).nearest(to: wrong) { return [near] }
        if wrong.contains("/") { return [] }
        let cities = Dictionary(names.map { (String($0.split(separator: "/").last ?? ""), $0) }) { first, _ in first }
        return NearestName(among: cities.keys.sorted()).nearest(to: wrong).flatMap { cities[$0] }.map { [$0] } ?? []
    }

    /// The names of all zone files below the folder, sorted.
    static func identifiers(below folder: String) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let prefix = waiting.popLast() {
            guard let listing = opendir("\(folder)/\(prefix)") else { continue }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                // `posix` and `right` repeat all zones; the other files with small letters or dots are no zones.
                guard let first = name.utf8.first, (0x41...0x5A).contains(first), isWellFormed(name) else { continue }
                if entry.pointee.d_type == UInt8(DT_DIR) {
                    waiting.append("\(prefix)\(name)/")
                } else {
                    found.append("\(prefix)\(name)")
                }
            }
        }
        return found.sorted()
    }

    private static func bytes(ofFile path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 8_192)
        while bytes.count <= largestFile {
            let count = read(file, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            bytes.append(contentsOf: chunk[..<count])
        }
        return nil
    }
}
