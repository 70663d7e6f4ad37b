"""Long lists of a big portal, against the Python clients in the same run."""
import csv
import functools
import json
import pathlib
import tempfile

from .programs import LUNOKHOD, Run, demo_portal, in_turns, median, script
from .scripts import SUM
from .table import Figure, measure
from .venv import PEERS, python

FIELDS = "ID,TITLE,STAGE_ID,OPPORTUNITY,ASSIGNED_BY_ID,CLOSEDATE"
NAMES = ["lunokhod", "fast-bitrix24", "b24pysdk"]
DEALS, MORE_DEALS, MANY_DEALS = 100_000, 200_000, 1_000_000
# The portal's counter of requests, as all plans but the greatest have it.
RATE, CAPACITY = 2, 50


def export(webhook, path):
    """All deals to a CSV file by `lunokhod export`."""
    command = [LUNOKHOD, "export", "crm.deal.list", "--select", FIELDS, "--out", path, "--json"]
    return Run(command, {"LUNOKHOD_WEBHOOK": webhook})


def peer(name, webhook, *out):
    """The same by a peer; without `out` the amounts are summed."""
    program = PEERS / f"{name.replace('-', '_')}_deals.py"
    return Run([python(), program, webhook, *(["--out", out[0]] if out else [])])


def contenders():
    """What exports, for each name: functions of a webhook and a path."""
    return [export, *(functools.partial(peer, name) for name in NAMES[1:])]


def told(run, key):
    """What a contender tells of its run: `requests`, `refusals`; for a peer that gave up, `failed`."""
    outcome = json.loads(run.output)
    if key not in outcome:
        raise SystemExit(f"A contender does not tell its {key}: {run.output.strip()}")
    return outcome[key]


def identifiers(path):
    """The ID column of a CSV file."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        header = file.readline()
        delimiter = ";" if ";" in header else ","
        return {row[0] for row in csv.reader(file, delimiter=delimiter)}


def same(paths, deals):
    """Stops everything if the contenders did not write the same deals, and all of them."""
    first, *others = [identifiers(path) for path in paths]
    if len(first) != deals or any(other != first for other in others):
        raise SystemExit("The exports are not the same: " + ", ".join(map(str, paths)))


@measure
def peers_export():
    """The deals of a portal to CSV: processor time, memory and requests of the client, the portal left out."""
    with demo_portal("--deals", str(DEALS)) as webhook, tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{name}.csv" for name in NAMES]
        runs = [lambda run=run, path=path: run(webhook, path) for run, path in zip(contenders(), paths)]
        # The first round is not counted: it prepares the portal's answers.
        rounds = {name: runs[1:] for name, runs in zip(NAMES, in_turns(6, *runs))}
        same(paths, DEALS)
    for what, unit, limit, value in [
        ("processor time", "s", 0.15, lambda run: run.cpu), ("wall", "s", None, lambda run: run.wall),
        ("peak memory", "MB", 40, lambda run: run.memory),
        ("requests", "", 42, lambda run: told(run, "requests")),
    ]:
        for name, runs in rounds.items():
            held_to = limit if name == "lunokhod" else None
            yield Figure(f"{DEALS:,} deals to CSV, {what}, {name}", median([value(run) for run in runs]), unit, held_to)
    few = median([run.memory for run in rounds["lunokhod"]])
    yield Figure(f"memory for {MANY_DEALS:,} against {DEALS:,}, lunokhod", memory_of_many() / few, "times", 1.15)


def memory_of_many():
    """Our peak memory (MB) for a far longer export."""
    with demo_portal("--deals", str(MANY_DEALS)) as webhook, tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "many.csv"
        run = export(webhook, path)
        same([path], MANY_DEALS)
    return run.memory


@measure
def peers_list():
    """The same list read by a script item by item and summed; for Lunokhod host and cell together."""
    with demo_portal("--deals", str(DEALS)) as webhook, script(SUM) as path:
        rounds = in_turns(
            6, lambda: Run([LUNOKHOD, "run", path], {"LUNOKHOD_WEBHOOK": webhook}),
            *(lambda name=name: peer(name, webhook) for name in NAMES[1:]))
    for name, runs in zip(NAMES, rounds):
        cpu = median([run.cpu for run in runs[1:]])
        yield Figure(
            f"{DEALS:,} deals summed, processor time, {name}", cpu, "s", 0.45 if name == "lunokhod" else None)
    for name, runs in zip(NAMES, rounds):
        memory = median([run.memory for run in runs[1:]])
        yield Figure(f"{DEALS:,} deals summed, peak memory, {name}", memory, "MB", None)


@measure
def peers_limits():
    """A longer list than the portal's counter of requests has room for: who is refused, and how long it takes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, contender in zip(NAMES, contenders()):
            # Each has a portal of its own, so that nobody pays for the requests of another.
            path = pathlib.Path(folder) / f"{name}.csv"
            limits = ["--rate", str(RATE), "--capacity", str(CAPACITY)]
            with demo_portal("--deals", str(MORE_DEALS), *limits) as webhook:
                run = contender(webhook, path)
            who, ours = name, name == "lunokhod"
            if "failed" in json.loads(run.output):
                who += f" (gave up: {told(run, 'failed')})"
            else:
                same([path], MORE_DEALS)
            what = f"{MORE_DEALS:,} deals within limits"
            requests, refusals = told(run, "requests"), told(run, "refusals")
            yield Figure(f"{what}, refusals, {who}", refusals, "", 0 if ours else None)
            necessary = (requests - refusals - CAPACITY) / RATE
            yield Figure(f"{what}, wall, {who}", run.wall, "s", 1.05 * necessary if ours else None)
