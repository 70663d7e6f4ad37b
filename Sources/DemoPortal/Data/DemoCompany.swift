import Timetable

/// The company that the demo portal shows: «Северный ветер», which sells equipment for industry.
struct DemoCompany {
    /// How long the deals reach back.
    static let days = 540

    let options: DemoPortalOptions

    /// The portal with all its data.
    func state() -> PortalState {
        let zone = options.zone
        // Nothing has happened yet today: the data are the same at any hour.
        let yesterday = options.today.adding(days: -1)
        let recent = WorkCalendar(last: yesterday, days: DemoCompany.days, zone: zone)
        let past = WorkCalendar(last: yesterday.adding(days: -DemoCompany.days), days: 700, zone: zone)
        var state = PortalState(
            zone: zone, user: options.webhookUser, scopes: Set(options.scopes), clock: clock(zone: zone),
            tokens: TokenLedger(options.application, seed: options.seed),
            workload: Workload(limits: options.limits, latency: options.latency))
        state.port = options.port
        state.faults = FaultQueue(options.faults)
        state.move = options.movedTo.map { PortalMove(to: $0, status: .found) }
        state.turnover = options.churn.map(Turnover.init)
        let sellers = OfficeData(seed: options.seed, today: options.today, zone: zone).fill(&state)
        DirectoryData.fill(&state, created: past.moment(at: 0))
        // Everything else goes along with the deals, but not without end.
        let deals = max(0, options.deals)
        let measure = min(deals, 3_000)
        let clients = ClientData(seed: options.seed, past: past, recent: recent, sellers: sellers, zone: zone)
        clients.addCompanies(measure / 5, &state)
        clients.addContacts(measure / 2, &state)
        clients.addLeads(measure * 4 / 15, &state)
        DealData(seed: options.seed, calendar: recent, sellers: sellers, lastWeek: lastWeek(zone), zone: zone)
            .add(deals, &state)
        let work = WorkData(seed: options.seed, calendar: recent, zone: zone)
        work.addTasks(measure / 3, &state)
        work.addItems(.contract, measure / 15, title: "Договор", staff: sellers.map(\.user), &state)
        work.addItems(.purchase, measure / 15, title: "Заявка на закупку", staff: buyers(state), &state)
        let custom = CustomData(seed: options.seed, zone: zone, people: sellers.map(\.user))
        for family in Family.allCases where family.customEntity != nil { custom.fill(family, &state) }
        for webhook in options.outgoingWebhooks where HandlerAddress.isLocal(webhook.handler) {
            for event in webhook.events {
                state.desk.bind(event, webhook.handler, .webhook(token: webhook.applicationToken))
            }
        }
        state.hasExtendedOfflineEvents = options.hasExtendedOfflineEvents
        state.watchRecords()
        return state
    }

    /// The people of the purchasing department.
    private func buyers(_ state: PortalState) -> [Int] {
        let users = state[.user]
        guard let column = users.schema.column("UF_DEPARTMENT") else { return users.ids }
        return zip(users.ids, users.rows).filter { $1[column] == .integers([8]) }.map(\.0)
    }

    private func lastWeek(_ zone: Zone) -> Range<Int> {
        let monday = options.today.firstOfWeek
        return zone.moment(of: monday.adding(days: -7)).unixSeconds..<zone.moment(of: monday).unixSeconds
    }

    /// The portal lives on its own today, at the machine's time of day.
    private func clock(zone: Zone) -> PortalClock {
        let machineDate = zone.date(at: Moment(unixSeconds: Int(options.clock())))
        let days = options.today.daysSinceEpoch - machineDate.daysSinceEpoch
        return PortalClock(shift: Double(days) * 86_400, read: options.clock)
    }
}
