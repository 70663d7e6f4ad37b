import Bitrix24
import CSV
import Exports
import JSON
import Reports

/// Exports a list of the portal into a file, page by page: it takes the same memory however long the list is.
public struct Exporter: Sendable {
    /// Bytes that are worth a call of the system.
    private static let piece = 256 << 10

    let settings: Settings
    let environment: [String: String]
    let told: @Sendable (String) -> Void

    /// An exporter.
    ///
    /// - Parameter told: takes what the portal's administrator should know.
    public init(
        settings: Settings, environment: [String: String], told: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.settings = settings
        self.environment = environment
        self.told = told
    }

    /// Exports the list.
    ///
    /// - Parameter progress: is told after each page how far it has come
    public func run(
        _ request: ExportRequest, progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
    ) async throws(HostFailure) -> ExportResult {
        let plan = try ExportPlan(request)
        var file = try ExportFile(path: request.out)
        let portal = try settings.connect(portal: request.portal, environment: environment, told: told)
        var result = ExportResult()
        do throws(HostFailure) {
            try await write(request, plan: plan, from: portal, to: &file, into: &result, progress: progress)
        } catch {
            await portal.shutdown()
            throw error
        }
        result.statistics = await portal.statistics
        await portal.shutdown()
        return result
    }

    private func write(
        _ request: ExportRequest, plan: ExportPlan, from portal: Portal, to file: inout ExportFile,
        into result: inout ExportResult, progress: @Sendable (ExportProgress) -> Void
    ) async throws(HostFailure) {
        let limit = request.limit ?? .max
        var writer = plan.format.writer(
            columns: plan.columns, options: settings.csv.applied(to: .preset(for: settings.locale)))
        var output = OutputBytes(capacity: Self.piece * 2)
        writer.begin(to: &output)
        do {
            var asked = ListRequest(request.method, plan.parameters)
            asked.limit = request.limit
            let list = try portal.list(asked, by: portal.caller(.bulk))
            while result.items < limit, let page = try await list.next() {
                if let note = page.note { result.warnings.append(note) }
                result.items += try writer.append(page.items, atMost: limit - result.items, to: &output)
                if output.count >= Self.piece { try file.write(&output) }
                result.bytes = file.written + output.count
                progress(
                    ExportProgress(
                        items: result.items, fraction: fraction(result, page, limit: request.limit),
                        bytes: result.bytes))
            }
        } catch {
            throw failure(error, request.method, after: result.items, file: file.path)
        }
        try file.write(&output)
        try file.finish()
        result.bytes = file.written
        result.file = file.path
        result.warnings += writer.warnings
    }

    private func fraction(_ result: ExportResult, _ page: ListPage, limit: Int?) -> Double? {
        if page.isLast { return 1 }
        let ofLimit = limit.map { Double(result.items) / Double($0) }
        guard let ofList = page.progress else { return ofLimit }
        return max(ofList, ofLimit ?? 0)
    }

    /// What happened, and what is left of it.
    private func failure(_ error: any Error, _ method: String, after items: Int, file: String?) -> HostFailure {
        if let failure = error as? HostFailure { return failure }
        let sentence = error is PortalError ? "\(error)" : "\(method): \(error)"
        guard items > 0 else { return HostFailure(sentence) }
        let rest = file.map { "\($0) was not written" } ?? "what was written is not the whole list"
        return HostFailure("\(sentence); it happened after \(items) items, so \(rest)")
    }
}
