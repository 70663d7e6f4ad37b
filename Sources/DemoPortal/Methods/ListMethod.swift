/// What all list methods do: read filter, order and selection, find the page, write it.
struct ListMethod: Sendable {
    let family: Family
    let dialect: Dialect
    var face: Face
    /// The name of the list inside `result`; nil where `result` is the list.
    let key: String?
    var usual = Order.byID
    /// Whether all is sent without a `select`, also what other methods send only on demand.
    let sendsEverything: Bool

    init(_ family: Family, dialect: Dialect, face: Face, key: String? = nil) {
        self.family = family
        self.dialect = dialect
        self.face = face
        self.key = key
        sendsEverything = face == .item
    }

    /// Answers with the parameters `filter`, `order`, `select` and `start`.
    func run(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let schema = state[family].schema
        let filter = try FilterReader(schema: schema, dialect: dialect, zone: state.zone)
            .read(parameters.anyCase("filter"))
        let order = try OrderReader(schema: schema, dialect: dialect, usual: usual).read(parameters.anyCase("order"))
        let start = ListRequest.start(parameters.anyCase("start"))
        let request = ListRequest(filter: filter, order: order, start: start)
        write(request, selected: parameters.anyCase("select"), &state, &answer)
    }

    func write(
        _ request: ListRequest, selected: Parameter?, _ state: inout PortalState, _ answer: inout Answer
    ) {
        let selection = selection(selected, state[family].schema)
        state.prepareList()
        let page = state[family].page(request)
        if let key {
            answer.json.beginObject()
            answer.json.name(key)
        }
        answer.json.beginArray()
        for position in page.positions {
            answer.json.beginObject()
            state[family].write(selection, of: position, face: face, to: &answer.json)
            answer.json.endObject()
        }
        answer.json.endArray()
        if key != nil { answer.json.endObject() }
        answer.total = page.total
        answer.next = page.next
    }

    private func selection(_ parameter: Parameter?, _ schema: Schema) -> Selection {
        let names = parameter?.elements?.compactMap(\.text) ?? parameter?.text.map { [$0] } ?? []
        let wanted = names.filter { !$0.isEmpty }
        guard wanted.isEmpty else { return Selection(wanted, schema: schema, dialect: dialect) }
        return sendsEverything ? .everything(of: schema) : .usual(of: schema)
    }
}
