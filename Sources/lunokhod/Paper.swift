/// What a page of text is written on: how wide it is and whether it has colours.
struct Paper {
    /// The columns that it has; nil if nobody looks at it, as in a pipe.
    let width: Int?
    /// Sets a text off.
    let styled: (String, Terminal.Style) -> String

    /// Paper without colours.
    static func plain(width: Int?) -> Paper { Paper(width: width) { text, _ in text } }
}

extension Terminal {
    /// The terminal as paper.
    var paper: Paper { Paper(width: isWatched ? width : nil, styled: styled) }
}
