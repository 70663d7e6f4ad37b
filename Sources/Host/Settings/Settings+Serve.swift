extension Settings {
    /// Takes what a command line says of `serve` in place of the settings.
    ///
    /// - Parameters:
    ///   - listen: `HOST:PORT`, a port, or `off`.
    ///   - operations: the same.
    public mutating func apply(listen: String?, operations: String?, workers: Int?) throws(HostFailure) {
        if let listen { serve.listen = try Self.place(listen, option: "--listen") }
        if let operations { serve.operations = try Self.place(operations, option: "--operations") }
        if let workers { serve.workers = workers }
    }

    private static func place(_ text: String, option: String) throws(HostFailure) -> ServeSettings.Place? {
        guard let place = ServeSettings.Place.read(text) else {
            throw HostFailure("\(option) must be HOST:PORT such as 127.0.0.1:8080, a port, or off", exit: .usage)
        }
        return place
    }
}

extension ServeSettings.Place {
    /// Reads `127.0.0.1:8080`, `8080` for this machine only, `[::]:443`; nil inside for `off`, nil for anything else.
    static func read(_ text: String) -> ServeSettings.Place?? {
        if ["off", "no", "false", "none"].contains(text.lowercased()) { return .some(nil) }
        let colon = text.lastIndex(of: ":")
        let host = colon.map { String(text[..<$0]) } ?? "127.0.0.1"
        let port = Int(colon.map { text[text.index(after: $0)...] } ?? text[...])
        guard let port, (0...65_535).contains(port), !host.isEmpty, !text.isAddress else { return nil }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        return ServeSettings.Place(host: bare, port: port)
    }
}
