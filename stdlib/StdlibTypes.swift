/// What an editor should know of a public module: annotations for the Lua language server.
public struct StdlibTypes: Sendable {
    /// The module's name.
    public let name: String
    /// Lua that only declares (UTF-8).
    public let source: [UInt8]

    /// The types of all modules that scripts see, and of the sandbox's own functions.
    public static let all: [StdlibTypes] = [
        StdlibTypes(name: "b24", source: PackageResources.b24_types_lua),
        StdlibTypes(name: "b24_names", source: PackageResources.b24_names_types_lua),
        StdlibTypes(name: "every", source: PackageResources.every_types_lua),
        StdlibTypes(name: "handler", source: PackageResources.handler_types_lua),
        StdlibTypes(name: "job", source: PackageResources.job_types_lua),
        StdlibTypes(name: "json", source: PackageResources.json_types_lua),
        StdlibTypes(name: "log", source: PackageResources.log_types_lua),
        StdlibTypes(name: "parallel", source: PackageResources.parallel_types_lua),
        StdlibTypes(name: "period", source: PackageResources.period_types_lua),
        StdlibTypes(name: "report", source: PackageResources.report_types_lua),
        StdlibTypes(name: "rows", source: PackageResources.rows_types_lua),
        StdlibTypes(name: "sandbox", source: PackageResources.sandbox_types_lua),
        StdlibTypes(name: "store", source: PackageResources.store_types_lua),
        StdlibTypes(name: "text", source: PackageResources.text_types_lua),
    ]
}
