import AsyncHTTPClient
import DemoPortal
import Foundation
import Ledger
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

extension ServedWorkspace {
    /// Settings with one portal, `main`, whose webhook and token are in files.
    static let settings = "portals:\n  main: { webhook_file: main.webhook, events: { token_file: token } }\n"

    /// A workspace that is served by its files alone.
    ///
    /// - Parameters:
    ///   - scripts: the texts by the names of their files below `scripts`
    ///   - settings: what follows the settings of the portal
    static func make(
        _ scripts: [String: String], _ address: DemoPortalAddress, settings more: String = ""
    ) throws -> ServedWorkspace {
        let workspace = try Workspace()
        for folder in ["handlers", "jobs"] {
            try FileManager.default.createDirectory(
                atPath: "\(workspace.path)/scripts/\(folder)", withIntermediateDirectories: true)
        }
        for (name, text) in scripts { try workspace.write("scripts/\(name)", text) }
        try workspace.write("main.webhook", address.webhook, mode: 0o600)
        try workspace.write("token", token, mode: 0o600)
        try workspace.write("lunokhod.yaml", settings + more)
        return ServedWorkspace(
            workspace: workspace, environment: ["PATH": "/usr/bin:/bin", "HOME": workspace.path])
    }

    /// The program for a command beside it.
    var program: Program { Program(workspace: workspace, environment: environment) }

    /// The jobs in some states; all without them.
    func jobs(_ states: Set<JobState> = []) async throws -> [Job] {
        let ledger = try ledger()
        defer { ledger.close() }
        return try await ledger.jobs(JobFilter(states: states), most: 1_000)
    }

    /// What scripts have logged so far.
    func logged() async throws -> [String] {
        let ledger = try ledger()
        defer { ledger.close() }
        var lines: [String] = []
        for run in try await ledger.runs(most: 1_000) { lines += try await ledger.run(run.id)?.log.map(\.text) ?? [] }
        return lines
    }

    /// The lines of the program's log so far that have a text.
    func lines(_ text: String) -> [Substring] {
        String(decoding: workspace.read(Self.log) ?? [], as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(text) }
    }

    /// Tells it to read everything again, and waits until its log has one more line with a text.
    func reload(_ start: Start, until text: String) async throws {
        let before = lines(text).count
        start.reload()
        try await Self.soon { lines(text).count > before }
    }

    /// Expects that something will be so.
    static func soon(
        sourceLocation: SourceLocation = #_sourceLocation, _ isSo: () async throws -> Bool
    ) async throws {
        let isReached = try await until(isSo)
        #expect(isReached, sourceLocation: sourceLocation)
    }

    /// Posts an event by TLS as the portal does; the status of the answer, nil if the server's certificate isn't that one.
    static func post(_ body: [UInt8], byTLSTo port: Int, trusting pem: String) async throws -> Int? {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem)])
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        // A certificate that isn't that one doesn't become it.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        var request = HTTPClientRequest(url: "https://127.0.0.1:\(port)/events/main")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(bytes: body))
        let status: Int?
        do {
            status = Int(try await client.execute(request, timeout: .seconds(60)).status.code)
        } catch is NIOSSLError {
            status = nil
        } catch is NIOSSLExtraError {
            status = nil
        }
        try await client.shutdown()
        return status
    }
}
