"""JSON into Lua tables, and the demo portal as a yardstick."""
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
        size = reply.stat().st_size / 1e6
    yield Figure(f"JSON to Lua tables, {size:.1f} MB", median(ours), "MB/s", median(orjson), lower_is_better=False)


@measure
def portal_batch():
    """What the demo portal takes for a batch of 50 pages of 50 deals."""
    yield Figure("demo portal, batch of 50 × 50 deals", figure(YARDSTICK, "portal"), "ms", 10)
