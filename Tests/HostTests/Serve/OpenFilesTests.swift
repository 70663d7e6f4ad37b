import Testing

@testable import Host

@Suite("Files that may be open")
struct OpenFilesTests {
    @Test func `raising the limit a second time changes nothing`() {
        let first = OpenFiles.raise()
        #expect(first > OpenFiles.kept)
        #expect(OpenFiles.raise() == first)
    }
}
