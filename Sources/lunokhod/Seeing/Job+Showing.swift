import JSON
import Ledger

extension Job {
    /// Why it exists, in a few words.
    func causeText(_ moments: MomentText) -> String {
        switch cause {
        case .event(let id, let name): "\(name), event \(id)" + (merged > 0 ? " and \(merged) more" : "")
        case .slot(let due): "its time, \(moments.wall(due).prefix(16))"
        case .person(let person): "by \(person)"
        }
    }

    /// The colour of its state.
    var style: Terminal.Style? {
        switch state {
        case .dead, .interrupted: .red
        case .stopped, .snoozed: .yellow
        case .running: .cyan
        case .done, .cancelled: .dim
        case .waiting: nil
        }
    }

    /// It as `--json` shows it, with its last run.
    func json(_ moments: MomentText, last run: RunRecord?) -> JSONValue {
        var members: JSONObject = [
            "id": .integer(id), "portal": .string(portal), "script": .string(script), "state": .string(state.rawValue),
        ]
        switch cause {
        case .event(let id, let name): members["cause"] = ["event": .integer(id), "name": .string(name)]
        case .slot(let due): members["cause"] = ["slot": .string(moments.iso(due))]
        case .person(let person): members["cause"] = ["person": .string(person)]
        }
        members["entity"] = lane.map(JSONValue.string)
        members["reason"] = reason.map(JSONValue.string)
        members["attempts"] = .integer(attempts)
        members["retries"] = .integer(retries)
        members["merged"] = .integer(merged)
        members["depth"] = .integer(depth)
        members["origin"] = origin.map(JSONValue.integer)
        members["created"] = .string(moments.iso(created))
        members["ready"] = .string(moments.iso(ready))
        members["finished"] = finished.map { .string(moments.iso($0)) }
        members["cancel_requested"] = cancelRequested.map(JSONValue.string)
        members["last_run"] = run.map { $0.json(moments, isWhole: false) }
        return .object(members)
    }
}

extension RunRecord {
    /// How it ended, in a few words: `done in 1.2 s`.
    func outcomeText(_ moments: MomentText) -> String {
        guard let ended else { return "running for \(MomentText.duration(from: started, to: moments.now))" }
        return "\(outcome) after \(MomentText.duration(from: started, to: ended))"
    }

    /// It as `--json` shows it; wholly with what it has logged, changed and delivered.
    func json(_ moments: MomentText, isWhole: Bool) -> JSONValue {
        var members: JSONObject = [
            "id": .integer(id), "attempt": .integer(attempt), "outcome": .string(outcome),
            "started": .string(moments.iso(started)), "requests": .integer(requests),
        ]
        members["ended"] = ended.map { .string(moments.iso($0)) }
        members["reason"] = reason.map(JSONValue.string)
        members["line"] = line.map(JSONValue.integer)
        guard isWhole else { return .object(members) }
        members["log"] = .array(
            log.map { ["at": .string(moments.iso($0.at)), "level": .string($0.level), "text": .string($0.text)] })
        members["writes"] = .array(
            writes.map {
                [
                    "method": .string($0.method), "entity": $0.entity.map(JSONValue.string) ?? .null,
                    "at": .string(moments.iso($0.at)), "state": .string($0.state.rawValue),
                ]
            })
        members["deliveries"] = .array(
            deliveries.map {
                ["kind": .string($0.kind), "target": .string($0.target), "at": .string(moments.iso($0.at))]
            })
        return .object(members)
    }
}
