import Bitrix24

/// The parameters that a call can't do without, as the documentation has it.
struct NeededParameters {
    /// Their paths, those of the tables on the way among them.
    let paths: Set<[String]>

    init(of method: MethodFacts) {
        let parameters = method.parameters
        var paths = Self.required(parameters, at: [])
        for group in method.alternatives {
            let places = group.compactMap { Self.path(of: $0, in: parameters) }
            guard !places.contains(where: paths.contains), let first = places.first else { continue }
            for length in 1...first.count { paths.insert(Array(first.prefix(length))) }
        }
        self.paths = paths
    }

    /// The marks inside of optional tables count, too: they say what such a table must have once it is given.
    private static func required(_ parameters: [ParameterFacts], at path: [String]) -> Set<[String]> {
        parameters.reduce(into: []) { paths, parameter in
            let place = path + [parameter.name]
            if parameter.need == .required { paths.insert(place) }
            paths.formUnion(required(parameter.members, at: place))
        }
    }

    private static func path(of name: String, in parameters: [ParameterFacts], at path: [String] = []) -> [String]? {
        if parameters.contains(where: { $0.name == name }) { return path + [name] }
        for parameter in parameters {
            if let found = Self.path(of: name, in: parameter.members, at: path + [parameter.name]) { return found }
        }
        return nil
    }
}
