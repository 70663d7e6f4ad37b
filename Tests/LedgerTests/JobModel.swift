import Ledger

/// What the ledger has to do with jobs, as simply as it can be said.
struct JobModel {
    struct Job {
        let script: String
        let lane: String?
        let coalesces: Bool
        var state = JobState.waiting
        var ready: Int
        var attempts = 0
        var run: Int?
    }

    private(set) var jobs: [Job] = []

    mutating func record(script: String, lane: String?, coalesces: Bool, ready: Int) {
        let last = jobs.last { $0.script == script && $0.lane == lane && $0.state.isUnfinished }
        let merges = last.map { $0.coalesces && $0.state == .waiting && $0.attempts == 0 } ?? false
        if coalesces, lane != nil, merges { return }
        jobs.append(Job(script: script, lane: lane, coalesces: coalesces, ready: ready))
    }

    /// The numbers of the jobs that begin, in their order; each comes with its run later.
    mutating func claim(most: Int, each: Int, now: Int) -> [Int] {
        var begun: [Int] = []
        while begun.count < most {
            let startable = jobs.indices.filter { canStart($0, each: each, now: now) }
            guard let next = startable.min(by: { (jobs[$0].ready, $0) < (jobs[$1].ready, $1) }) else { break }
            jobs[next].state = .running
            jobs[next].attempts += 1
            begun.append(next)
        }
        return begun
    }

    private func canStart(_ index: Int, each: Int, now: Int) -> Bool {
        let job = jobs[index]
        guard job.state == .waiting || job.state == .snoozed, job.ready <= now else { return false }
        guard jobs.count(where: { $0.script == job.script && $0.state == .running }) < each else { return false }
        guard job.lane != nil else { return true }
        let mates = jobs.indices.filter {
            $0 != index && jobs[$0].script == job.script && jobs[$0].lane == job.lane && jobs[$0].state.isUnfinished
        }
        return !mates.contains { $0 < index || jobs[$0].state == .running }
    }

    mutating func set(run: Int, of index: Int) { jobs[index].run = run }

    mutating func finish(_ index: Int, _ ending: Ending, ready: Int?) {
        jobs[index].state = ending.state
        if let ready { jobs[index].ready = ready }
        switch ending {
        case .snoozed, .handedBack: jobs[index].attempts -= 1
        default: break
        }
    }

    mutating func cancel(_ index: Int) -> Bool {
        guard jobs[index].state.canCancel else { return false }
        jobs[index].state = .cancelled
        return true
    }

    mutating func retry(_ index: Int, now: Int) -> Bool {
        guard jobs[index].state.canRetry else { return false }
        jobs[index].state = .waiting
        jobs[index].attempts = 0
        jobs[index].ready = now
        return true
    }
}
