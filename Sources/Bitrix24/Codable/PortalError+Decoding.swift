import JSON

extension PortalError {
    /// An answer that is not what the caller's type wants.
    static func decoding(_ error: any Error, as type: Any.Type, method: String, at start: [any CodingKey] = [])
        -> PortalError
    {
        let (path, reason): ([any CodingKey], String) =
            switch error {
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
                (context.codingPath, context.debugDescription)
            default: ([], "\(error)")
            }
        let place = (start + path).text
        return PortalError(
            code: Code.decoding,
            message: "the answer is not a \(type): " + (place.isEmpty ? "" : "at \(place) ") + reason.droppingFullStop,
            method: method, execution: .answered,
            hint: "compare the type with what the method answers")
    }
}

extension PortalReply {
    /// `result`, or the member of it at a path, as a type.
    func decode<Answer: Decodable>(_ type: Answer.Type, at path: String?, method: String) throws(PortalError) -> Answer
    {
        var steps: [any CodingKey] = []
        do {
            let document = try JSONDocument(parsing: resultBytes)
            var view = document.root
            for name in path?.split(separator: ".").map(String.init) ?? [] {
                guard let member = view[name] else {
                    throw DecodingError.keyNotFound(
                        CodingStep.name(name), .init(codingPath: [], debugDescription: "there is no member '\(name)'"))
                }
                steps.append(CodingStep.name(name))
                view = member
            }
            return try AnswerDecoder(view).decode(type)
        } catch {
            throw .decoding(error, as: type, method: method, at: steps)
        }
    }
}
