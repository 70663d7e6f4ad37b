import Bitrix24
import JSON

/// Answers `names.…`: the codes of the portal's fields, stages and values by their titles.
///
/// What isn't known, or may be new, is asked of the portal, each part once a run.
public actor DescriptionRoom: Room {
    /// Where the room gets what it knows from.
    public struct Source: Sendable {
        /// What was stored of this portal before; nil if nothing was.
        public var stored: @Sendable (Portal) throws -> PortalDescription?
        /// The portal of the run.
        public var connect: @Sendable () throws -> Portal
        /// When this is, ISO 8601.
        public var now: String

        /// A source.
        public init(
            now: String, connect: @escaping @Sendable () throws -> Portal,
            stored: @escaping @Sendable (Portal) throws -> PortalDescription?
        ) {
            self.now = now
            self.connect = connect
            self.stored = stored
        }
    }

    private let source: Source
    private let priority: Priority
    private var description: PortalDescription?
    private var refreshes: [PortalSurvey.Part: Task<Void, any Error>] = [:]
    private var finished: Set<PortalSurvey.Part> = []

    /// A room for work of this urgency.
    public init(priority: Priority = .interactive, source: Source) {
        self.priority = priority
        self.source = source
    }

    /// Whether it is one of this room's calls.
    public nonisolated func answers(_ name: String) -> Bool {
        ["names.field", "names.stage", "names.choice"].contains(name)
    }

    /// Answers one of them: a text.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> [UInt8] {
        do {
            let portal = try source.connect()
            if description == nil {
                description = try source.stored(portal) ?? PortalDescription(asked: source.now)
            }
            while true {
                let known = description ?? PortalDescription(asked: source.now)
                do throws(PortalNames.Failure) {
                    return JSONValue.string(try Self.code(call, in: PortalNames(known))).bytes
                } catch {
                    guard let part = error.part, try await refresh(part, from: portal) else { throw error }
                }
            }
        } catch let failure as HostCallFailure {
            throw failure
        } catch let failure as PortalNames.Failure {
            throw HostCallFailure(code: "NAME", message: failure.description)
        } catch let error as PortalError {
            throw HostCallFailure(error: error.json)
        } catch {
            throw HostCallFailure(code: "SETTINGS", message: "\(error)")
        }
    }

    /// - Throws: why there is no such code; what is wrong with the call itself is told in the same way.
    private static func code(_ call: HostCall, in names: PortalNames) throws(PortalNames.Failure) -> String {
        let entity = call.arguments["entity"]?.string ?? ""
        let title = call.arguments["title"]?.string ?? ""
        switch call.name {
        case "names.field": return try names.field(title, of: entity)
        case "names.stage": return try names.stage(title, of: entity)
        default: return try names.choice(title, of: call.arguments["field"]?.string ?? "", of: entity)
        }
    }

    /// Asks the portal for a part, unless that was done before in this run.
    ///
    /// - Returns: whether there may be something new.
    private func refresh(_ part: PortalSurvey.Part, from portal: Portal) async throws -> Bool {
        let underWay = refreshes[part]
        if underWay != nil, finished.contains(part) { return false }
        let task = underWay ?? Task { try await ask(part, of: portal) }
        refreshes[part] = task
        defer { finished.insert(part) }
        try await task.value
        return true
    }

    private func ask(_ part: PortalSurvey.Part, of portal: Portal) async throws {
        let survey = PortalSurvey(of: portal, by: portal.caller(priority))
        let found = try await survey.ask(part, asked: source.now)
        description?.merge(found, of: part)
    }
}
