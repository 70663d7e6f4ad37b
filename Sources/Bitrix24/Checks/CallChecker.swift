import JSON
import Spelling
import Synchronization

/// Checks calls before they are sent, against the documented facts and what the portal says of itself.
///
/// What is needed of a method is put together when it is first called, and kept.
public final class CallChecker: Sendable {
    private struct State {
        var description: PortalDescription?
        var scopes: Set<String>?
        var methods: [RESTVersion: Set<String>] = [:]
        var checks: [String: MethodCheck?] = [:]
        /// What speaks against methods that aren't documented.
        var unknown: [String: CallFinding?] = [:]
        var told: Set<CallFinding> = []

        init(_ description: PortalDescription?, told: Set<CallFinding> = []) {
            self.description = description
            self.told = told
            scopes = description?.scopes.map { Set($0) }
            methods[.two] = description?.methods.map { Set($0.map { $0.lowercased() }) }
            methods[.three] = description?.thirdMethods.map { Set($0.map { $0.lowercased() }) }
        }
    }

    private let policy: CheckPolicy
    private let isApplication: Bool
    private let told: @Sendable (CallFinding) -> Void
    private let state: Mutex<State>

    /// A checker for the calls of one credential.
    ///
    /// - Parameters:
    ///   - policy: what happens to calls that something speaks against.
    ///   - isApplication: whether the calls are an application's and not a webhook's.
    ///   - description: what the portal says of itself, as far as it was asked.
    ///   - told: takes each finding that doesn't stop its call, once.
    public init(
        policy: CheckPolicy, isApplication: Bool, description: PortalDescription? = nil,
        told: @escaping @Sendable (CallFinding) -> Void = { _ in }
    ) {
        self.policy = policy
        self.isApplication = isApplication
        self.told = told
        state = Mutex(State(description))
    }

    /// What the portal says of itself, as far as is known.
    public var description: PortalDescription? { state.withLock { $0.description } }

    /// Goes on with what the portal says now.
    public func learn(_ description: PortalDescription) {
        state.withLock { $0 = State(description, told: $0.told) }
    }

    /// Goes on with a part of what the portal says; returns all of it.
    func learn(_ found: PortalDescription, of part: PortalSurvey.Part) -> PortalDescription {
        state.withLock { state in
            var description = state.description ?? PortalDescription(asked: found.asked)
            description.merge(found, of: part)
            state = State(description, told: state.told)
            return description
        }
    }

    /// The entity that a call is about, by its key, if the portal has told its fields.
    public func describedEntity(of call: PortalCall) -> String? {
        let subject = MethodSubject(
            method: call.method, version: call.version, parameters: call.parameters.object ?? [:])
        let entity = Catalogue.method(call.method, version: call.version)?.entity
        return subject.described(entity, in: description).first?.key
    }

    /// Looks at calls that nobody has looked at yet.
    func checked(_ calls: [PortalCall]) throws(PortalError) -> [PortalCall] {
        var checked: [PortalCall] = []
        for call in calls { checked.append(call.isChecked ? positioned(call) : try self.checked(call)) }
        return checked
    }

    /// A page of a list that was checked has its parameters by name, as its walk needs them.
    private func positioned(_ call: PortalCall) -> PortalCall {
        guard let check = check(of: call), check.facts.isPositional else { return call }
        return call.with(check.encoding.encoded(call.parameters))
    }

    /// The parameters of a list by name, whatever way they were given in.
    public func named(_ call: PortalCall) -> JSONObject? {
        call.parameters.object ?? check(of: call)?.encoding.named(call.parameters.array ?? [])
    }

    /// Looks at a call and writes it as the method wants it.
    ///
    /// - Throws: what is certainly wrong with it, unless the policy lets it go.
    public func checked(_ call: PortalCall) throws(PortalError) -> PortalCall {
        let check = check(of: call)
        let encoded = check?.encoding.encoded(call.parameters) ?? call.parameters
        if policy != .off {
            let findings = findings(call, check)
            // By position an unknown parameter has no place where it could go.
            let isPositional = check?.facts.isPositional ?? false
            let stops = { (finding: CallFinding) in
                finding.isCertain && (self.policy == .strict || isPositional && finding.kind == .parameter)
            }
            if let certain = findings.first(where: stops) { throw certain.error }
            if !findings.isEmpty { tell(findings) }
        }
        return call.with(encoded)
    }

    /// Everything that speaks against a call, whatever the policy is.
    public func findings(_ call: PortalCall) -> [CallFinding] { findings(call, check(of: call)) }

    private func findings(_ call: PortalCall, _ check: MethodCheck?) -> [CallFinding] {
        let (scopes, methods) = state.withLock { ($0.scopes, $0.methods[call.version]) }
        let credential = CredentialCheck(scopes: scopes, methods: methods, isApplication: isApplication)
        guard let check else { return unknown(call, credential).map { [$0] } ?? [] }
        return credential.findings(check.facts) + check.findings(call.parameters)
    }

    /// Looking through all names takes milliseconds, and a script may call such a method often.
    private func unknown(_ call: PortalCall, _ credential: CredentialCheck) -> CallFinding? {
        let key = "\(call.method)@\(call.version.rawValue)"
        if let known = state.withLock({ $0.unknown[key] }) { return known }
        let finding = credential.unknown(call)
        state.withLock { state in
            if state.unknown.count > 1_000 { state.unknown = [:] }
            state.unknown[key] = .some(finding)
        }
        return finding
    }

    private func tell(_ findings: [CallFinding]) {
        let new = state.withLock { state in findings.filter { state.told.insert($0).inserted } }
        for finding in new { told(finding) }
    }

    private func check(of call: PortalCall) -> MethodCheck? {
        let subject = MethodSubject(
            method: call.method, version: call.version, parameters: call.parameters.object ?? [:])
        return state.withLock { state in
            if let known = state.checks[subject.key] { return known }
            let check = Catalogue.method(call.method, version: call.version).map {
                MethodCheck(
                    $0, documented: subject.documented($0.entity),
                    entities: subject.described($0.entity, in: state.description))
            }
            // Names come from scripts: what is kept of them is bounded.
            if state.checks.count > 2_000 { state.checks = [:] }
            state.checks[subject.key] = .some(check)
            return check
        }
    }
}
