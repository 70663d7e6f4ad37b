/// What must never be shown of a request: the page of a proxy or of a web server may repeat the address that was
/// asked for, and the webhook's code or a token is in it.
struct Secrets: Sendable, CustomStringConvertible, CustomReflectable {
    private let texts: [String]

    init(_ texts: [String] = []) {
        self.texts = texts.filter { !$0.isEmpty }.flatMap { $0 == $0.percentEncoded ? [$0] : [$0, $0.percentEncoded] }
    }

    /// The text with every secret in it replaced by `…`.
    func hidden(in text: String) -> String { texts.reduce(text) { $0.replacing($1, with: "…") } }

    /// How many there are.
    var description: String { "\(texts.count) secrets" }
    /// Nothing but the description, so that a dump shows no secret either.
    var customMirror: Mirror { Mirror(self, children: ["secrets": description]) }
}
