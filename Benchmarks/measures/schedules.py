"""Many scripts with schedules: how long a start takes, what they need, how punctual their slots are."""
import hashlib
import json
import sys
import time

from .served import served
from .table import Figure, measure

MANY, SOME, SECONDS = 100_000, 2_000, 30


def source(number):
    """A job that is due four times an hour; 900 schedules share the scripts, so that each second has its part."""
    second, minute = number % 60, number // 60 % 15
    return f'return job {{ schedule = "{second} {minute}/15 * * * *", run = function(slot) end }} -- {number}\n'


def write(daemon, count):
    """The scripts' files, a thousand in a folder."""
    names = []
    for number in range(count):
        name = f"scripts/{number // 1_000:03}/job_{number:06}.lua"
        if number % 1_000 == 0:
            (daemon.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (daemon.folder / name).write_text(source(number), encoding="utf-8")
        names.append(name)
    return names


def seed(daemon, names):
    """Definitions in the ledger as if each script had been loaded before; the first one was."""
    with daemon.ledger() as ledger:
        told = ledger.execute("SELECT script, body FROM definition ORDER BY script LIMIT 1").fetchall()
        (known, body), = told
        folder = known.removesuffix(names[0])
        definition = json.loads(body)
        for number, name in enumerate(names):
            text = source(number)
            definition["definition"]["schedule"] = text.split('"')[1]
            ledger.execute(
                "INSERT INTO definition VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest, body = excluded.body",
                (folder + name, hashlib.sha256(text.encode()).hexdigest(), json.dumps(definition).encode()))


def lateness(daemon, since):
    """Milliseconds from the moment that was due to its job."""
    late = sorted(row[0] for row in daemon.rows(
        "SELECT decided - due FROM slot WHERE due >= ? AND skipped IS NULL", since))
    if not late:
        sys.exit("no slot came due")
    return late


@measure
def schedules_cold():
    """Scripts that were never loaded: each is, once, in a cell of its own."""
    with served({}) as daemon:
        write(daemon, SOME)
        took = daemon.start(patience=600)
        yield Figure("start with scripts never loaded before, per 1,000", took * 1_000 / SOME, "s", None)
        daemon.stop()
        yield Figure(f"start with {SOME:,} known scripts", daemon.start(), "s", None)


@measure
def schedules():
    """100,000 scripts with schedules, 111 of them due each second."""
    with served({}) as daemon:
        names = write(daemon, 1)
        daemon.start()
        daemon.stop()
        names = write(daemon, MANY)
        seed(daemon, names)
        took = daemon.start(patience=600)
        yield Figure(f"start with {MANY:,} scripts whose plans are new", took, "s", None)
        daemon.stop()
        yield Figure(f"start with {MANY:,} scripts", daemon.start(patience=600), "s", None)
        yield Figure("… memory", daemon.status("VmRSS") / 1024, "MB", None)
        # What the time of the start has left over is no figure of punctuality.
        time.sleep(5)
        cpu, begun = daemon.cpu, time.time()
        since = (int(begun) + 1) * 1_000
        time.sleep(SECONDS)
        late = lateness(daemon, since)
        done = daemon.count("SELECT count(*) FROM job WHERE state = 'done' AND due >= ?", since)
        yield Figure("… slots due a second", len(late) / SECONDS, "/s", None)
        yield Figure("… from the moment due to its job, median", late[len(late) // 2], "ms", None)
        yield Figure("… from the moment due to its job, 99 of 100", late[len(late) * 99 // 100], "ms", 100)
        yield Figure("… the latest", late[-1], "ms", None)
        yield Figure("… jobs done a second meanwhile", done / SECONDS, "/s", None)
        yield Figure("… processor time of the host alone", (daemon.cpu - cpu) * 1_000 / (time.time() - begun), "ms/s", None)
        yield Figure("… memory after that", daemon.status("VmRSS") / 1024, "MB", None)
