import DemoPortal

@testable import Bitrix24

extension DemoPortal {
    /// Its application with a fresh pair of tokens.
    func application(
        at address: DemoPortalAddress, secret: String? = nil, store: TestStore? = nil
    ) -> Application {
        Application(
            clientID: options.application.clientID, clientSecret: secret ?? options.application.clientSecret,
            server: address.tokenEndpoint, store: store ?? TestStore(tokens(at: address)))
    }

    private func tokens(at address: DemoPortalAddress) -> ApplicationToken {
        let pair = issueTokens()
        return ApplicationToken(access: pair.access, refresh: pair.refresh, endpoint: address.root, memberID: "m")
    }

    /// Serves, and hands over the application's portal.
    ///
    /// - Parameter attempts: how often a call is made at most
    func withApplication(
        attempts: Int = 1, secret: String? = nil,
        _ body: @Sendable @escaping (Portal, TestStore) async throws -> Void
    ) async throws {
        try await serve { address in
            let store = TestStore(self.tokens(at: address))
            let application = self.application(at: address, secret: secret, store: store)
            let options = TestPortal.options(attempts: attempts)
            try await TestPortal.with(.application(application), options) { try await body($0, store) }
        }
    }
}
