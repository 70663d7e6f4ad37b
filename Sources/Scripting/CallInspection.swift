import Bitrix24

/// Has a portal's checks look at a script's calls, and asks the portal again where what it once told may be old.
struct CallInspection: Sendable {
    let refresh: DescriptionRefresh

    /// A call as it is sent.
    ///
    /// - Throws: what is wrong with it, also by what the portal says now.
    func checked(_ call: PortalCall, of portal: Portal, by caller: Caller) async throws -> PortalCall {
        do {
            return try portal.checker.checked(call)
        } catch {
            guard let part = part(error, call, portal),
                (try? await refresh.again(part, of: portal, by: caller)) == true
            else { throw error }
            return try portal.checker.checked(call)
        }
    }

    /// Takes notice of a failure: if the portal denies a field, its fields are asked for again, for the calls that
    /// follow.
    func notice(_ error: any Error, on call: PortalCall, of portal: Portal, by caller: Caller) async {
        guard let error = error as? PortalError, error.deniesField,
            let entity = portal.checker.describedEntity(of: call)
        else { return }
        _ = try? await refresh.again(.entity(entity), of: portal, by: caller)
    }

    /// What has to be known anew to believe an error; nil if the portal had told nothing of it.
    private func part(_ error: PortalError, _ call: PortalCall, _ portal: Portal) -> PortalSurvey.Part? {
        switch CallFinding.Kind(rawValue: error.code) {
        case .field?: portal.checker.describedEntity(of: call).map { .entity($0) }
        case .scope?, .method?: portal.checker.description.map { _ in .rights }
        default: nil
        }
    }
}

extension PortalError {
    /// Whether the portal says that there is no such field.
    var deniesField: Bool {
        execution == .answered && (code == "INVALID_ARG_VALUE" || code.hasSuffix("UNKNOWNDTOPROPERTYEXCEPTION"))
    }
}
