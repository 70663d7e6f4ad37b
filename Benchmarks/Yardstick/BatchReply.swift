import DemoPortal
import JSON

/// The demo portal's answer to a batch of 50 pages of 50 deals, without HTTP.
enum BatchReply {
    private static func portal() -> DemoPortal {
        let portal = DemoPortal()
        portal.warmUp()
        return portal
    }

    private static func pages() -> JSONValue {
        var commands: JSONObject = [:]
        for page in 0..<50 { commands["page\(page)"] = .string("crm.deal.list?start=\(page * 50)&select[]=*") }
        return ["halt": 0, "cmd": .object(commands)]
    }

    /// The answer's body, about 1.5 MB.
    static func typical() -> [UInt8] { portal().answer("batch", pages()).body }

    /// How long the portal takes for it: the median of many, in milliseconds of processor time.
    static func milliseconds() -> Double {
        let portal = portal()
        let parameters = pages()
        let times = (0..<60).map { _ in
            let start = processorTime()
            _ = portal.answer("batch", parameters)
            return (processorTime() - start) * 1_000
        }
        return times.median
    }
}
