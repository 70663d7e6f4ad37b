import Testing

@testable import DemoPortal

@Suite("The address of a handler")
struct HandlerAddressTests {
    @Test(
        "is on this machine",
        arguments: [
            "http://127.0.0.1:8080/events/demo", "HTTPS://LocalHost", "http://[::1]:1?a=b", "http://localhost#x",
        ])
    func local(address: String) { #expect(HandlerAddress.isLocal(address)) }

    @Test(
        "is elsewhere or none",
        arguments: [
            "http://192.0.2.1/", "http://127.0.0.1.example.invalid/", "http://127.0.0.1@example.invalid/",
            "http://127.0.0.1:80@example.invalid/", "http://localhost\\@example.invalid", "ftp://127.0.0.1/",
            "127.0.0.1",
            "http://127.0.0.1:/", "http://127.0.0.1:99999/", "http://127.0.0.1/a b", "",
        ])
    func elsewhere(address: String) { #expect(!HandlerAddress.isLocal(address)) }
}
