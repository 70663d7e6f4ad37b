extension ZoneTable {
    /// What is wrong with the bytes, in words that fit after a colon.
    struct Flaw: Error {
        let reason: String

        static let short = Flaw(reason: "the file ends too early")
    }

    /// Reads a TZif file of version 1 to 4 (RFC 8536, RFC 9636).
    init(tzif bytes: [UInt8]) throws(Flaw) {
        var reader = TZifReader(bytes: bytes)
        var header = try reader.header()
        var timeWidth = 4
        if header.version >= 2 {
            // The first block repeats the data in 32 bits for old readers.
            try reader.skip(header.size(timeWidth: 4))
            header = try reader.header()
            timeWidth = 8
        }
        try self.init(block: header, timeWidth: timeWidth, reader: &reader)
    }

    private init(block header: TZifReader.Header, timeWidth: Int, reader: inout TZifReader) throws(Flaw) {
        guard header.types > 0 else { throw Flaw(reason: "it has no kinds of time") }
        guard header.leapSeconds == 0 else { throw Flaw(reason: "it counts leap seconds") }
        guard reader.remaining >= header.size(timeWidth: timeWidth) else { throw Flaw.short }
        var times: [Int] = []
        times.reserveCapacity(header.times)
        for _ in 0..<header.times {
            let time = try reader.signed(timeWidth)
            guard times.last.map({ $0 < time }) ?? true else { throw Flaw(reason: "its changes are out of order") }
            times.append(time)
        }
        var kinds: [Int] = []
        for _ in 0..<header.times {
            let kind = Int(try reader.byte())
            guard kind < header.types else { throw Flaw(reason: "a change names a kind of time that isn't there") }
            kinds.append(kind)
        }
        var offsets: [Int] = []
        for _ in 0..<header.types {
            let offset = try reader.signed(4)
            guard abs(offset) <= ZoneTable.widestOffset else { throw Flaw(reason: "an offset is beyond 26 hours") }
            offsets.append(offset)
            try reader.skip(2)
        }
        try reader.skip(header.sizeAfterTypes(timeWidth: timeWidth))
        changeTimes = times
        changeOffsets = kinds.map { offsets[$0] }
        firstOffset = offsets[0]
        rule = timeWidth == 8 ? try reader.footer() : nil
    }
}

private struct TZifReader {
    struct Header {
        let version: Int
        let utFlags: Int
        let standardFlags: Int
        let leapSeconds: Int
        let times: Int
        let types: Int
        let characters: Int

        func size(timeWidth: Int) -> Int {
            times * (timeWidth + 1) + types * 6 + sizeAfterTypes(timeWidth: timeWidth)
        }

        func sizeAfterTypes(timeWidth: Int) -> Int {
            characters + leapSeconds * (timeWidth + 4) + standardFlags + utFlags
        }
    }

    let bytes: [UInt8]
    var position = 0

    var remaining: Int {
        bytes.count - position
    }

    mutating func header() throws(ZoneTable.Flaw) -> Header {
        guard remaining >= 44 else { throw ZoneTable.Flaw.short }
        guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
            throw ZoneTable.Flaw(reason: "it isn't a TZif file")
        }
        let versionByte = bytes[position + 4]
        try skip(20)
        var counts: [Int] = []
        for _ in 0..<6 {
            let count = try signed(4)
            guard count >= 0 else { throw ZoneTable.Flaw.short }
            counts.append(count)
        }
        return Header(
            version: versionByte == 0 ? 1 : max(1, Int(versionByte) - 0x30), utFlags: counts[0],
            standardFlags: counts[1], leapSeconds: counts[2], times: counts[3], types: counts[4],
            characters: counts[5])
    }

    mutating func skip(_ count: Int) throws(ZoneTable.Flaw) {
        guard remaining >= count else { throw ZoneTable.Flaw.short }
        position += count
    }

    mutating func byte() throws(ZoneTable.Flaw) -> UInt8 {
        guard remaining >= 1 else { throw ZoneTable.Flaw.short }
        position += 1
        return bytes[position - 1]
    }

    /// A big-endian number of 4 or 8 bytes with a sign.
    mutating func signed(_ width: Int) throws(ZoneTable.Flaw) -> Int {
        guard remaining >= width else { throw ZoneTable.Flaw.short }
        var value: UInt64 = 0
        for byte in bytes[position..<position + width] { value = value << 8 | UInt64(byte) }
        position += width
        return width == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
    }

    /// The `TZ` text between two line feeds; an empty one means that no rule is known.
    mutating func footer() throws(ZoneTable.Flaw) -> ZoneRule? {
        guard try byte() == 0x0A, let end = bytes[position...].firstIndex(of: 0x0A) else {
            throw ZoneTable.Flaw(reason: "its rule for the years to come is cut off")
        }
        let text = Array(bytes[position..<end])
        if text.isEmpty { return nil }
        guard let rule = ZoneRule(text) else {
            throw ZoneTable.Flaw(reason: "its rule for the years to come isn't a POSIX TZ text")
        }
        return rule
    }
}
