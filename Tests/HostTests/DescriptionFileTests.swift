import Bitrix24
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct DescriptionFileTests {
    let folder: TemporaryFolder
    private let settings: Settings

    init() throws {
        folder = try TemporaryFolder()
        var settings = Settings()
        settings.path = "\(folder.path)/lunokhod.yaml"
        self.settings = settings
    }

    private func mode(of path: String) -> mode_t { FileFacts(path: path)?.rights ?? 0 }

    @Test("a description is read as it was written, from a file that only its owner can read")
    func saved() throws {
        var description = PortalDescription(asked: "2026-11-25")
        description.scopes = ["crm"]
        let file = DescriptionFile(named: "main", settings: settings)
        #expect(try file.load() == nil)
        try file.save(description)
        #expect(file.path == "\(folder.path)/.lunokhod/portals/main.json")
        #expect(try file.load() == description)
        #expect(mode(of: file.path) == 0o600)
        description.scopes = []
        try file.save(description)
        #expect(try file.load() == description)
        #expect(folder.names(in: ".lunokhod/portals") == ["main.json"])
    }

    @Test(
        "a name stays inside the folder",
        arguments: [("../../etc/x", "_._.._etc_x"), (".hidden", "_hidden"), ("", "portal"), ("Офис", "Офис")])
    func names(name: String, file: String) {
        let path = DescriptionFile(named: name, settings: settings).path
        let last = path.split(separator: "/").last.map(String.init)
        #expect(last == "\(file).json")
    }

    @Test("the file goes by the portal's name, or by the host of the webhook in the environment, without its secret")
    func chosen() {
        var settings = settings
        settings.portals = ["main": PortalSettings(access: .webhook("", line: 1))]
        #expect(DescriptionFile(portal: nil, settings: settings, environment: [:]).path.hasSuffix("/main.json"))
        #expect(DescriptionFile(portal: "x", settings: settings, environment: [:]).path.hasSuffix("/x.json"))
        let environment = ["LUNOKHOD_WEBHOOK": "https://office.bitrix24.ru/rest/1/s3cr3t/"]
        let file = DescriptionFile(portal: nil, settings: settings, environment: environment)
        #expect(file.path.hasSuffix("/office.bitrix24.ru.json"))
        let broken = DescriptionFile(portal: nil, settings: settings, environment: ["LUNOKHOD_WEBHOOK": "s3cr3t"])
        #expect(!broken.path.contains("s3cr3t"))
    }

    @Test("a file that is no description is told with what to do", arguments: ["", "{", "[]", #"{"version":9}"#])
    func damaged(text: String) throws {
        let file = DescriptionFile(named: "main", settings: settings)
        try file.save(PortalDescription(asked: ""))
        try folder.write(text, to: ".lunokhod/portals/main.json")
        let error = #expect(throws: HostFailure.self) { try file.load() }
        #expect(error?.description.contains(file.path) == true)
        #expect(error?.description.hasSuffix("; run `lunokhod types` to make it anew") == true)
    }
}
