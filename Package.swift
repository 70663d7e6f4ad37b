// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the house; `needs` are targets of floors below, `products` come from packages.
func room(_ name: String, needs: [Target.Dependency] = [], products: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: needs + products, swiftSettings: strict)
}

func program(_ name: String, needs: [Target.Dependency] = [], products: [Target.Dependency] = []) -> Target {
    .executableTarget(name: name, dependencies: needs + products, swiftSettings: strict)
}

func tests(_ name: String, needs: [Target.Dependency], products: [Target.Dependency] = []) -> Target {
    .testTarget(name: name, dependencies: needs + products, swiftSettings: strict)
}

let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let dequeModule = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioHTTPCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let heapModule = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let swiftASN1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The Lua files that are embedded in the sandbox.
let stdlibModules = [
    "b24",
    "b24_batch",
    "b24_list",
    "b24_names",
    "dates",
    "definition",
    "definition_endings",
    "definition_kinds",
    "every",
    "handler",
    "job",
    "json",
    "log",
    "nearest",
    "numbers",
    "parallel",
    "parallel_crew",
    "period",
    "prelude",
    "report",
    "report_blocks",
    "rows",
    "rows_aggregates",
    "rows_fields",
    "rows_group",
    "rows_join",
    "rows_object",
    "rows_order",
    "rows_pivot",
    "rows_source",
    "rows_verbs",
    "store",
    "text",
    "text_checks",
    "text_date",
    "text_letters",
    "text_locales",
    "text_words",
]

/// What an editor knows of the modules that scripts see. Embedded files of one name would be one, so these have an
/// ending of their own.
let stdlibTypes = [
    "b24", "b24_names", "every", "handler", "job", "json", "log", "parallel", "period", "report", "rows", "sandbox",
    "store", "text",
]

/// What an administrator begins a workspace and its scripts with.
let templates = [
    "gitignore.txt", "handler.lua", "handler_record.lua", "job.lua", "report.lua", "script.lua", "settings.yaml",
]

let package = Package(
    name: "lunokhod",
    products: [
        .executable(name: "lunokhod", targets: ["lunokhod"]),
        .executable(name: "lunokhod-sandbox", targets: ["lunokhod-sandbox"]),
        // A portal for programs in Swift, and the emulated one for their tests.
        .library(name: "Bitrix24", targets: ["Bitrix24"]),
        .library(name: "DemoPortal", targets: ["DemoPortal"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.1"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // Floor 0: the C libraries and what is embedded.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CLua", linkerSettings: [.linkedLibrary("lua5.4")]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(
            name: "Stdlib", path: "stdlib", sources: ["Stdlib.swift", "StdlibTypes.swift"],
            resources: stdlibModules.map { .embedInCode($0 + ".lua") }
                + stdlibTypes.map { .embedInCode("meta/" + $0 + "_types.lua") }, swiftSettings: strict),
        .target(
            name: "Templates", resources: templates.map { .embedInCode($0) }, swiftSettings: strict),

        // What several targets' tests share.
        .target(name: "Trials", dependencies: [logging], path: "Tests/Trials", swiftSettings: strict),
        .target(
            name: "TrialServers", dependencies: [nioCore, nioPosix, nioSSL, x509, crypto, swiftASN1],
            path: "Tests/TrialServers", swiftSettings: strict),

        // Floor 1
        room("CSV"),
        room("Forms"),
        room("JSON", needs: ["CSimdJSON"]),
        room("Spelling"),
        room("Wire"),
        tests("CSVTests", needs: ["CSV", "Trials"]),
        tests("FormsTests", needs: ["Forms", "Trials"]),
        tests("JSONTests", needs: ["JSON"]),
        tests("SpellingTests", needs: ["Spelling"]),
        tests("WireTests", needs: ["Wire"]),

        // Floor 2
        room("LuaVM", needs: ["CLua", "JSON"]),
        room("Exports", needs: ["CSV", "JSON", "Spelling"]),
        tests("ExportsTests", needs: ["CSV", "Exports", "JSON", "Trials"]),
        room("Ledger", products: [grdb, crypto]),
        tests("LedgerTests", needs: ["Ledger", "Trials"], products: [grdb]),
        room("Reports", needs: ["CSV", "JSON", "Spelling"]),
        room("Timetable", needs: ["Spelling"]),
        tests("ReportsTests", needs: ["CSV", "Reports", "JSON", "Trials"]),
        tests("TimetableTests", needs: ["Timetable", "Trials"]),
        room(
            "Bitrix24", needs: ["JSON", "Spelling"],
            products: [
                httpClient, nioCore, nioHTTP1, nioPosix, nioSSL, nioHTTPCompression, logging, metrics, dequeModule,
            ]),
        tests(
            "Bitrix24Tests", needs: ["Bitrix24", "DemoPortal", "JSON", "Trials", "TrialServers"],
            products: [nioCore, nioHTTP1, nioHTTPCompression, nioPosix, nioSSL]),
        tests("LuaVMTests", needs: ["LuaVM", "JSON", "Stdlib", "Trials"]),

        // Floor 3
        room("Reference", needs: ["Bitrix24", "JSON", "Spelling"]),
        tests("ReferenceTests", needs: ["Bitrix24", "JSON", "LuaVM", "Reference", "Stdlib"]),
        room(
            "Scripting", needs: ["Bitrix24", "JSON", "Timetable", "Wire"],
            products: [subprocess, systemPackage]),
        tests(
            "ScriptingTests",
            needs: [
                "Scripting", "Bitrix24", "DemoPortal", "JSON", "Timetable", "Trials", "lunokhod", "lunokhod-sandbox",
            ]),

        room("Alerts", needs: ["CCurl", "JSON", "Timetable"], products: [subprocess, systemPackage]),
        tests(
            "AlertsTests", needs: ["Alerts", "JSON", "Trials", "TrialServers"],
            products: [nioCore, nioPosix, nioHTTP1, nioSSL, systemPackage]),
        room(
            "Ingress", needs: ["Forms", "JSON", "Spelling"],
            products: [nioCore, nioPosix, nioHTTP1, nioSSL, serviceLifecycle, logging, metrics, crypto]),
        tests(
            "IngressTests", needs: ["Forms", "Ingress", "JSON", "Trials", "TrialServers"],
            products: [
                httpClient, nioCore, nioEmbedded, nioPosix, nioHTTP1, nioSSL, serviceLifecycle, logging, metrics,
            ]),

        room("EditorTypes", needs: ["Bitrix24", "JSON", "Stdlib"]),
        tests("EditorTypesTests", needs: ["Bitrix24", "EditorTypes", "JSON", "LuaVM", "Stdlib", "Trials"]),

        // Floor 4
        room(
            "Host",
            needs: [
                "Alerts", "Bitrix24", "CSV", "EditorTypes", "Exports", "Ingress", "JSON", "Ledger", "Reports",
                "Scripting",
                "Spelling", "Templates", "Timetable",
            ],
            products: [yams, heapModule, serviceLifecycle, unixSignals, logging, metrics, crypto]),
        tests(
            "HostTests",
            needs: [
                "Alerts", "Bitrix24", "CSV", "DemoPortal", "EditorTypes", "Exports", "Host", "Ingress", "JSON",
                "Ledger",
                "Reports", "Scripting", "Timetable", "Trials", "lunokhod-sandbox",
            ]),
        room(
            "DemoPortal", needs: ["Forms", "JSON", "Timetable"],
            products: [hummingbird, httpClient, logging, nioCore, nioHTTP1, httpTypes]),
        tests(
            "DemoPortalTests", needs: ["DemoPortal", "Forms", "JSON", "Timetable"],
            products: [httpClient, httpTypes, hummingbird, nioCore]),

        // Floor 5: the programs.
        program(
            "lunokhod",
            needs: [
                "Bitrix24", "DemoPortal", "Host", "Ingress", "JSON", "Ledger", "Reference", "Reports", "Scripting",
                "Spelling", "Timetable",
            ],
            products: [argumentParser, logging, metrics]),
        tests("CommandTests", needs: ["JSON", "Ledger", "Timetable", "Trials", "lunokhod"]),
        tests(
            "StoryTests",
            needs: [
                "DemoPortal", "Forms", "JSON", "Ledger", "Timetable", "TrialServers", "lunokhod", "lunokhod-sandbox",
            ],
            products: [grdb, httpClient, nioCore, nioHTTP1, nioSSL, subprocess, systemPackage]),
        program("lunokhod-sandbox", needs: ["JSON", "LuaVM", "Stdlib", "Wire"]),

        // What `make bench` measures inside a process.
        .executableTarget(
            name: "yardstick", dependencies: ["Bitrix24", "CSV", "DemoPortal", "Exports", "JSON", "LuaVM", "Stdlib"],
            path: "Benchmarks/Yardstick", swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
