import Alerts
import Ledger
import Logging
import Timetable

extension DaemonStaff {
    /// What people should know of slots.
    func heard(_ news: SlotNews) async {
        switch news {
        case .missed(let script, let portal, let count, let last):
            let slots = count == 1 ? "A slot was" : "\(count) slots were"
            await desk.happened(
                .missed, portal: portal, subject: script,
                "\(slots) not run at the time and will not be: \(last.reason ?? "it was missed")",
                details: ["the last one was due at \(Zone.utc.iso8601(last.due))"])
        case .late(let script, let portal, let due, let now):
            let late = now.unixSeconds - due.unixSeconds
            logger.warning("a slot is run \(late) s late", metadata: ["script": "\(script)"])
            await desk.happened(
                .late, portal: portal, subject: script,
                "The slot of \(Zone.utc.iso8601(due)) is run \(late) s late; the program or the machine was stopped")
        case .unrecorded(let error): await disturbed(error)
        }
    }

    /// What people should know of events.
    nonisolated func heard(_ news: EventNews) {
        Task {
            switch news {
            case .stopped(let script, let portal, let reason):
                logger.error("\(reason)", metadata: ["script": "\(script)"])
                await desk.happened(.loop, portal: portal, subject: script, reason)
            case .unrecorded(let error): await disturbed(error)
            }
        }
    }

    /// What came of a look for a portal's events.
    func heard(_ news: PullNews, of portal: String) async {
        switch news {
        case .asked(let error): await asked(portal, error)
        case .unread(let sentences):
            let list = sentences.joined(separator: "; ")
            obstacle("lists \(portal)", sentences.isEmpty ? nil : "on the portal '\(portal)' \(list)")
        }
    }

    /// The ledger can't do what it should.
    func disturbed(_ error: LedgerError) async {
        guard error != .busy else { return }
        obstacle("ledger", "the ledger can't be written: \(error)")
        await desk.happened(.disk, portal: "", subject: "ledger", "\(error)")
    }

    /// The ledger can be written.
    func undisturbed() async {
        obstacle("ledger", nil)
        await desk.recovered([.disk], portal: "", subject: "ledger")
    }

    /// Another program has changed the ledger: scripts may have been resumed.
    func ledgerChanged() async {
        let told = await desk.open.filter { $0.kind == .paused }
        guard !told.isEmpty, let paused = try? await ledger.paused() else { return }
        for topic in told where !paused.contains(where: { $0.portal == topic.portal && $0.script == topic.subject }) {
            await desk.recovered([.paused], portal: topic.portal, subject: topic.subject)
        }
    }

    /// Ends the troubles of scripts that were mended while the program was stopped.
    private func endMended() async {
        for topic in await desk.open where topic.kind == .broken && book.broken[topic.subject] == nil {
            await desk.recovered([.broken], portal: topic.portal, subject: topic.subject)
        }
    }

    /// Forgets the troubles of scripts and portals that are not there any more.
    func forgetGone() async {
        let (scripts, portals) = (Set(book.scripts.keys).union(book.broken.keys), Set(portals.keys))
        await desk.forget { topic in
            switch topic.kind {
            case .credential, .unreachable: !portals.contains(topic.portal)
            case .broken: !scripts.contains(topic.subject)
            case let kind where AlertKind.ofScripts.contains(kind):
                !portals.contains(topic.portal) || !scripts.contains(topic.subject)
            default: false
            }
        }
    }

    /// Tells what nobody was told before the program ended, and ends what is over since then. To be called once, with
    /// the scripts that are served, before jobs are taken.
    ///
    /// - Parameter knowsScripts: whether the scripts could be looked at; else none counts as gone.
    func catchUp(knowsScripts: Bool = true) async {
        if knowsScripts {
            await forgetGone()
            await endMended()
        }
        do throws(LedgerError) {
            for run in try await ledger.untold() {
                if let failure = FailedRun(run) { await failed(failure) }
            }
        } catch {
            await disturbed(error)
        }
        await ledgerChanged()
        if knowsScripts { await sayWaiting { book.scripts[$0] == nil && book.broken[$0] == nil } }
    }

    /// What a look at the scripts has changed.
    func heard(_ changes: [ScriptBook.Change]) async {
        var gone: Set<String> = []
        for change in changes {
            switch change {
            case .added(let name): logger.info("the script is served", metadata: ["script": "\(name)"])
            case .replaced(let name): logger.info("the script was changed", metadata: ["script": "\(name)"])
            case .removed(let name):
                gone.insert(name)
                logger.warning("the script is gone", metadata: ["script": "\(name)"])
                await desk.forget { AlertKind.ofScripts.contains($0.kind) && $0.subject == name }
            case .mended(let name):
                logger.info("the script is right again", metadata: ["script": "\(name)"])
                await desk.recovered([.broken], portal: "", subject: name)
            case .refused(let name, let reason, let goesOn):
                let sentence =
                    "the script can't be loaded, so it \(goesOn ? "goes on as it was" : "isn't run"): \(reason)"
                logger.error("\(sentence)", metadata: ["script": "\(name)"])
                await desk.happened(
                    .broken, portal: "", subject: name, sentence,
                    details: ["it is looked at again as soon as its file is changed"])
            case .passedOver(let name, let wasServed):
                if wasServed { gone.insert(name) }
                let more = wasServed ? " any more" : ""
                logger.log(
                    level: wasServed ? .warning : .info,
                    "the script returns no report, handler or job\(more), so only `lunokhod run` runs it",
                    metadata: ["script": "\(name)"])
                await desk.forget { AlertKind.ofScripts.contains($0.kind) && $0.subject == name }
            case .remarked(let name, let sentence):
                logger.warning("\(sentence)", metadata: ["script": "\(name)"])
            }
        }
        if !gone.isEmpty { await sayWaiting(for: gone.contains) }
    }
}
