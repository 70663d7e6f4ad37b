import ArgumentParser
import Glibc
import Host
import Ingress
import Logging
import Metrics
import Scripting

/// `lunokhod serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs scripts on their schedules and when something happens in the portal.",
        usage: "lunokhod serve [<options>]",
        discussion: """
            It serves the scripts in the folder scripts, and reads them again when they change. Events come to \
            http://HOST:PORT/events/PORTAL, or are asked for where the portal can't reach this machine. SIGTERM or \
            Ctrl-C ends it when the jobs that run are done; SIGHUP has it read everything again.

            Example: lunokhod serve
            Example: lunokhod serve --listen 127.0.0.1:8080 --log json
            """)

    @Option(help: "Where events come in: HOST:PORT or off; 127.0.0.1:8080 if not set.")
    var listen: String?

    @Option(help: "Where /healthz, /readyz and /metrics are: HOST:PORT or off; 127.0.0.1:9090 if not set.")
    var operations: String?

    @Option(help: "How many jobs run at the same time; 8 if not set.")
    var workers: Int?

    @Option(help: "How the log is written.")
    var log = LogForm.text

    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"]))
    var settings: String?

    @Flag(help: "Log jobs that went well and requests, too.")
    var verbose = false

    func validate() throws {
        if let workers, !(1...1_000).contains(workers) { throw ValidationError("--workers is a number from 1 to 1000") }
    }

    func run() async throws {
        let environment = Surroundings.environment
        let level: Logger.Level = verbose ? .debug : .info
        let form = log
        LoggingSystem.bootstrap { _ in ServeLog(form: form, logLevel: level) }
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        // A reader that goes away, as of a pipe, is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        let logger = Logger(label: "serve")
        let (path, listen, operations, workers) = (settings, listen, operations, workers)
        let serving = Serving(
            environment: environment, sandbox: try Sandbox.find(environment: environment), metrics: metrics,
            logger: logger, told: { Self.tell($0, environment: environment, logger: logger) },
            load: { () throws(HostFailure) in
                var chosen = try Settings.load(path: path, environment: environment)
                try chosen.apply(listen: listen, operations: operations, workers: workers)
                return chosen
            })
        try await serving.run()
    }

    private static func tell(_ news: Serving.News, environment: [String: String], logger: Logger) {
        switch news {
        case .serving(let events, let operations):
            var fields: Logger.Metadata = [:]
            if let events { fields["events"] = "port \(events)" }
            if let operations { fields["operations"] = "port \(operations)" }
            logger.notice("serving", metadata: fields)
            Notification.tell("READY=1", environment: environment)
        case .reloading:
            Notification.tell(Notification.reloading(at: Notification.monotonicTime), environment: environment)
        case .goesOn: Notification.tell("READY=1", environment: environment)
        }
    }
}

/// How log lines are written.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One JSON object a line.
    case json
}
