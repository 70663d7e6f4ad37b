"""`lunokhod serve` killed again and again under load, and with a full disk: what is lost, what is done twice."""
import contextlib
import json
import os
import random
import subprocess
import sys
import time
import urllib.request

from . import choices
from .programs import demo_portal
from .sender import Sender
from .served import served
from .table import Figure, measure

COUNT = """
return handler { on = { "ONCRMDEALADD" }, coalesce = false, concurrency = 4,
  run = function(event) store.increment("event " .. event.id) end }
"""
WRITE = """
return handler { on = { "ONCRMDEALUPDATE" }, coalesce = false, concurrency = 4, scopes = { "crm" },
  run = function(event) b24.crm.deal.add { fields = { TITLE = "event " .. event.id } } end }
"""
TICK = 'return job { schedule = "* * * * * *", run = function(slot) end }'
TICK_ALL = """
return job { schedule = "*/2 * * * * *", misfire = "all", overlap = "queue", run = function(slot)
  store.increment("slot " .. slot.at) end }
"""
SCRIPTS = {"count.lua": COUNT, "write.lua": WRITE, "tick.lua": TICK, "tick_all.lua": TICK_ALL}
# Most events have no handler: a run takes thousand times as long as an event.
KINDS = {"ONCRMCONTACTADD": 0.965, "ONCRMDEALADD": 0.025, "ONCRMDEALUPDATE": 0.01}


@measure
def kills():
    """Killed at random moments while events come in, jobs run and the portal is written to."""
    choice, starts = random.Random(7), []
    with demo_portal("--deals", "10") as webhook, served(SCRIPTS, webhook=webhook) as daemon:
        starts.append(daemon.start())
        sender = Sender(daemon, KINDS, pause=0.002)
        sender.start()
        for _ in range(choices.rounds):
            time.sleep(choice.uniform(0.3, 2))
            daemon.kill()
            starts.append(daemon.start())
        time.sleep(3)
        sender.stop()
        sender.settle()
        daemon.drain()
        daemon.stop()
        yield Figure(f"killed {choices.rounds} times: events acknowledged", len(sender.acknowledged), "", None)
        yield from lost_events(daemon, sender)
        yield from slots(daemon)
        yield from runs(daemon)
        yield from effects(daemon)
        yield from changes(daemon, titles(webhook))
        yield Figure("… start after a kill, median", sorted(starts)[len(starts) // 2], "s", None)
        keep(daemon)


def keep(daemon):
    """Keeps the ledger for a look, if a place for it is named."""
    place = os.environ.get("LUNOKHOD_BENCH_KEEP")
    if place:
        subprocess.run(["cp", "-r", daemon.folder, place], check=True)


def lost_events(daemon, sender):
    kept = {int(lane.rpartition(":")[2]): (name, jobs) for lane, name, jobs in daemon.rows(
        "SELECT lane, name, (SELECT count(DISTINCT job) FROM job_event WHERE event = event.id) FROM event")}
    lost = [number for number in sender.acknowledged if number not in kept]
    yield Figure("… of them lost", len(lost), "", 0)
    total = daemon.count("SELECT count(*) FROM event")
    yield Figure("… recorded twice", total - len(kept), "", 0)
    handled = {"ONCRMDEALADD": 1, "ONCRMDEALUPDATE": 1}
    odd = [number for number, (name, jobs) in kept.items() if jobs != handled.get(name, 0)]
    yield Figure("… without just the jobs that they should have", len(odd), "", 0)


def slots(daemon):
    """Every due moment from the first to the last is decided once: it has a job, or a reason why not."""
    missing = undecided = decided = 0
    for script, step in (("tick.lua", 1), ("tick_all.lua", 2)):
        found = daemon.rows("SELECT due, job, skipped FROM slot WHERE script LIKE ? ORDER BY due", f"%/{script}")
        due = [row[0] for row in found]
        wanted = set(range(due[0], due[-1] + 1, step * 1_000))
        missing += len(wanted.symmetric_difference(due))
        undecided += sum((job is None) == (skipped is None) for _, job, skipped in found)
        decided += len(found)
    yield Figure("slots that were due", decided, "", None)
    yield Figure("… not decided at all", missing, "", 0)
    yield Figure("… neither run nor skipped with a reason, or both", undecided, "", 0)
    twice = daemon.count("SELECT count(*) FROM (SELECT 1 FROM job WHERE cause = 'slot' GROUP BY script, due HAVING count(*) > 1)")
    yield Figure("… with two jobs", twice, "", 0)


def runs(daemon):
    """A job has another run only after the one before it was recorded as cut off, and is over before the next begins."""
    history = {}
    for job, started, ended, outcome, reason in daemon.rows("SELECT job, started, ended, outcome, reason FROM run ORDER BY id"):
        history.setdefault(job, []).append((started, ended, outcome, reason))
    again = {job: runs for job, runs in history.items() if len(runs) > 1}
    unmarked = [
        job for job, runs in again.items()
        if any(outcome not in ("retry", "handed back") or ended is None or not reason or ended > later
               for (_, ended, outcome, reason), (later, *_) in zip(runs, runs[1:]))]
    states = dict(daemon.rows("SELECT id, state FROM job"))
    cut_off = sum("ended while it ran" in (run[3] or "") for runs in history.values() for run in runs)
    yield Figure("runs", sum(map(len, history.values())), "", None)
    yield Figure("… cut off by a kill", cut_off, "", None)
    yield Figure("jobs that ran again without the first run being told as cut off", len(unmarked), "", 0)
    ends = [job for job, runs in history.items() if states.get(job) == "done" and runs[-1][2] != "done"
            or sum(run[2] == "done" for run in runs) > 1]
    yield Figure("jobs that are done without one run that is", len(ends), "", 0)
    other = daemon.count("SELECT count(*) FROM job WHERE state NOT IN ('done', 'interrupted') AND cause = 'event'")
    yield Figure("jobs of events neither done nor left to a person", other, "", 0)


def effects(daemon):
    """What a handler counted: once for each event, or once more for each of its runs that was cut off."""
    counted = {int(key.split()[1]): json.loads(value) for key, value in daemon.rows(
        "SELECT key, value FROM memory WHERE key LIKE 'event %'")}
    wrong = 0
    for lane, runs, state in daemon.rows(
            "SELECT lane, (SELECT count(*) FROM run WHERE job = job.id), state FROM job WHERE script LIKE '%/count.lua'"):
        number = counted.get(int(lane.rpartition(":")[2]), 0)
        wrong += not 1 <= number <= runs if state == "done" else number > runs
    yield Figure("done jobs whose effect is missing or counted more often than they ran", wrong, "", 0)


def titles(webhook):
    """How often each event has made a deal in the portal."""
    found, start = {}, 0
    while start is not None:
        body = json.dumps({"filter": {"%TITLE": "event "}, "select": ["ID", "TITLE"], "start": start}).encode()
        request = urllib.request.Request(webhook + "crm.deal.list.json", body, {"Content-Type": "application/json"})
        page = json.load(urllib.request.urlopen(request))
        for deal in page["result"]:
            if deal["TITLE"].startswith("event "):
                found[int(deal["TITLE"].split()[1])] = found.get(int(deal["TITLE"].split()[1]), 0) + 1
        start = page.get("next")
    return found


def changes(daemon, made):
    """A change is in the portal once for a job that is done; one that nobody knows of is left to a person."""
    wrong = silent = interrupted = 0
    for lane, state, written in daemon.rows(
            "SELECT lane, state, (SELECT count(*) FROM write JOIN run ON run.id = write.run WHERE run.job = job.id)"
            " FROM job WHERE script LIKE '%/write.lua'"):
        number = made.get(int(lane.rpartition(":")[2]), 0)
        interrupted += state == "interrupted"
        wrong += number != 1 if state == "done" else number > 1
        silent += number > written
    yield Figure("changes that the portal has", sum(made.values()), "", None)
    yield Figure("… jobs left to a person, as they had begun one when they were cut off", interrupted, "", None)
    yield Figure("… missing from a job that is done, or made twice", wrong, "", 0)
    yield Figure("… that the ledger knows nothing of", silent, "", 0)


@contextlib.contextmanager
def small_disk(path, megabytes):
    path.mkdir(mode=0o700, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", path], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", path], check=True)


def fill(path):
    """Takes the rest of the disk's space."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4_096)):
            pass


@measure
def full_disk():
    """The ledger's disk is full for some seconds under load."""
    if os.geteuid() != 0:
        yield Figure("full disk: only root can make a small one", 0, "", None)
        return
    with served(SCRIPTS, webhook="http://127.0.0.1:9/rest/1/secret/") as daemon, small_disk(daemon.ledger_path.parent, 24):
        daemon.start()
        sender = Sender(daemon, {"ONCRMCONTACTADD": 0.97, "ONCRMDEALADD": 0.03}, pause=0.002)
        sender.start()
        time.sleep(2)
        filler = daemon.ledger_path.parent / "filler"
        fill(filler)
        full = time.monotonic()
        time.sleep(4)
        before, freed = len(sender.acknowledged), time.monotonic()
        filler.unlink()
        time.sleep(4)
        after = len(sender.acknowledged)
        sender.stop()
        sender.settle()
        daemon.drain()
        daemon.stop()
        statuses = {status for _, status in sender.refusals}
        if statuses - {503}:
            sys.exit(f"a full disk was answered with {statuses}")
        last = max((at for at, _ in sender.refusals), default=full)
        yield Figure("full disk: events acknowledged", len(sender.acknowledged), "", None)
        yield Figure("… refused with 503, to be sent again", sender.refused, "", 1, lower_is_better=False)
        yield Figure("… acknowledged in the four seconds after", after - before, "", 1, lower_is_better=False)
        yield Figure("… last refusal after there was space again", max(0.0, last - freed), "s", 1)
        yield from lost_events(daemon, sender)
        yield from slots(daemon)
        yield from effects(daemon)
        keep(daemon)
