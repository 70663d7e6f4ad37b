extension EditorFile {
    /// As many files as declarations need, named `NAME.lua`, `NAME_2.lua` and so on.
    ///
    /// - Parameter greatest: the most bytes of each, unless one declaration is greater.
    static func files(
        named name: String, of declarations: [String], greatest: Int = EditorTypes.greatestFile
    ) -> [EditorFile] {
        var texts: [String] = []
        for declaration in declarations {
            if let last = texts.last, last.utf8.count + declaration.utf8.count < greatest {
                texts[texts.count - 1] += "\n" + declaration
            } else {
                texts.append(head + declaration)
            }
        }
        return texts.enumerated().map { number, text in
            EditorFile(name: "\(name)\(number == 0 ? "" : "_\(number + 1)").lua", text: text)
        }
    }
}
