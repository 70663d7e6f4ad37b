import Testing

@testable import Bitrix24

@Suite struct WebhookTests {
    /// A code that would be found again wherever it showed up.
    private static let code = "s3cr3tc0de0000000"

    @Test(
        "every form in which an address is copied is read",
        arguments: [
            ("https://demo.bitrix24.ru/rest/1/CODE/", "https://demo.bitrix24.ru"),
            ("https://demo.bitrix24.ru/rest/1/CODE", "https://demo.bitrix24.ru"),
            ("https://demo.bitrix24.ru/rest/1/CODE/profile.json", "https://demo.bitrix24.ru"),
            ("https://demo.bitrix24.ru/rest/1/CODE/crm.deal.list/", "https://demo.bitrix24.ru"),
            (" \t https://demo.bitrix24.ru/rest/1/CODE/ \r\n\n", "https://demo.bitrix24.ru"),
            ("HTTPS://Demo.Bitrix24.RU/rest/1/CODE/", "https://demo.bitrix24.ru"),
            ("http://127.0.0.1:8080/rest/1/CODE/", "http://127.0.0.1:8080"),
            ("http://[::1]:8080/rest/1/CODE/", "http://[::1]:8080"),
            ("https://office.example/portal/bitrix/rest/1/CODE/", "https://office.example/portal/bitrix"),
        ])
    func forms(text: String, portal: String) throws {
        let webhook = try Webhook(text.replacing("CODE", with: Self.code))
        #expect(webhook.portal == portal)
        #expect(webhook.user == "1")
        #expect(
            (webhook.portal + webhook.path(of: "crm.deal.list", version: .two))
                == "\(portal)/rest/1/\(Self.code)/crm.deal.list")
    }

    @Test("its parts are told apart")
    func parts() throws {
        let webhook = try Webhook("https://office.example:444/portal/rest/17/\(Self.code)/")
        #expect(webhook.scheme == "https")
        #expect(webhook.host == "office.example:444")
        #expect(webhook.prefix == "/portal")
        #expect(webhook.user == "17")
    }

    @Test(
        "an address without http:// or https:// is told so",
        arguments: [
            "", " ", "CODE", "demo.bitrix24.ru/rest/1/CODE/", "ftp://demo.bitrix24.ru/rest/1/CODE/",
            "https:/demo.bitrix24.ru/rest/1/CODE/", "//demo.bitrix24.ru/rest/1/CODE/", "rest/1/CODE",
        ])
    func scheme(text: String) {
        #expect(mistake(in: text) == .scheme)
    }

    @Test(
        "an address without a proper host is told so",
        arguments: [
            "https://", "https:///rest/1/CODE/", "https://:8080/rest/1/CODE/", "https://user@demo.ru/rest/1/CODE/",
            "https://demo bitrix24.ru/rest/1/CODE/", "https://портал.рф/rest/1/CODE/", "https://demo.ru?x/rest/1/CODE/",
        ])
    func host(text: String) {
        #expect(mistake(in: text) == .host)
    }

    @Test(
        "an address that leads elsewhere than to a webhook is told so",
        arguments: [
            "https://demo.bitrix24.ru", "https://demo.bitrix24.ru/", "https://demo.bitrix24.ru/rest/",
            "https://demo.bitrix24.ru/rest/1", "https://demo.bitrix24.ru/rest/1/",
            "https://demo.bitrix24.ru/rest//CODE/",
            "https://demo.bitrix24.ru/rest/CODE/1/", "https://demo.bitrix24.ru/rest/1/CODE?auth=5",
            "https://demo.bitrix24.ru/rest/1/CO%20DE/", "https://demo.bitrix24.ru/devops/edit/in-hook/5/",
            "https://demo.bitrix24.ru/a b/rest/1/CODE/", "https://demo.bitrix24.ru/rest/١/CODE/",
        ])
    func path(text: String) {
        #expect(mistake(in: text) == .path)
    }

    @Test("each mistake has its own reason, which can stand behind the name of a setting")
    func reasons() {
        let reasons = [Webhook.Mistake.scheme, .host, .path].map(\.reason)
        #expect(Set(reasons).count == 3)
        #expect(reasons.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") && $0.first?.isLowercase == true })
    }

    @Test("the secret code is in nothing that shows the webhook")
    func secrecy() throws {
        let webhook = try Webhook("https://demo.bitrix24.ru/rest/1/\(Self.code)/")
        var dumped = ""
        dump(webhook, to: &dumped)
        dump(["webhook": webhook], to: &dumped)
        let shown = [
            webhook.description, webhook.debugDescription, "\(webhook)", String(reflecting: webhook), dumped,
            "\([webhook])", "\(Optional(webhook) as Any)", webhook.portal,
            "\(Mirror(reflecting: webhook).children.map { $0 })",
        ]
        for text in shown { #expect(!text.contains(Self.code), "\(text)") }
        #expect(webhook.description == "https://demo.bitrix24.ru/rest/1/…/")
    }

    private func mistake(in text: String) -> Webhook.Mistake? {
        do throws(Webhook.Mistake) {
            _ = try Webhook(text.replacing("CODE", with: Self.code))
            return nil
        } catch {
            return error
        }
    }
}
