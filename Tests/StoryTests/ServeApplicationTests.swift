import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// The real `lunokhod serve` as an application of the demo portal.
@Suite struct ServeApplicationTests {
    private static let key = String(repeating: "5e", count: 32)

    private let seen = """
        return handler {
          on = { "ONCRMDEALADD", "ONCRMDEALDELETE" },
          scopes = { "crm" },
          run = function(event) log.info("saw " .. event.name .. " of " .. event.id) end,
        }
        """

    private func portal() -> DemoPortal {
        var options = DemoPortalOptions()
        options.deals = 10
        return DemoPortal(options: options)
    }

    /// A workspace whose portal is used through its application.
    private func served(_ portal: DemoPortal, _ address: DemoPortalAddress, events: String) throws -> ServedWorkspace {
        let workspace = try Workspace()
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        try workspace.write("scripts/seen.lua", seen)
        try workspace.write("secret", portal.options.application.clientSecret, mode: 0o600)
        try workspace.write("event.token", portal.applicationToken, mode: 0o600)
        let tokens = portal.issueTokens()
        let pair: JSONValue = [
            "access_token": .string(tokens.access), "refresh_token": .string(tokens.refresh),
            "client_endpoint": .string(address.root), "member_id": "demo",
        ]
        try workspace.write("tokens", String(decoding: pair.bytes, as: UTF8.self), mode: 0o600)
        try workspace.write(
            "lunokhod.yaml",
            """
            portals:
              main:
                application:
                  client_id: \(portal.options.application.clientID)
                  client_secret_file: secret
                  tokens_file: tokens
                  server: \(address.tokenEndpoint)
                events: \(events)
            """)
        return ServedWorkspace(
            workspace: workspace, environment: ["LUNOKHOD_LEDGER_KEY": Self.key, "PATH": "/usr/bin:/bin"])
    }

    private func soon(
        _ isSo: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let isReached = try await ServedWorkspace.until(isSo)
        #expect(isReached, sourceLocation: sourceLocation)
    }

    private func done(_ served: ServedWorkspace) async throws -> Int {
        let ledger = try served.ledger()
        defer { ledger.close() }
        return try await ledger.jobs(JobFilter(states: [.done]), most: 100).count
    }

    private func sources(_ served: ServedWorkspace) async throws -> Set<String> {
        let ledger = try served.ledger()
        defer { ledger.close() }
        return Set(try await ledger.events(most: 100).map(\.source))
    }

    @Test func `an application takes its events out of the portal's queue, with tokens that are only in the ledger`()
        async throws
    {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(portal, address, events: "{ every: 5 }")
            let ending = try await served.serve { _ in
                try await soon { portal.boundEvents.count == 2 }
                portal.expireAccessTokens()
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "Слон"]])
                _ = portal.answer("crm.deal.delete", ["id": 3])
                try await soon { try await done(served) == 2 }
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(try await sources(served) == ["offline"])
            #expect(served.workspace.read("tokens") == nil)
            // The next start begins with what was bought.
            try await served.serve { _ in
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "Жираф"]])
                try await soon { try await done(served) == 3 }
            }
        }
    }

    @Test func `an application's events are registered at the address of the settings, and unknown ones told`()
        async throws
    {
        let port = LoopbackPort.free()
        let portal = portal()
        try await portal.serve { address in
            let served = try served(
                portal, address,
                events: "{ address: \"http://127.0.0.1:\(port)/events/main\", token_file: event.token, every: 5 }")
            try served.workspace.write("scripts/odd.lua", "return handler { on = { \"ONNOSUCHTHING\" }, run = print }")
            let ending = try await served.serve(listen: port) { _ in
                try await soon { portal.boundEvents.count == 2 }
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "Слон"]])
                try await soon { try await done(served) == 1 }
            }
            #expect(try await sources(served) == ["online"])
            #expect(ending.log.contains("ONNOSUCHTHING can't be registered"), "\(ending.log)")
            #expect(!ending.log.contains(portal.applicationToken))
        }
    }
}
