import Bitrix24
import JSON

/// What the catalogue takes and how much of the API it knows.
enum CatalogueFigures {
    /// Its bytes, the milliseconds of a process's first look at a method, and the shares of methods whose parameters
    /// and whose results are known.
    static func all() -> [Double] {
        let start = processorTime()
        let call = PortalCall("crm.deal.get", ["id": 1])
        let checker = CallChecker(policy: .strict, isApplication: false)
        _ = try? checker.checked(call)
        _ = ResultTypes().result(of: call)
        let milliseconds = (processorTime() - start) * 1e3
        let methods = Array(Catalogue.methods)
        // A page without a table of parameters is of a method that takes none, or forgot them: nobody can tell.
        let parameters = methods.count { !$0.isMentionedOnly && !$0.isLoose && !$0.parameters.isEmpty }
        let results = methods.count { $0.result != nil }
        return [
            Double(Catalogue.byteCount), milliseconds, Double(parameters) / Double(methods.count),
            Double(results) / Double(methods.count),
        ]
    }
}
