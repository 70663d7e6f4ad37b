import Testing

@testable import Bitrix24

@Suite struct PageSizeTests {
    @Test("large pages share a request with fewer others")
    func large() {
        var size = PageSize()
        #expect(size.pages(50) == 50)
        size.received(bytes: 50 << 20, pages: 50)
        #expect(size.pages(50) == 16)
        size.received(bytes: 64 << 20, pages: 1)
        #expect(size.pages(50) == 1)
        size.received(bytes: 100_000, pages: 50)
        #expect(size.pages(50) == 50)
    }

    @Test("after an answer that was too large fewer pages are asked for, one at least")
    func refused() {
        var size = PageSize()
        size.refused(pages: 50)
        #expect(size.pages(50) == 12)
        size.refused(pages: 12)
        size.refused(pages: 3)
        #expect(size.pages(50) == 1)
    }
}
