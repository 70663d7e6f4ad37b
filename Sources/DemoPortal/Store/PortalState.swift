import JSON
import Timetable

/// Everything that the portal knows and that changes.
struct PortalState: Sendable {
    let zone: Zone
    /// The user whose webhook calls, or who else makes a change.
    var user: Int
    /// What the webhook may use.
    let scopes: Set<String>
    /// The time of the request at hand.
    var now = Moment(unixSeconds: 0)
    var clock: PortalClock
    /// What work costs.
    var workload: Workload
    /// What goes wrong.
    var faults = FaultQueue(DemoFaults())
    /// What goes wrong when tokens are asked for.
    var tokenFaults = FaultQueue(DemoFaults())
    /// The tokens of the application.
    var tokens: TokenLedger
    /// The port on 127.0.0.1.
    var port = 0
    /// Where the portal has moved.
    var move: PortalMove?
    /// Other people's changes.
    var turnover: Turnover?
    /// The answers to writes of REST 3.0 that came with a key.
    var replays = ReplayLedger()
    /// The writes that were executed.
    var executed: [DemoExecution] = []
    var statistics = DemoPortalStatistics()
    /// What people read.
    var messages = MessageJournal()
    /// Who is told of changes.
    var desk = EventDesk()
    /// Wakes up the one who sends notices; nil while nobody serves.
    var bell: AsyncStream<Void>.Continuation?
    /// Whether the bell will ring by itself when the next notice may leave.
    var isAlarmSet = false
    /// Whether offline events can be reserved, confirmed and told apart by their sources.
    var hasExtendedOfflineEvents = true
    /// The source that the request at hand names, whose offline events leave its changes out.
    var connector: String?
    /// The identifier of the next phone or e-mail address.
    var nextMultifieldID = 1
    /// The identifier of the next file.
    var nextFileID = 200_001
    /// The identifiers of the next custom field and of the next item of a list.
    var nextCustomIDs = (field: 1_001, item: 1_001)
    /// Memory in which batches are put together, kept from one to the next.
    var workspace = JSONBuffer()
    private var tables: [EntityTable]

    init(zone: Zone, user: Int, scopes: Set<String>, clock: PortalClock, tokens: TokenLedger, workload: Workload) {
        self.zone = zone
        self.user = user
        self.scopes = scopes
        self.clock = clock
        self.tokens = tokens
        self.workload = workload
        tables = Family.allCases.map { EntityTable(schema: $0.schema, zone: zone) }
    }

    /// Whether the one who calls may set up the portal.
    var isAdministrator: Bool { user == 1 }

    /// The time, and on top of it what the request at hand has taken on paper so far.
    var time: Double { clock.now + workload.delay }

    /// Where the portal is found: `http://127.0.0.1:PORT`.
    var root: String { move?.base ?? "http://127.0.0.1:\(port)" }

    /// Notes a write that was executed.
    mutating func note(_ method: String, _ parameters: ParameterMap) {
        let position = executed.count
        executed.append(
            DemoExecution(method: method, parameters: JSONValue(.map(parameters)), position: position))
    }

    /// Lets other people work before a list is read.
    mutating func prepareList() {
        guard var turnover, workload.caller != .house else { return }
        turnover.beforeList(&self[.deal])
        self.turnover = turnover
    }

    subscript(family: Family) -> EntityTable {
        get { tables[family.rawValue] }
        _modify { yield &tables[family.rawValue] }
    }

    /// What a user's name is, or nil for nobody.
    func userName(_ id: Int) -> (name: String, position: String)? {
        let users = self[.user]
        guard let place = users.position(of: id), let first = users.schema.column("NAME"),
            let last = users.schema.column("LAST_NAME"), let work = users.schema.column("WORK_POSITION")
        else { return nil }
        let row = users.rows[place]
        return ("\(row[first].text ?? "") \(row[last].text ?? "")", row[work].text ?? "")
    }
}
