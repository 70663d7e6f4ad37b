import Bitrix24
import JSON

/// Answers `names.…`: the codes of the portal's fields, stages and values by their titles.
///
/// What isn't known, or may be new, is asked of the portal, each part once a run.
public actor DescriptionRoom: Room {
    private let asked: String
    private let priority: Priority
    private let connect: @Sendable () throws -> Portal
    private let refresh: DescriptionRefresh

    /// A room for work of this urgency.
    ///
    /// - Parameters:
    ///   - asked: when this is, ISO 8601.
    ///   - connect: the portal of the run, with what is known of it.
    public init(
        priority: Priority = .interactive, asked: String, connect: @escaping @Sendable () throws -> Portal
    ) {
        self.priority = priority
        self.asked = asked
        refresh = DescriptionRefresh(asked: asked)
        self.connect = connect
    }

    /// This room's calls.
    public static let names: Set<String> = ["names.field", "names.stage", "names.choice"]

    /// Whether it is one of this room's calls.
    public nonisolated func answers(_ name: String) -> Bool { Self.names.contains(name) }

    /// Answers one of them: a text.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        do {
            let portal = try connect()
            while true {
                let known = portal.checker.description ?? PortalDescription(asked: asked)
                do throws(PortalNames.Failure) {
                    return Answer(.string(try Self.code(call, in: PortalNames(known))))
                } catch {
                    let caller = portal.caller(priority)
                    guard let part = error.part, try await refresh.again(part, of: portal, by: caller) else {
                        throw error
                    }
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
}
