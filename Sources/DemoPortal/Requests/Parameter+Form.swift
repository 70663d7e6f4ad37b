import Forms

extension Parameter {
    /// Copies a value of a form.
    init(form value: FormValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .list(let list): self = .list(list.map { Parameter(form: $0) })
        case .map(let map): self = .map(ParameterMap(map))
        }
    }
}

extension ParameterMap {
    /// Copies a group of a form.
    init(_ map: FormMap) { self.init(zip(map.names, map.values).lazy.map { ($0, Parameter(form: $1)) }) }
}
