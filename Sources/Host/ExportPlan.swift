import Bitrix24
import Exports
import JSON
import Spelling

/// What an export asks the portal for and how it writes the answer, checked before anything is sent.
struct ExportPlan {
    let format: ExportFormat
    /// What goes along with each request.
    let parameters: JSONObject
    /// The columns of a CSV file; nil takes them from the first item.
    let columns: [String]?

    /// Plans an export.
    init(_ request: ExportRequest) throws(HostFailure) {
        let facts = try Self.facts(of: request.method)
        format = try Self.format(of: request)
        let fields = Self.fields(of: request)
        var parameters: JSONObject = [:]
        for text in request.parameters {
            let given = try KeyValue(parameter: text)
            parameters.add(Self.value(given.value), as: given.key)
        }
        if !request.filter.isEmpty {
            guard let name = facts.filter, !name.contains(".") else {
                throw Self.usage("\(request.method) takes no filter; say what it takes with --param NAME=VALUE")
            }
            parameters[name] = .object(try Self.filter(request.filter))
        }
        if !fields.isEmpty {
            if let name = facts.select, !name.contains(".") {
                parameters[name] = .array(fields.map(JSONValue.string))
            } else if format == .jsonl {
                throw Self.usage(
                    "\(request.method) always gives all fields; leave out --select, or choose columns with "
                        + "--format csv")
            }
        }
        self.parameters = parameters
        // A star stands for fields that only the answer names.
        columns = fields.isEmpty || fields.contains { $0.hasSuffix("*") } ? nil : fields
    }

    private static func facts(of method: String) throws(HostFailure) -> ListFacts {
        guard !method.isAddress else {
            throw usage("the method must be a name such as crm.deal.list, not an address")
        }
        guard let facts = Catalogue.method(method) else {
            let nearest = Catalogue.nearest(to: method).map { "; did you mean '\($0)'?" }
            throw usage(
                "there is no method \(method.quoted)\(nearest ?? "; name one that lists, such as crm.deal.list")")
        }
        if let list = facts.list { return list }
        let sibling = method.split(separator: ".").dropLast().joined(separator: ".") + ".list"
        let lists = Catalogue.method(sibling)?.list != nil
        throw usage("\(method) lists nothing\(lists ? "; did you mean '\(sibling)'?" : ", so it can't be exported")")
    }

    private static func format(of request: ExportRequest) throws(HostFailure) -> ExportFormat {
        guard let name = request.format else { return request.out.flatMap(ExportFormat.init(ofFile:)) ?? .csv }
        guard let format = ExportFormat(name: name) else {
            throw usage("--format is \(name.quoted)\(ExportFormat.hint(for: name))")
        }
        return format
    }

    /// The fields of `--select`, each once.
    private static func fields(of request: ExportRequest) -> [String] {
        var fields: [String] = []
        for name in request.select.flatMap({ $0.split(separator: ",") }) {
            let name = String(name.drop { $0 == " " })
            if !name.isEmpty, !fields.contains(name) { fields.append(name) }
        }
        return fields
    }

    /// A filter; of a repeated key all values count.
    private static func filter(_ conditions: [String]) throws(HostFailure) -> JSONObject {
        var filter: JSONObject = [:]
        for text in conditions {
            let condition = try KeyValue(filter: text)
            guard condition.isAmong else {
                filter.add(.string(condition.value), as: condition.key)
                continue
            }
            let values = condition.value.split(separator: ",").map { JSONValue.string(String($0)) }
            filter[condition.key] = .array((filter[condition.key]?.array ?? []) + values)
        }
        return filter
    }

    /// A whole number where the text is one in its usual form, so `007` stays a text.
    private static func value(_ text: String) -> JSONValue {
        Int(text).flatMap { String($0) == text ? .integer($0) : nil } ?? .string(text)
    }

    private static func usage(_ sentence: String) -> HostFailure { HostFailure(sentence, exit: .usage) }
}

extension JSONObject {
    /// Sets a member; of one that is there already an array is made.
    fileprivate mutating func add(_ value: JSONValue, as name: String) {
        switch self[name] {
        case nil: self[name] = value
        case .array(let values): self[name] = .array(values + [value])
        case let first?: self[name] = [first, value]
        }
    }
}
