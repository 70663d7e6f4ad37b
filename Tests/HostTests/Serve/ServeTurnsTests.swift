import Testing
import Trials

@testable import Host

@Suite struct ServeTurnsTests {
    private func working() -> ServeTurns {
        var turns = ServeTurns()
        _ = turns.opened()
        return turns
    }

    @Test func `nothing is read again before work is taken, and then at once`() {
        var turns = ServeTurns()
        let early = turns.toldToReload()
        #expect(early == .wait)
        let opened = turns.opened()
        #expect(opened == .reload)
    }

    @Test func `being told several times while everything is read makes one more reading`() {
        var turns = working()
        let steps = [turns.toldToReload(), turns.toldToReload(), turns.toldToReload()]
        #expect(steps == [.reload, .wait, .wait])
        let after = [turns.reloaded(), turns.reloaded()]
        #expect(after == [.reload, .wait])
    }

    @Test func `being told between two rounds waits for the next one`() {
        var turns = working()
        _ = turns.toldToReload()
        turns.closed()
        let steps = [turns.reloaded(), turns.toldToReload(), turns.opened()]
        #expect(steps == [.wait, .wait, .reload])
    }

    @Test func `a stop is one stop, one more ends the jobs that run, and nothing is read again after it`() {
        var turns = working()
        let steps = [turns.toldToStop(), turns.toldToStop(), turns.toldToReload(), turns.opened()]
        #expect(steps == [.stop, .hurry, .wait, .wait])
        #expect(turns.isStopping)
    }

    @Test func `a stop while everything is read again is a stop`() {
        var turns = working()
        let steps = [turns.toldToReload(), turns.toldToReload(), turns.toldToStop(), turns.reloaded()]
        #expect(steps == [.reload, .wait, .stop, .wait])
    }

    @Test func `whatever comes, readings don't overlap, none is forgotten, and a stop is the last thing`() {
        var random = SeededRandom(seed: 14)
        for _ in 0..<500 {
            var turns = ServeTurns()
            var (isOpen, isReloading, isWanted, isStopped) = (false, false, false, false)
            for _ in 0..<30 {
                var steps: [ServeTurns.Step] = []
                switch Int.random(in: 0..<12, using: &random) {
                case 0: (isStopped, steps) = (true, [turns.toldToStop()].filter { $0 != .stop && $0 != .hurry })
                case 1...5: (isWanted, steps) = (true, [turns.toldToReload()])
                case 6...7: (isOpen, steps) = (true, [turns.opened()])
                case 8:
                    isOpen = false
                    turns.closed()
                default:
                    guard isReloading else { continue }
                    (isReloading, steps) = (false, [turns.reloaded()])
                }
                let isDue = isOpen && isWanted && !isReloading && !isStopped
                #expect(steps.contains(.reload) == isDue && !steps.contains(.stop))
                if isDue { (isWanted, isReloading) = (false, true) }
            }
        }
    }
}
