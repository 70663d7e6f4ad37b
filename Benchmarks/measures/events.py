"""Events into the ledger of `lunokhod serve`, and through handlers."""
import sys
import time

from .programs import median
from .served import load, served
from .table import Figure, measure

SECONDS = 3
HANDLER = """
return handler { on = { "ONCRMDEALADD", "ONCRMDEALUPDATE" }, coalesce = false, concurrency = 8, run = function(event) end }
"""


def pause(daemon):
    """Has the handler wait, so that jobs are made and not run."""
    with daemon.ledger() as ledger:
        ledger.execute(
            "INSERT INTO script (portal, script, paused, paused_by, reason)"
            " SELECT 'main', script, 1, 'bench', 'bench' FROM definition")


def rounds(daemon, connections):
    """Three rounds; the one in the middle by its speed. Every event that was acknowledged must be in the ledger."""
    outcomes = []
    for number in range(3):
        before = daemon.count("SELECT count(*) FROM event")
        outcome = load(daemon, connections, SECONDS, connections * 10_000_000_000 + number * 1_000_000_000)
        if outcome["refused"] or outcome["broken"]:
            sys.exit(f"events were refused: {outcome}")
        # What the load was still waiting for when it ended may be recorded as well.
        kept = daemon.count("SELECT count(*) FROM event") - before
        if not outcome["requests"] <= kept <= outcome["requests"] + 4 * connections:
            sys.exit(f"of {outcome['requests']} acknowledged events {kept} are in the ledger")
        outcomes.append((outcome["requests"] / outcome["seconds"], outcome["p50"], outcome["p99"]))
    return sorted(outcomes)[1]


@measure
def events():
    """Events that are on the disk when they are answered, with and without a job for each."""
    for what, scripts in (("no handler", {}), ("each makes a job", {"handler.lua": HANDLER})):
        with served(scripts) as daemon:
            daemon.start()
            if scripts:
                pause(daemon)
            load(daemon, 8, 1, 1)
            for connections in (8, 64, 256):
                speed, p50, p99 = rounds(daemon, connections)
                goal = connections == 64
                name = f"events, {what}, {connections} connections"
                yield Figure(name, speed, "/s", 10_000 if goal else None, lower_is_better=False)
                yield Figure("… answered, median", p50, "ms", None)
                yield Figure("… answered, 99 of 100", p99, "ms", 30 if goal else None)
            if scripts:
                # Each event has exactly one job.
                odd = daemon.count(
                    "SELECT count(*) FROM event WHERE (SELECT count(*) FROM job_event WHERE event = event.id) <> 1")
                if odd:
                    sys.exit(f"{odd} events don't have one job each")
            yield Figure(f"memory after all of them, {what}", daemon.status("VmHWM") / 1024, "MB", None)


@measure
def handlers():
    """Events from the socket to the end of a handler that does nothing: a cell for each."""
    with served({"handler.lua": HANDLER}) as daemon:
        daemon.start()
        speeds, waits = [], []
        for number in range(3):
            first = daemon.count("SELECT coalesce(max(id), 0) FROM job")
            begun = time.perf_counter()
            load(daemon, 1, 1, number * 1_000_000_000)
            # Enough for some seconds is there; the time that the rest takes is counted too.
            daemon.drain()
            took = time.perf_counter() - begun
            done, other = daemon.rows("SELECT sum(state = 'done'), sum(state <> 'done') FROM job WHERE id > ?", first)[0]
            if other:
                sys.exit(f"{other} jobs are not done")
            speeds.append(done / took)
        waits = [row[0] for row in daemon.rows("SELECT ended - started FROM run ORDER BY 1")]
        yield Figure("events through a handler that does nothing", median(speeds), "/s", None)
        yield Figure("… a run, median, 8 at a time", median(waits), "ms", None)
        yield Figure("… a run, 99 of 100", waits[len(waits) * 99 // 100], "ms", None)
