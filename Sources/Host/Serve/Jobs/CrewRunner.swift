import Ledger

/// Who runs the jobs that a crew has taken.
protocol CrewRunner: Sendable {
    /// Runs the job of a claim and returns what came of it. When the task is cancelled the run is ended.
    func outcome(of claim: Claim, in surroundings: any CrewSurroundings) async -> JobOutcome
}

extension JobRunner: CrewRunner {
    func outcome(of claim: Claim, in surroundings: any CrewSurroundings) async -> JobOutcome {
        guard let script = await surroundings.script(claim.job.script) else {
            // It went between the look for jobs and now. Its other jobs wait without being taken.
            let reason = "\(claim.job.script) is no longer there, or defines nothing any more; it waits for the script"
            return JobOutcome(.handedBack(reason: reason))
        }
        guard let portal = surroundings.portal(claim.job.portal) else {
            let reason = "the portal '\(claim.job.portal)' is no longer in the settings; put it back and retry the job"
            return JobOutcome(.dead(reason: reason))
        }
        guard script.works(with: portal.name) else {
            let reason = "\(script.name) is for the portal '\(script.portal)' now"
            return JobOutcome(.cancelled(reason: reason))
        }
        await surroundings.begins(claim)
        return await run(claim, of: script, on: portal)
    }
}
