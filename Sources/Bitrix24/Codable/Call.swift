/// A call of a method and the type of what it answers.
public struct Call<Answer: Decodable & Sendable>: Sendable {
    /// The method, such as `crm.deal.get`.
    public let method: String
    /// Its parameters.
    public let parameters: Parameters
    /// The member of `result` that is the answer, such as `task` or `item`; a path has points. Nil where all of
    /// `result` is.
    public let member: String?
    /// Which of the portal's APIs it is called in.
    public let version: RESTVersion
    /// What other calls of the same batch refer to it by, if not by its position from 0: `$result[NAME]`.
    public private(set) var name: String?

    /// A call; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - method: the method, such as `crm.deal.get`
    ///   - parameters: its parameters
    ///   - type: what its answer is decoded as
    ///   - member: the member of `result` that is the answer, such as `task` or `item`; nil where all of it is
    ///   - version: which of the portal's APIs it is called in
    public init(
        _ method: String, _ parameters: Parameters = [:], as type: Answer.Type = Answer.self, at member: String? = nil,
        version: RESTVersion = .two
    ) {
        self.method = method
        self.parameters = parameters
        self.member = member
        self.version = version
    }

    /// The same call with a name for `$result[NAME]` in the parameters of later ones of its batch.
    public func named(_ name: String) -> Call {
        var call = self
        call.name = name
        return call
    }

    /// The call without its types.
    var untyped: Result<PortalCall, PortalError> {
        do throws(PortalError) {
            return .success(PortalCall(method, try parameters.value(for: method), version: version))
        } catch {
            return .failure(error)
        }
    }

    /// What came, as the type.
    func answer(_ reply: Result<PortalReply, PortalError>) -> Result<Answer, PortalError> {
        reply.flatMap { reply in
            do throws(PortalError) {
                return .success(try reply.decode(Answer.self, at: member, method: method))
            } catch {
                return .failure(error)
            }
        }
    }
}
