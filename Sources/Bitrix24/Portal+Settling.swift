/// What becomes of calls when their request is answered.
extension Portal {
    func settle(_ dispatch: Dispatcher.Dispatch, _ outcome: PortalRequest.Outcome) {
        let now = options.clock.now()
        dispatcher.end(dispatch, refused: outcome.refused, at: now)
        if outcome.refused?.isLimit == true { meter.refused() }
        for (call, answers) in zip(dispatch.calls, outcome.answers) {
            if outcome.refused == nil {
                for (command, answer) in zip(call.commands, answers) {
                    dispatcher.learn(
                        command.method, from: dispatch, time: (try? answer.get())?.time, failure: answer.failure,
                        at: now)
                }
            }
            settle(call, answers, separately: outcome.separates, at: now)
        }
        deliver()
    }

    private func settle(_ call: QueuedCall, _ answers: PendingReply.Answers, separately: Bool, at now: Double) {
        guard let failure = answers.first?.failure, call.canBeRepeated(after: answers) else {
            return finish(call, answers)
        }
        var call = call
        if separately && !givenUp.contains(call.number) {
            call.separate()
            return dispatcher.retry(call, after: 0, at: now)
        }
        var subject = RetryPolicy.Subject(
            isRepeatable: call.isRepeatable, attempts: call.attempts + 1, patience: call.deadline.map { $0 - now })
        subject.hasLimiter = failure.isRateLimit ? options.limits.rate != nil : options.limits.operating != nil
        switch options.policy.decide(failure, of: subject, random: .random(in: 0...1)) {
        case .retry(let pause) where !givenUp.contains(call.number):
            meter.retry(failure.code)
            call.mayBeDone = call.mayBeDone || failure.execution == .unknown
            dispatcher.retry(call, after: pause, at: now)
        case .fail, .unknownOutcome, .retry: finish(call, answers)
        }
    }

    func finish(_ call: QueuedCall, _ answers: PendingReply.Answers) {
        givenUp.remove(call.number)
        guard let reply = pending.removeValue(forKey: call.number) else { return }
        let told = zip(call.commands, answers).map { command, answer in
            command.isWrite ? answer.tellingUnknown(mayBeDone: call.mayBeDone) : answer
        }
        finished.append((reply, told))
    }

    /// Tells who waits, together for what came together: what they go on with can share a request again.
    func deliver() {
        for (reply, answers) in finished { reply.finish(answers) }
        finished = []
    }
}
