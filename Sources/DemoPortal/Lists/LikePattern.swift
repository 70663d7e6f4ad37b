/// A pattern of SQL's LIKE: `%` stands for any text, `_` for one character, a backslash takes both literally.
struct LikePattern: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
        case anyText
        case anyCharacter
        case byte(UInt8)
    }

    private let pieces: [Piece]

    /// A pattern as written.
    init(_ pattern: String) {
        var pieces: [Piece] = []
        var escaped = false
        for byte in SearchText.fold(pattern).utf8 {
            if escaped {
                pieces.append(.byte(byte))
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "%") {
                if pieces.last != .anyText { pieces.append(.anyText) }
            } else {
                pieces.append(byte == UInt8(ascii: "_") ? .anyCharacter : .byte(byte))
            }
        }
        if escaped { pieces.append(.byte(UInt8(ascii: "\\"))) }
        self.pieces = pieces
    }

    /// A pattern that finds `text` anywhere, nothing in it being special.
    init(containing text: String) {
        pieces = [.anyText] + SearchText.fold(text).utf8.map(Piece.byte) + [.anyText]
    }

    /// Whether the text, folded already, is of this form.
    func matches(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { text in pieces.withUnsafeBufferPointer { LikePattern.matches(text, $0) } }
    }

    private static func matches(_ text: UnsafeBufferPointer<UInt8>, _ pieces: UnsafeBufferPointer<Piece>) -> Bool {
        var position = 0
        var piece = 0
        var retry: (piece: Int, position: Int)?
        while position < text.count {
            if piece < pieces.count, pieces[piece] == .anyText {
                piece += 1
                retry = (piece, position)
            } else if piece < pieces.count, pieces[piece] == .anyCharacter {
                piece += 1
                position = next(position, text)
            } else if piece < pieces.count, pieces[piece] == .byte(text[position]) {
                piece += 1
                position += 1
            } else if let last = retry {
                // Whatever `%` has taken so far, it takes one character more.
                (piece, position) = (last.piece, next(last.position, text))
                retry = (piece, position)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { $0 == .anyText }
    }

    /// Where the next character begins.
    private static func next(_ position: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var position = position + 1
        while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
        return position
    }
}
