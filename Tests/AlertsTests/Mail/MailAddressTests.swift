import Testing

@testable import Alerts

@Suite struct MailAddressTests {
    @Test(
        "an address is a mailbox and a host in ASCII",
        arguments: [
            "admin@example.com", "first.last+alerts@xn--e1afmkfd.xn--p1ai", "o'hara@localhost",
        ])
    func right(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    @Test(
        "what could add a command, a header or another mailbox is refused",
        arguments: [
            "", "admin", "@example.com", "admin@", "a@b@c", "<a@example.com>", "A B <a@example.com>", "a@example.com,b",
            "a@example.com\r\nRCPT TO:<b@example.com>", "a\r\n@example.com", "a@exa mple.com", "админ@example.com",
            "a@пример.рф", "\"a\"@example.com", "a@example.com> SIZE=1",
        ])
    func wrong(text: String) {
        #expect(mistake { () throws(AlertMistake) in try MailAddress(text) } != nil)
    }
}
