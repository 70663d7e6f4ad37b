import Timetable

/// The deals: created evenly over the working time of a year and a half, closed by how good their seller is.
struct DealData {
    static let subjects = [
        "Насосное оборудование", "Кабельная продукция", "Вентиляция цеха", "Складские стеллажи", "Система охлаждения",
        "Электродвигатели", "Трубопроводная арматура", "Компрессорная станция", "Освещение офиса", "Котельная",
        "Сервисный договор", "Пусконаладка", "Запасные части", "Модернизация линии", "Щиты управления",
        "Упаковочное оборудование", "Датчики и КИП", "Обучение персонала",
    ]

    /// What is known of a deal before it becomes a record.
    private struct Facts {
        let seller: OfficeData.Seller
        let funnel: Funnel
        let created: Int
        let amount: Double
        /// When it was won or lost.
        var closed: Int?
        /// When it came to its stage.
        var moved: Int
        var stage: Stage
    }

    let seed: UInt64
    let calendar: WorkCalendar
    let sellers: [OfficeData.Seller]
    /// The first second of last week and the first behind it.
    let lastWeek: Range<Int>
    let zone: Zone

    func add(_ count: Int, _ state: inout PortalState) {
        var random = RandomSource(seed: seed, stream: "deals")
        var deals = (0..<count).map { facts($0, of: count, &random) }
        winSome(&deals)
        let clients = Clients(state)
        for deal in deals {
            state[.deal].add(record(deal, clients, number: state[.deal].nextID, &random))
            if random.chance(0.03) { state[.deal].skipIDs(1) }
        }
    }

    private func facts(_ place: Int, of count: Int, _ random: inout RandomSource) -> Facts {
        let created = calendar.moment(at: (Double(place) + random.unit()) / Double(count))
        let seller = sellers[random.position(weights: sellers.map(\.load))]
        let funnel = seller.isTender ? Funnel.tenders : .sales
        let days = 1 + random.logNormal(median: seller.isTender ? 35 : 18, spread: 0.7)
        let amount = random.logNormal(median: (seller.isTender ? 900_000 : 180_000) * seller.size, spread: 0.9)
        let closed = calendar.moment(after: created, days: days, share: random.unit())
        let isWon = random.chance(seller.skill)
        let stage: Stage
        if closed != nil {
            stage = isWon ? funnel.won[0] : funnel.lost[random.chance(0.7) ? 0 : funnel.lost.count - 1]
        } else {
            // What is still open has come as far as its time allows.
            let progress = Double(calendar.end - created) / (days * 86_400)
            stage = funnel.open[min(funnel.open.count - 1, Int(max(0, progress) * Double(funnel.open.count)))]
        }
        let moved = closed ?? (created + Int(random.unit() * Double(max(0, calendar.end - created))))
        return Facts(
            seller: seller, funnel: funnel, created: created, amount: (amount / 100).rounded() * 100, closed: closed,
            moved: moved, stage: stage)
    }

    /// A small portal could have a week without a won deal, and the weekly report would show nothing.
    private func winSome(_ deals: inout [Facts]) {
        let wanted = min(5, deals.count)
        var won = deals.count { $0.stage.meaning == .success && lastWeek.contains($0.closed ?? 0) }
        for place in deals.indices.reversed() where won < wanted {
            guard let closed = calendar.moment(after: lastWeek.lowerBound, days: Double(won % 5), share: 0.5),
                lastWeek.contains(closed), deals[place].created < closed,
                !(deals[place].stage.meaning == .success && lastWeek.contains(deals[place].closed ?? 0))
            else { continue }
            deals[place].stage = deals[place].funnel.won[0]
            deals[place].closed = closed
            deals[place].moved = closed
            won += 1
        }
    }

    private static let template = RecordTemplate(
        .deal,
        constant: [
            "CURRENCY_ID": .text("RUB"), "IS_MANUAL_OPPORTUNITY": .flag(true), "OPENED": .flag(true),
            "COMMENTS": .text(""),
        ],
        varying: [
            "TITLE", "TYPE_ID", "STAGE_ID", "PROBABILITY", "OPPORTUNITY", "COMPANY_ID", "CONTACT_ID", "BEGINDATE",
            "CLOSEDATE", "ASSIGNED_BY_ID", "CREATED_BY_ID", "MODIFY_BY_ID", "DATE_CREATE", "DATE_MODIFY", "CLOSED",
            "CATEGORY_ID", "STAGE_SEMANTIC_ID", "IS_NEW", "IS_RETURN_CUSTOMER", "SOURCE_ID", "MOVED_BY_ID",
            "MOVED_TIME", "LAST_ACTIVITY_TIME", "UTM_SOURCE", "UTM_MEDIUM", "LAST_ACTIVITY_BY",
            "UF_CRM_1700000000001", "UF_CRM_1700000000002", "UF_CRM_1700000000003", "UF_CRM_1700000000004",
            "CONTACT_IDS",
        ])

    private func record(
        _ deal: Facts, _ clients: Clients, number: Int, _ random: inout RandomSource
    ) -> [FieldValue] {
        let client = clients.random(&random)
        let user = FieldValue.integer(deal.seller.user)
        let source = random.element(of: Directory.sources.entries).id
        let isWon = deal.stage.meaning == .success
        // An open deal is planned to close some time around today, a closed one was closed on its day.
        let planned = calendar.midnight(of: calendar.end) + (random.below(60) - 14) * 86_400
        let closeDate = deal.closed.map(calendar.midnight) ?? max(planned, calendar.midnight(of: deal.created))
        let stagePlace = deal.funnel.open.firstIndex(of: deal.stage) ?? 0
        return DealData.template.record([
            .text("\(random.element(of: DealData.subjects)): \(client.title)"),
            .text(random.element(of: Directory.dealTypes.entries).id), .text(deal.stage.id),
            .integer(isWon ? 100 : deal.closed != nil ? 0 : 10 + 20 * stagePlace), .number(deal.amount),
            client.company, client.contact, .moment(calendar.midnight(of: deal.created)), .moment(dayOf(closeDate)),
            user, user, user, .moment(deal.created), .moment(deal.moved), .flag(deal.closed != nil),
            .integer(deal.funnel.category ?? 0), .text(deal.stage.meaning.rawValue),
            .flag(deal.stage == deal.funnel.stages[0]), .flag(random.chance(0.3)), .text(source), user,
            .moment(deal.moved), .moment(deal.moved), source == "ADVERTISING" ? .text("yandex") : .empty,
            source == "ADVERTISING" ? .text("cpc") : .empty, user, isWon ? .text("СВ-\(10_000 + number)") : .empty,
            .number(Double(50 + random.below(300)) / 10), .flag(random.chance(0.1)),
            isWon ? .moment(dayOf(closeDate + 14 * 86_400)) : .empty,
            client.contact.integer.map { .integers([$0]) } ?? .empty,
        ])
    }

    /// The midnight of a day, also where the clocks were changed in between.
    private func dayOf(_ seconds: Int) -> Int {
        zone.moment(of: zone.date(at: Moment(unixSeconds: seconds + 3 * 3_600))).unixSeconds
    }

    /// Companies with their people, for drawing one.
    private struct Clients {
        private var companies: [(id: Int, title: String, contacts: [Int])] = []

        init(_ state: PortalState) {
            let table = state[.company]
            let title = table.schema.column("TITLE") ?? 0
            var contacts: [Int: [Int]] = [:]
            if let column = state[.contact].schema.column("COMPANY_ID") {
                for (id, row) in zip(state[.contact].ids, state[.contact].rows) {
                    if let company = row[column].integer { contacts[company, default: []].append(id) }
                }
            }
            companies = zip(table.ids, table.rows).map { ($0, $1[title].text ?? "", contacts[$0] ?? []) }
        }

        func random(_ random: inout RandomSource) -> (title: String, company: FieldValue, contact: FieldValue) {
            guard !companies.isEmpty else { return ("частное лицо", .empty, .empty) }
            // Old customers buy more often: the square draws them nearer to the beginning.
            let share = random.unit()
            let company = companies[Int(share * share * Double(companies.count))]
            let contact = company.contacts.isEmpty ? nil : random.element(of: company.contacts)
            return (company.title, .integer(company.id), contact.map(FieldValue.integer) ?? .empty)
        }
    }
}
