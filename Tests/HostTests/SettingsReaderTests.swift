import CSV
import Reports
import Testing
import Trials

@testable import Host

@Suite struct SettingsReaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: What may be said

    @Test("every documented setting is read")
    func everything() throws {
        let settings = try load(
            """
            # Reports of the sales department
            portals:
              main:
                webhook_file: main.webhook     # chmod 600
              test:
                webhook: https://test.bitrix24.ru/rest/1/code/
            portal: main
            zone: Europe/Moscow
            locale: ru
            currency: EUR
            out: reports
            csv: { delimiter: ";", decimal: ",", bom: true, line_ending: lf, totals: no }
            """)
        #expect(settings.path == "\(folder.path)/lunokhod.yaml")
        #expect(
            settings.portals == [
                "main": PortalSettings(access: .webhookFile("main.webhook", line: 4)),
                "test": PortalSettings(access: .webhook("https://test.bitrix24.ru/rest/1/code/", line: 6)),
            ])
        #expect(settings.portal == "main")
        #expect(settings.zone == "Europe/Moscow")
        #expect(settings.locale == .ru)
        #expect(settings.currency == "EUR")
        #expect(settings.out == "reports")
        var csv = Settings.CSVChanges()
        (csv.delimiter, csv.decimalComma, csv.bom, csv.lineEnding, csv.totals) = (.semicolon, true, true, .lf, false)
        #expect(settings.csv == csv)
    }

    @Test("what is left out has its default", arguments: ["", "# nothing\n", "\n\n"])
    func defaults(text: String) throws {
        let settings = try load(text)
        #expect(settings.portals.isEmpty)
        #expect(settings.portal == nil)
        #expect(settings.zone == nil)
        #expect(settings.locale == .en)
        #expect(settings.currency == "RUB")
        #expect(settings.out == "out")
        #expect(settings.csv == Settings.CSVChanges())
    }

    @Test(
        "the delimiters of CSV have their signs or their name",
        arguments: [("\",\"", .comma), ("\";\"", .semicolon), ("tab", .tab), (#""\t""#, .tab)]
            as [(String, CSVOptions.Delimiter)])
    func delimiters(text: String, delimiter: CSVOptions.Delimiter) throws {
        #expect(try load("csv:\n  delimiter: \(text)").csv.delimiter == delimiter)
    }

    @Test("only the CSV options that are named change those of the locale")
    func csv() throws {
        let changed = try load("csv: { decimal: \".\", line_ending: CRLF }").csv.applied(to: .excelRu)
        var expected = CSVOptions.excelRu
        expected.decimalComma = false
        #expect(changed == expected)
    }

    // MARK: The environment

    @Test("the environment wins over the file")
    func environment() throws {
        let text = "portals: { a: { webhook_file: a }, b: { webhook_file: b } }\nportal: a\nzone: UTC\nlocale: ru"
        let settings = try load(
            text,
            environment: [
                "LUNOKHOD_PORTAL": "b", "LUNOKHOD_ZONE": "Asia/Almaty", "LUNOKHOD_LOCALE": "en_US.UTF-8",
                "LUNOKHOD_CURRENCY": "KZT", "LUNOKHOD_OUT": "elsewhere",
            ])
        #expect(settings.portal == "b")
        #expect(settings.zone == "Asia/Almaty")
        #expect(settings.locale == .en)
        #expect(settings.currency == "KZT")
        #expect(settings.out == "elsewhere")
    }

    @Test("an empty variable is none")
    func emptyVariable() throws {
        let settings = try load("zone: UTC\nlocale: ru", environment: ["LUNOKHOD_ZONE": "", "LUNOKHOD_LOCALE": ""])
        #expect(settings.zone == "UTC")
        #expect(settings.locale == .ru)
    }

    @Test("a variable with an unknown language is told by its name")
    func wrongVariable() {
        #expect(
            failure(in: "locale: ru", environment: ["LUNOKHOD_LOCALE": "de_DE"])
                == "LUNOKHOD_LOCALE is 'de_DE'; set it to ru or en")
    }

    // MARK: Mistakes

    @Test(
        "every mistake is told with its line and what to write instead",
        arguments: [
            ("zone: UTC\nlocal: ru", ":2: there is no 'local' in the settings; did you mean 'locale'?"),
            (
                "\n\nthing: 5",
                ":3: there is no 'thing' in the settings; "
                    + "there are portals, portal, zone, locale, currency, out, csv, strict, serve, "
                    + "alerts, calendar"
            ),
            ("zone: UTC\nlocale: de", ":2: locale is 'de'; write ru or en"),
            ("zone:", ":1: zone needs a value"),
            ("out: [a, b]", ":1: out needs a value"),
            ("currency: { RUB: 1 }", ":1: currency needs a value"),
            ("- zone\n- locale", ":1: the settings must be a list of `name: value` lines"),
            ("hello", ":1: the settings must be a list of `name: value` lines"),
            ("zone: UTC\nportals: main", ":2: portals must be a list of `name: value` lines"),
            ("portals:\n  main: here", ":2: portal 'main' must be a list of `name: value` lines"),
            (
                "portals:\n  main:\n    webhok_file: a",
                ":3: there is no 'webhok_file' in portal 'main'; did you mean 'webhook_file'?"
            ),
            (
                "portals:\n  main:\n    webhook_file: https://demo.bitrix24.ru/rest/1/x/",
                ":3: webhook_file must be the name of a file, not an address; put the address into that file"
            ),
            (
                "portals:\n  https://demo.bitrix24.ru/rest/1/x/: {}",
                ":2: a portal needs a name such as main; its address goes below, as webhook"
            ),
            (
                "portals:\n  main: {}",
                ":2: portal 'main' needs one of webhook_file (a file's name), webhook (an address) and application"
            ),
            (
                "portals:\n  main: { webhook_file: a, webhook: b }",
                ":2: portal 'main' needs one of webhook_file (a file's name), webhook (an address) and application"
            ),
            (
                "zone: UTC\nportal: mian\nportals:\n  main: { webhook_file: a }",
                ":2: portal names 'mian', which portals doesn't have; did you mean 'main'?"
            ),
            ("portal: main", ":1: portal names 'main', which portals doesn't have"),
            ("csv:\n  delimiter: \"|\"", ":2: csv.delimiter must be \";\", \",\" or tab"),
            ("csv:\n  decimal: comma", ":2: csv.decimal must be \",\" or \".\""),
            ("csv:\n  bom: maybe", ":2: csv.bom must be true or false"),
            ("csv:\n  totals: 5", ":2: csv.totals must be true or false"),
            ("csv:\n  line_ending: cr", ":2: csv.line_ending must be crlf or lf"),
            ("csv:\n  delimitr: tab", ":2: there is no 'delimitr' in csv; did you mean 'delimiter'?"),
            ("csv: on", ":1: csv must be a list of `name: value` lines"),
            ("zone: UTC\nlocale: ru\nzone: UTC", ":1: there is 'zone' twice here; leave one of them"),
        ])
    func mistakes(text: String, sentence: String) {
        #expect(failure(in: text) == "\(folder.path)/lunokhod.yaml\(sentence)")
    }

    @Test(
        "what isn't YAML is told with the line where it ends to be",
        arguments: [
            ("zone: UTC\n\tlocale: ru", 2), ("zone: \"UTC\nlocale: ru\n", 3), ("zone: UTC\n  locale: ru", 2),
            ("portals: { main: { webhook_file: a }\n", 2), ("csv: [\n", 2), ("zone: *nowhere", 1), ("zone: %", 1),
        ])
    func malformed(text: String, line: Int) throws {
        let sentence = try #require(failure(in: text))
        #expect(sentence.hasPrefix("\(folder.path)/lunokhod.yaml:\(line): this is not YAML"), "\(sentence)")
        #expect(!sentence.contains("\n"))
    }

    @Test("a file that isn't UTF-8 is told so")
    func encoding() throws {
        let path = try folder.write(Array("out: ".utf8) + [0xCE, 0xF2, 0xF7, 0xB8, 0xF2], to: "lunokhod.yaml")
        #expect(failure(at: path) == "\(path):1: the file is not UTF-8 text; save it as UTF-8")
    }

    @Test("a file that was named must be there")
    func missing() {
        let path = "\(folder.path)/other.yaml"
        #expect(
            failure(at: path)
                == "the settings file \(path) can't be read: no such file or directory; check its name and rights")
    }

    @Test("a folder in place of the file is told so")
    func folderInPlace() throws {
        let path = try folder.makeFolder("lunokhod.yaml")
        #expect(failure(at: path)?.hasPrefix("the settings file \(path) can't be read: ") == true)
    }

    @Test("an address that stands in the wrong place is not shown")
    func misplacedAddress() throws {
        let address = "https://demo.bitrix24.ru/rest/1/s3cr3tc0de/"
        let texts = [
            "portal: \(address)", "portals: \(address)", "portals:\n  main: \(address)", "\(address): main",
            "webhook: \(address)", "portals:\n  main:\n    webhook_file: \(address)",
            "portals:\n  main:\n    \(address): x", "portals:\n  \(address): {}", "locale: \(address)",
            "portals:\n  main:\n    webhook: \"\(address)", "portals:\n  main:\n    webhook: \(address)\n   x: {",
            "\(address): 1\n\(address): 2", "csv: { delimiter: \(address) }", "\(address)",
        ]
        for text in texts {
            let sentence = try #require(failure(in: text), "\(text)")
            #expect(!sentence.contains("s3cr3t"), "\(sentence)")
            #expect(!sentence.contains("rest/1"), "\(sentence)")
        }
    }

    @Test("no text makes the reader do worse than refuse it", arguments: 0..<200)
    func fuzz(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "portals", "portal", "zone", "csv", "webhook", "main", ":", ": ", "\n", "\n  ", "\n    ", "{", "}", "[",
            "]",
            "\"", "'", "- ", "#", "&a ", "*a", "!!str ", "|", ">", "%", "\t", "ё", "\u{0}", "? ", "---\n", "...", ",",
        ]
        let text = (0..<Int.random(in: 1...25, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
            .joined()
        guard let sentence = failure(in: text) else { return }
        #expect(sentence.hasPrefix("\(folder.path)/lunokhod.yaml:"), "\(sentence)")
        #expect(!sentence.contains("\n"), "\(sentence)")
    }

    // MARK: Reading

    private func load(_ text: String, environment: [String: String] = [:]) throws -> Settings {
        try Settings.load(path: folder.write(text, to: "lunokhod.yaml"), environment: environment)
    }

    private func failure(in text: String, environment: [String: String] = [:]) -> String? {
        guard let path = try? folder.write(text, to: "lunokhod.yaml") else { return "the file can't be written" }
        return failure(at: path, environment: environment)
    }

    private func failure(at path: String, environment: [String: String] = [:]) -> String? {
        do throws(HostFailure) {
            _ = try Settings.load(path: path, environment: environment)
            return nil
        } catch {
            #expect(error.exit == .usage)
            return error.description
        }
    }
}
