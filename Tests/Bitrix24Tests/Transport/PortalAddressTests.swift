import Testing

@testable import Bitrix24

@Suite struct PortalAddressTests {
    private static let path = "/rest/1/s3cr3tc0de/crm.deal.list"

    @Test(
        "a portal that moved is followed",
        arguments: [
            ("https://old.bitrix24.ru", "https://new.bitrix24.ru", "https://new.bitrix24.ru"),
            ("https://old.bitrix24.ru", "https://new.bitrix24.com.br", "https://new.bitrix24.com.br"),
            ("http://box.example", "https://box.example", "https://box.example"),
            ("https://box.example/portal", "https://crm.example/b24", "https://crm.example/b24"),
            ("http://127.0.0.1:81", "http://127.0.0.1:82", "http://127.0.0.1:82"),
        ])
    func followed(old: String, new: String, address: String) throws {
        let portal = try #require(PortalAddress(old))
        #expect(portal.successor(location: new + Self.path, path: Self.path)?.description == address)
        #expect(portal.successor(location: new + Self.path + "/?x=1", path: Self.path)?.description == address)
    }

    @Test(
        "nothing else is, so that a credential goes nowhere else",
        arguments: [
            ("https://old.bitrix24.ru", "https://old.bitrix24.ru/login/"),
            ("https://old.bitrix24.ru", "/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "http://new.bitrix24.ru/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://evil.example/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://x.bitrix24.evil.example/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://bitrix24.ru/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://a@new.bitrix24.ru/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://box.example", "https://crm.example/rest/2/other/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://old.bitrix24.ru/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", "https://new.bitrix24.ru/rest/1/s3cr3tc0de/crm.deal.list/login"),
            ("https://old.bitrix24.ru", "https://new.bitrix24.ru/login?to=/rest/1/s3cr3tc0de/crm.deal.list"),
            ("https://old.bitrix24.ru", ""),
        ])
    func notFollowed(old: String, location: String) throws {
        #expect(try #require(PortalAddress(old)).successor(location: location, path: Self.path) == nil)
        #expect(try #require(PortalAddress(old)).successor(location: nil, path: Self.path) == nil)
    }

    @Test("of any address the scheme and the host may be shown, and nothing else")
    func root() {
        #expect(PortalAddress.root(of: "https://login.example/auth?to=/rest/1/s3cr3tc0de/") == "https://login.example")
        #expect(PortalAddress.root(of: "https://a:s3cr3tc0de@login.example/") == nil)
        #expect(PortalAddress.root(of: "/auth") == nil)
    }

    @Test("an application's endpoint is an address with what follows /rest left out")
    func endpoint() {
        #expect(PortalAddress("https://demo.bitrix24.ru/rest/")?.description == "https://demo.bitrix24.ru")
        #expect(PortalAddress("https://box.example:444/a/b/rest/")?.prefix == "/a/b")
        #expect(PortalAddress("ftp://x/rest/") == nil)
        #expect(PortalAddress("https:///rest/") == nil)
        #expect(PortalAddress("https://ho st/rest/") == nil)
    }
}
