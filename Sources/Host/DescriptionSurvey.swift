import Bitrix24
import Scripting
import Timetable

/// Asks a portal what it has, and keeps the answer in a file.
public struct DescriptionSurvey: Sendable {
    /// What came of it.
    public struct Result: Sendable {
        /// What the portal has.
        public let description: PortalDescription
        /// The file that it is kept in.
        public let file: String
        /// What was asked of the portal.
        public let statistics: PortalStatistics
    }

    let settings: Settings
    let environment: [String: String]
    let now: Moment
    let told: @Sendable (String) -> Void

    /// A survey at that time.
    ///
    /// - Parameter told: takes what the portal's administrator should know.
    public init(
        settings: Settings, environment: [String: String], now: Moment,
        told: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.settings = settings
        self.environment = environment
        self.now = now
        self.told = told
    }

    /// Asks and stores.
    ///
    /// - Parameters:
    ///   - name: the portal's name in the settings
    ///   - file: where the description goes
    ///   - progress: is told how many questions are answered, and how many there are by now
    public func run(
        portal name: String?, into file: DescriptionFile,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(HostFailure) -> Result {
        let portal = try settings.connect(portal: name, environment: environment, told: told)
        let found: PortalDescription
        do throws(PortalError) {
            found = try await PortalSurvey(of: portal, by: portal.caller(.interactive), progress: progress)
                .ask(asked: Zone.utc.iso8601(now))
        } catch {
            await portal.shutdown()
            throw HostFailure("\(error)")
        }
        let statistics = await portal.statistics
        await portal.shutdown()
        try file.save(found)
        return Result(description: found, file: file.path, statistics: statistics)
    }
}
