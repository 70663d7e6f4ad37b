import ArgumentParser
import Bitrix24
import Host
import JSON
import Reference
import Reports
import Spelling

/// `lunokhod methods`
struct Methods: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds methods of the portal's REST API, and shows one in full.",
        discussion: """
            Words find methods in English and Russian; a method's name shows its parameters, its result and an \
            example. Without words there are the scopes. It needs no portal.

            Example: lunokhod methods deal list
            Example: lunokhod methods добавить задачу
            Example: lunokhod methods crm.deal.list
            """)

    @Argument(
        help: "Words, a method's name such as crm.deal.list or tasks.task.get@3, or a family such as crm.deal.",
        completion: .custom { _, _, start in Methods.names(beginning: start) })
    var query: [String] = []

    @Option(help: "Only methods that this scope allows, such as crm.")
    var scope: String?

    @Flag(help: "Only methods that read.")
    var reads = false

    @Flag(help: "Only methods that change something.")
    var writes = false

    @Flag(help: "Only methods of REST 3.0.")
    var v3 = false

    @Option(help: "Show so many methods at most; 20 on a terminal, else all.")
    var limit: Int?

    @Flag(help: "Of one method, show all fields.")
    var all = false

    @Flag(help: "Print it as JSON.")
    var json = false

    func validate() throws {
        guard limit ?? 1 > 0 else { throw ValidationError("--limit is a number from 1") }
        guard !(reads && writes) else { throw ValidationError("--reads and --writes leave nothing; leave one of them") }
        guard let scope else { return }
        let names = ScopeCount.all.map(\.scope)
        guard names.contains(scope) else {
            throw ValidationError("there is no scope '\(scope)'\(NearestName(among: names).hint(for: scope))")
        }
    }

    func run() throws {
        let text = query.joined(separator: " ")
        if let method = method(text) {
            show(method)
        } else if text.isEmpty, scope == nil, !reads, !writes, !v3 {
            showScopes()
        } else {
            try search(text)
        }
    }

    /// The method that the query names.
    private func method(_ text: String) -> MethodFacts? {
        let name = MethodName(text)
        return v3 ? Catalogue.method(name.name, version: .three) : name.facts()
    }

    private static func names(beginning start: String) -> [String] {
        let names = Catalogue.names() + Catalogue.names(version: .three).map { $0 + "@3" }
        return names.filter { $0.lowercased().hasPrefix(start.lowercased()) }
    }

    /// The language that titles begin with: that of the settings, if there are some that can be read.
    private var language: Title.Language {
        let settings = try? Settings.load(path: nil, environment: Surroundings.environment)
        return settings?.locale == .ru ? .russian : .english
    }

    /// What the portal said of this webhook; nil if it wasn't asked.
    private var portal: PortalDescription? {
        let environment = Surroundings.environment
        guard let settings = try? Settings.load(path: nil, environment: environment) else { return nil }
        return try? DescriptionFile(portal: nil, settings: settings, environment: environment).load()
    }

    // MARK: Showing

    private func show(_ method: MethodFacts) {
        let standing = MethodStanding(of: method, in: portal)
        if json {
            write(method.facts(standing: standing))
        } else {
            let page = MethodPage(
                method: method, standing: standing, paper: Terminal.output.paper, language: language, showsAll: all)
            write(page.lines)
        }
    }

    private func showScopes() {
        let scopes = ScopeCount.all
        if json {
            write(.array(scopes.map(\.json)))
        } else {
            write(ScopeTable(paper: Terminal.output.paper, language: language).lines(scopes))
            tell("\(Catalogue.methods.reduce(0) { sum, _ in sum + 1 }) methods; go on with words, a scope or a name:")
            tell("  lunokhod methods deal list")
            tell("  lunokhod methods --scope crm --writes")
            tell("  lunokhod methods crm.deal.list")
        }
    }

    private func search(_ text: String) throws {
        var filter = MethodFilter()
        filter.scope = scope
        filter.isWrite = writes ? true : reads ? false : nil
        filter.version = v3 || MethodName(text).version == .three ? .three : nil
        let answer = MethodSearch(filter).find(text)
        guard !answer.methods.isEmpty else { return try fail(answer) }
        let most = limit ?? (Terminal.output.isWatched && !json ? 20 : Int.max)
        let shown = Array(answer.methods.prefix(most))
        if json { return write(.array(shown.map(\.summary))) }
        for (wrong, right) in answer.corrections { tell("nothing has '\(wrong)'; this is for '\(right)'") }
        write(MethodTable(paper: Terminal.output.paper, language: language).lines(shown))
        if shown.contains(where: \.isDeprecated) {
            tell("\(MethodTable.mark) deprecated; the method's page names what to use instead")
        }
        let more = answer.methods.count - shown.count
        if more > 0 { tell("\(more) more: --limit \(answer.methods.count), or another word") }
    }

    /// Says that nothing was found, in one sentence.
    private func fail(_ answer: MethodSearch.Answer) throws {
        let limits = scope == nil && !reads && !writes && !v3 ? "" : " among those that the options leave"
        var sentence = "no method is found"
        if !answer.unknown.isEmpty {
            let words = answer.unknown.map { "'\($0)'" }.joined(separator: ", ")
            sentence =
                "no method has \(words)\(limits) in its name or its title; try another word, or see the scopes with lunokhod methods"
        } else if answer.counts.count > 1 {
            let counts = answer.counts.map { "'\($0.word)' alone has \($0.count)" }.joined(separator: ", ")
            sentence = "no method has all of these words\(limits): \(counts)"
        } else {
            sentence += limits
        }
        if json {
            write(["ok": false, "error": ["message": .string(sentence)]])
            throw Ending.Reported(code: HostFailure.Exit.failed.rawValue)
        }
        throw HostFailure(sentence)
    }

    private func write(_ value: JSONValue) { Terminal.output.write(value.bytes + [UInt8(ascii: "\n")]) }

    private func write(_ lines: [String]) { Terminal.output.write(lines.joined(separator: "\n") + "\n") }

    private func tell(_ sentence: String) { Terminal.error.write(Terminal.error.styled(sentence, .dim) + "\n") }
}

extension ScopeCount {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["scope": .string(scope)]
        members["title"] = title.map { ["en": .string($0.english), "ru": .string($0.russian)] } ?? .null
        members["methods"] = .integer(methods)
        members["reads"] = .integer(reads)
        members["writes"] = .integer(writes)
        return .object(members)
    }
}
