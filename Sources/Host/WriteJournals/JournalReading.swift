/// Reads a journal's file when it is opened, and mends what a crash has left.
struct JournalReading {
    let path: String
    let job: String

    private var header: [UInt8] { JournalLine.header(version: JournalLine.version, job: job).bytes }

    /// What the file knows, and where it ends.
    func read(_ file: JournalDescriptor) throws(HostFailure) -> (index: JournalIndex, end: Int) {
        let beginning = try file.read(at: 0)
        // A journal of which not even the header was written knows nothing.
        if header.dropLast().starts(with: beginning) {
            try file.settle()
            try file.write(header, at: 0)
            return (JournalIndex(), header.count)
        }
        try check(JournalLine(beginning.prefix { $0 != UInt8(ascii: "\n") }))
        try file.settle()
        return try lines(of: file)
    }

    /// Whether it is this job's.
    private func check(_ line: JournalLine?) throws(HostFailure) {
        guard case .header(let version, let job)? = line else {
            throw HostFailure("\(path) is not a journal of writes; choose another file", exit: .usage)
        }
        guard version <= JournalLine.version else {
            throw HostFailure("the journal \(path) was written by a newer Lunokhod; use that one, or another file")
        }
        guard job == self.job else {
            throw HostFailure(
                "the journal \(path) is that of another job, \"\(job)\", and this one is \"\(self.job)\"; "
                    + "choose another file", exit: .usage)
        }
    }

    private func lines(of file: JournalDescriptor) throws(HostFailure) -> (index: JournalIndex, end: Int) {
        var index = JournalIndex()
        var line: [UInt8] = []
        var (read, position, end, number) = (0, 0, 0, 0)
        while case let piece = try file.read(at: read), !piece.isEmpty {
            read += piece.count
            var rest = piece[...]
            while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
                line += rest[..<newline]
                rest = rest[(newline + 1)...]
                number += 1
                let next = position + line.count + 1
                if let known = JournalLine(line) {
                    // Behind a line that a crash has torn there is nothing.
                    guard end == position else { throw damaged(number) }
                    index.note(known, at: position)
                    end = next
                }
                position = next
                line.removeAll(keepingCapacity: true)
            }
            line += rest
        }
        if end < read { try file.cut(at: end) }
        return (index, end)
    }

    private func damaged(_ line: Int) -> HostFailure {
        HostFailure(
            "the journal \(path) is damaged before its line \(line); take it from a backup, or use another file")
    }
}
