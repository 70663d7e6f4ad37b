"""Checks of calls against the catalogue, and what the catalogue itself takes."""
import os
import pathlib
import subprocess
import sys
import tempfile

from .programs import YARDSTICK, median
from .table import Figure, measure

ROOT = pathlib.Path(__file__).parents[2]
SAMPLES = ROOT / "Tests" / "Bitrix24Tests" / "Checks" / "SampleRequests.swift"


def figures(*command):
    told = subprocess.run([YARDSTICK, *command], check=True, capture_output=True, text=True).stdout
    return [float(line) for line in told.split()]


def medians(*command):
    return [median(list(column)) for column in zip(*(figures(*command) for _ in range(5)))]


@measure
def checks():
    """Right requests of all scopes, looked at before they would be sent."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "requests.jsonl"
        lines = [line.strip() for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
        file.write_text("\n".join(line for line in lines if line.endswith('"wrong": null}')), encoding="utf-8")
        later, first = medians("check", file)
    yield Figure("check of a call", later, "µs", 10)
    yield Figure("check of a method's first call, its facts read for it", first, "µs", 1_000)
    size, start, parameters, results = medians("catalogue")
    yield Figure("catalogue in the program", size / 1e6, "MB", 1)
    yield Figure("what the catalogue adds to a start: its first look at a method", start, "ms", 1)
    yield Figure("documented methods whose parameters are known", 100 * parameters, "%", None)
    yield Figure("documented methods whose result is known", 100 * results, "%", None)


@measure
def documented_requests():
    """The request examples of the vendor's documentation, whose folder LUNOKHOD_DOCS names."""
    docs = os.environ.get("LUNOKHOD_DOCS")
    if not docs:
        yield Figure("documented requests: LUNOKHOD_DOCS names no copy of the documentation", 0, "", None)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "requests.jsonl"
        with file.open("w", encoding="utf-8") as out:
            subprocess.run([sys.executable, ROOT / "Tools" / "documented-requests.py", docs], check=True, stdout=out,
                           stderr=subprocess.DEVNULL)
        found = subprocess.run([YARDSTICK, "checks", file], check=True, capture_output=True, text=True).stdout
        count = len(file.read_text(encoding="utf-8").splitlines())
    yield Figure("requests in the documentation", count, "", None)
    yield Figure("… refused by the checks", found.count('"certain":true'), "", 0)
