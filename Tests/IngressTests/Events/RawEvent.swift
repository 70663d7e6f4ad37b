/// The sample event as bytes of HTTP.
enum RawEvent {
    static let body = String(decoding: SampleEvent.body, as: UTF8.self)

    static func text(
        path: String = "/events/main", version: String = "1.1", fields: [String] = [], body: String = RawEvent.body
    ) -> String {
        let head = [
            "POST \(path) HTTP/\(version)", "host: localhost", "content-type: application/x-www-form-urlencoded",
            "content-length: \(body.utf8.count)",
        ]
        return (head + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    /// How many answers of a status are in what was heard.
    static func count(_ status: Int, in heard: String) -> Int {
        heard.ranges(of: "HTTP/1.1 \(status) ").count + heard.ranges(of: "HTTP/1.0 \(status) ").count
    }
}
