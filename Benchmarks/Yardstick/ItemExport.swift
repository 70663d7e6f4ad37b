import CSV
import DemoPortal
import Exports
import JSON

/// How fast the items of a list become the bytes of an exported file, without portal and disk.
enum ItemExport {
    private static let fields: JSONValue = ["ID", "TITLE", "STAGE_ID", "OPPORTUNITY", "ASSIGNED_BY_ID", "CLOSEDATE"]

    /// 2,500 deals with six fields as one JSON array, as a request of 50 pages brings them.
    static func page() -> [UInt8] {
        let portal = DemoPortal()
        var items: [JSONValue] = []
        for page in 0..<50 {
            let answer = portal.answer("crm.deal.list", ["select": fields, "start": .integer(page * 50)])
            items += (try? JSONValue(parsing: answer.body))?["result"]?.array ?? []
        }
        return JSONValue.array(items).bytes
    }

    /// The median of many times, in milliseconds of processor time for 100,000 items; nil if the file holds no items.
    static func milliseconds(page: [UInt8], format: ExportFormat) -> Double? {
        var output = OutputBytes()
        var times: [Double] = []
        for _ in 0..<15 {
            var writer = format.writer(columns: nil, options: .excelRu)
            let start = processorTime()
            var items = 0
            writer.begin(to: &output)
            while items < 100_000 {
                guard let count = try? writer.append(page, atMost: 100_000 - items, to: &output), count > 0 else {
                    return nil
                }
                items += count
                // The file gets it in pieces of this size.
                if output.count >= 256 << 10 { output.removeAll() }
            }
            times.append((processorTime() - start) * 1_000)
            output.removeAll()
        }
        return times.median
    }

    /// A figure a line: the milliseconds for 100,000 items and the MB (10^6 bytes of JSON) a second, for each format.
    static func figures(file path: String) -> [Double]? {
        guard let page = InputFile.read(path), let list = try? JSONDocument(parsing: page).root, list.count > 0 else {
            return nil
        }
        let megabytes = Double(page.count) / Double(list.count) * 100_000 / 1e6
        let times = ExportFormat.allCases.compactMap { milliseconds(page: page, format: $0) }
        guard times.count == ExportFormat.allCases.count else { return nil }
        return times.flatMap { [$0, megabytes / $0 * 1_000] }
    }
}
