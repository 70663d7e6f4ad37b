"""Starting scripts, lists read by scripts, and lists exported without."""
import sys
import tempfile

from .programs import LUNOKHOD, Run, demo_portal, in_turns, median, script
from .table import Figure, measure

SUM = """
local sum = 0
for deal in b24.crm.deal.list { select = { "ID", "TITLE", "STAGE_ID", "OPPORTUNITY", "ASSIGNED_BY_ID", "CLOSEDATE" } } do
  sum = sum + (tonumber(deal.OPPORTUNITY) or 0)
end
print(sum)
"""


@measure
def start():
    """A script that only prints, against the start of another interpreter."""
    with script('print("hello")') as path:
        ours, python = in_turns(
            31, lambda: Run([LUNOKHOD, "run", path]).wall, lambda: Run([sys.executable, "-c", ""]).wall)
    yield Figure("run of a script that prints, wall", median(ours) * 1000, "ms", 20)
    yield Figure("python3 -c '', wall", median(python) * 1000, "ms", None)


@measure
def list_in_lua():
    """Deals read one by one and summed, few and ten times as many."""
    peaks = {}
    for deals in (3_000, 30_000):
        with demo_portal("--deals", str(deals)) as webhook, script(SUM) as path:
            environment = {"LUNOKHOD_WEBHOOK": webhook}
            runs = [Run([LUNOKHOD, "run", path], environment) for _ in range(6)][1:]
        cpu = median([run.cpu for run in runs]) * 1000 / (deals / 1000)
        peaks[deals] = median([run.memory for run in runs])
        yield Figure(f"{deals:,} deals in Lua, host and cell, per 1,000", cpu, "ms", None)
        yield Figure(f"{deals:,} deals in Lua, peak memory of both", peaks[deals], "MB", None)
    yield Figure("memory for 30,000 against 3,000", peaks[30_000] / peaks[3_000], "times", 1.15)


@measure
def list_to_file():
    """Deals exported into a CSV file, few and ten times as many."""
    peaks = {}
    fields = "ID,TITLE,STAGE_ID,OPPORTUNITY,ASSIGNED_BY_ID,CLOSEDATE"
    for deals in (3_000, 30_000):
        with demo_portal("--deals", str(deals)) as webhook, tempfile.TemporaryDirectory() as folder:
            command = [LUNOKHOD, "export", "crm.deal.list", "--select", fields, "--out", f"{folder}/deals.csv"]
            runs = [Run(command, {"LUNOKHOD_WEBHOOK": webhook}, folder) for _ in range(6)][1:]
        cpu = median([run.cpu for run in runs]) * 1000 / (deals / 1000)
        peaks[deals] = median([run.memory for run in runs])
        yield Figure(f"{deals:,} deals into CSV, per 1,000", cpu, "ms", None)
        yield Figure(f"{deals:,} deals into CSV, peak memory", peaks[deals], "MB", None)
    yield Figure("memory of an export for 30,000 against 3,000", peaks[30_000] / peaks[3_000], "times", 1.15)
