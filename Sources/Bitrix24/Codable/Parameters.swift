import JSON

/// The parameters of a call, or the value of one of them.
///
/// They are written as literals. What is in a variable goes in by ``value(_:)``, be it a number, a date or a structure
/// of one's own that is `Encodable`:
///
/// ```swift
/// let parameters: Parameters = ["id": .value(id), "fields": ["TITLE": "New", "CLOSEDATE": .value(date)]]
/// ```
///
/// Names keep the order in which they are written.
public struct Parameters: Sendable, Hashable, Encodable {
    /// What goes to the portal, or why it can't.
    let json: Result<JSONValue, Unwritable>

    init(_ json: JSONValue) { self.json = .success(json) }

    /// Any value that can be encoded. One that can't be makes the call fail with `ENCODING` before it is sent.
    ///
    /// `Date` is written as ISO 8601 in UTC, `Data` as Base64, `Decimal` as a text, so that nothing is rounded.
    public static func value(_ value: some Encodable) -> Parameters { Parameters(encoding: value) }

    private init(encoding value: some Encodable) {
        do {
            json = .success(try ParameterEncoder.encode(value))
        } catch {
            json = .failure(Unwritable(error, as: type(of: value)))
        }
    }

    /// Parameters by their names, for those that are put together bit by bit; of equal names the last one counts.
    public init(_ members: some Sequence<(String, Parameters)>) {
        var object = JSONObject()
        for (name, member) in members {
            switch member.json {
            case .success(let value): object[name] = value
            case .failure(let failure):
                json = .failure(failure.within(name))
                return
            }
        }
        json = .success(.object(object))
    }

    private init(elements: [Parameters]) {
        var array: [JSONValue] = []
        for (position, element) in elements.enumerated() {
            switch element.json {
            case .success(let value): array.append(value)
            case .failure(let failure):
                json = .failure(failure.within("[\(position)]"))
                return
            }
        }
        json = .success(.array(array))
    }

    /// Writes what is in it, so that structures of one's own may hold parameters.
    public func encode(to encoder: any Encoder) throws { try json.get().encode(to: encoder) }

    /// The value for a call.
    func value(for method: String) throws(PortalError) -> JSONValue {
        do throws(Unwritable) { return try json.get() } catch { throw error.error(of: method) }
    }

    /// Why a value can't be written.
    struct Unwritable: Error, Hashable {
        /// Where it lies in the parameters.
        var path: String
        let reason: String

        init(_ error: any Error, as type: Any.Type) {
            guard case EncodingError.invalidValue(_, let context) = error else {
                path = ""
                reason = "\(type) can't be written as JSON: \(error)"
                return
            }
            path = context.codingPath.text
            reason = context.debugDescription.droppingFullStop
        }

        func within(_ name: String) -> Unwritable {
            var outer = self
            outer.path = path.isEmpty ? name : path.hasPrefix("[") ? name + path : "\(name).\(path)"
            return outer
        }

        func error(of method: String) -> PortalError {
            PortalError(
                code: PortalError.Code.encoding,
                message: "the parameter" + (path.isEmpty ? "s" : " \(path)") + " can't be sent: \(reason)",
                method: method, execution: .notDone)
        }
    }
}

extension Parameters: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// `"text"`, also with values in it: `"\(name)"`.
    public init(stringLiteral value: String) { self.init(.string(value)) }
    /// `5`.
    public init(integerLiteral value: Int) { self.init(.integer(value)) }
    /// `0.5`.
    public init(floatLiteral value: Double) { self.init(.double(value)) }
    /// `true`.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    /// `["ID", "TITLE"]`.
    public init(arrayLiteral elements: Parameters...) { self.init(elements: elements) }
    /// `["id": 1]`.
    public init(dictionaryLiteral elements: (String, Parameters)...) { self.init(elements) }
    /// `nil`, which is sent as `null`.
    public init(nilLiteral: ()) { self.init(.null) }
}
