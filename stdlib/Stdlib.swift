/// The Lua modules that are embedded in the sandbox.
public struct StdlibModule: Sendable {
    /// The name that `require` takes.
    public let name: String
    /// Its Lua source (UTF-8).
    public let source: [UInt8]

    /// Makes every script's environment; runs before it.
    public static let prelude = StdlibModule(name: "prelude", source: PackageResources.prelude_lua)

    /// What scripts and other modules can load.
    public static let all: [StdlibModule] = [
        StdlibModule(name: "b24", source: PackageResources.b24_lua),
        StdlibModule(name: "b24_batch", source: PackageResources.b24_batch_lua),
        StdlibModule(name: "b24_list", source: PackageResources.b24_list_lua),
        StdlibModule(name: "b24_names", source: PackageResources.b24_names_lua),
        StdlibModule(name: "dates", source: PackageResources.dates_lua),
        StdlibModule(name: "definition", source: PackageResources.definition_lua),
        StdlibModule(name: "definition_endings", source: PackageResources.definition_endings_lua),
        StdlibModule(name: "definition_kinds", source: PackageResources.definition_kinds_lua),
        StdlibModule(name: "every", source: PackageResources.every_lua),
        StdlibModule(name: "handler", source: PackageResources.handler_lua),
        StdlibModule(name: "job", source: PackageResources.job_lua),
        StdlibModule(name: "json", source: PackageResources.json_lua),
        StdlibModule(name: "log", source: PackageResources.log_lua),
        StdlibModule(name: "nearest", source: PackageResources.nearest_lua),
        StdlibModule(name: "numbers", source: PackageResources.numbers_lua),
        StdlibModule(name: "parallel", source: PackageResources.parallel_lua),
        StdlibModule(name: "parallel_crew", source: PackageResources.parallel_crew_lua),
        StdlibModule(name: "period", source: PackageResources.period_lua),
        StdlibModule(name: "report", source: PackageResources.report_lua),
        StdlibModule(name: "report_blocks", source: PackageResources.report_blocks_lua),
        StdlibModule(name: "rows", source: PackageResources.rows_lua),
        StdlibModule(name: "rows_aggregates", source: PackageResources.rows_aggregates_lua),
        StdlibModule(name: "rows_fields", source: PackageResources.rows_fields_lua),
        StdlibModule(name: "rows_group", source: PackageResources.rows_group_lua),
        StdlibModule(name: "rows_join", source: PackageResources.rows_join_lua),
        StdlibModule(name: "rows_object", source: PackageResources.rows_object_lua),
        StdlibModule(name: "rows_order", source: PackageResources.rows_order_lua),
        StdlibModule(name: "rows_pivot", source: PackageResources.rows_pivot_lua),
        StdlibModule(name: "rows_source", source: PackageResources.rows_source_lua),
        StdlibModule(name: "rows_verbs", source: PackageResources.rows_verbs_lua),
        StdlibModule(name: "store", source: PackageResources.store_lua),
        StdlibModule(name: "text", source: PackageResources.text_lua),
        StdlibModule(name: "text_checks", source: PackageResources.text_checks_lua),
        StdlibModule(name: "text_date", source: PackageResources.text_date_lua),
        StdlibModule(name: "text_letters", source: PackageResources.text_letters_lua),
        StdlibModule(name: "text_locales", source: PackageResources.text_locales_lua),
        StdlibModule(name: "text_words", source: PackageResources.text_words_lua),
    ]
}
