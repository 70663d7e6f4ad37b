import Testing

@testable import Host

@Suite("Files that may be open")
struct OpenFilesTests {
    @Test(
        "connections from outside leave files for everything else",
        arguments: [(65_536, 1_024), (1_280, 1_024), (1_024, 768), (256, 16), (10, 16)])
    func connections(allowed: Int, expected: Int) {
        #expect(OpenFiles.connections(wanted: 1_024, allowed: allowed) == expected)
    }
}
