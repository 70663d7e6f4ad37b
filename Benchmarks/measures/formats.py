"""JSON into Lua tables and into exported files, and the demo portal as a yardstick."""
import pathlib
import subprocess
import tempfile

from .programs import YARDSTICK, in_turns, median
from .table import Figure, measure
from .venv import python

ORJSON = """
import sys, time, statistics
import orjson
data = open(sys.argv[1], "rb").read()
speeds = []
for _ in range(60):
    start = time.process_time()
    value = orjson.loads(data)
    speeds.append(len(data) / 1e6 / (time.process_time() - start))
print(statistics.median(speeds))
"""


def figure(*command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@measure
def json_to_lua():
    """A batch reply of 50 pages, parsed and pushed into Lua tables, against orjson into Python's."""
    with tempfile.TemporaryDirectory() as folder:
        reply = pathlib.Path(folder) / "reply.json"
        subprocess.run([YARDSTICK, "reply", reply], check=True)
        ours, orjson = in_turns(
            5, lambda: figure(YARDSTICK, "push", reply), lambda: figure(python(), "-c", ORJSON, reply))
        typed = median([figure(YARDSTICK, "typed", reply) for _ in range(5)])
        size = reply.stat().st_size / 1e6
    yield Figure(f"JSON to Lua tables, {size:.1f} MB", median(ours), "MB/s", median(orjson), lower_is_better=False)
    yield Figure("… with documented types, against as it came", typed, "times", 1.10)


@measure
def items_to_files():
    """Pages of 2,500 deals with six fields, into CSV and JSON lines, without portal and disk."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.json"
        subprocess.run([YARDSTICK, "items", page], check=True)
        told = [subprocess.run([YARDSTICK, "export", page], check=True, capture_output=True, text=True).stdout.split()
                for _ in range(5)]
    csv, csv_speed, lines, lines_speed = (median([float(figures[i]) for figures in told]) for i in range(4))
    yield Figure("100,000 items into CSV", csv, "ms", 40)
    yield Figure("… that is", csv_speed, "MB/s", None)
    yield Figure("100,000 items into JSON lines", lines, "ms", 40)
    yield Figure("… that is", lines_speed, "MB/s", None)


@measure
def portal_batch():
    """What the demo portal takes for a batch of 50 pages of 50 deals."""
    yield Figure("demo portal, batch of 50 × 50 deals", figure(YARDSTICK, "portal"), "ms", 10)
