"""Runs programs and tells what they took."""
import contextlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build" / "release"
LUNOKHOD = BUILD / "lunokhod"
YARDSTICK = BUILD / "yardstick"


class Run:
    """What one run of a program, and of the programs that it started, took."""

    def __init__(self, command, environment=None, cwd=None):
        start = time.perf_counter()
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}, cwd=cwd)
            self.peaks = {}
            watch = threading.Thread(target=self._watch, args=(process.pid,), daemon=True)
            watch.start()
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            watch.join()
            output.seek(0)
            self.output = output.read().decode()
        if status != 0:
            sys.exit(f"{command} failed: {errors.decode()}")
        self.errors = errors.decode()
        self.cpu = usage.ru_utime + usage.ru_stime
        self.own_peak = max(self.peaks.get(str(process.pid), 0), 0)

    def _watch(self, pid):
        """Notes the greatest memory (MB) of the process and its children until they end."""
        gap = 0.002
        while True:
            pids = [str(pid)]
            with contextlib.suppress(OSError):
                pids += pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            found = False
            for one in pids:
                with contextlib.suppress(OSError, StopIteration, ValueError):
                    lines = pathlib.Path(f"/proc/{one}/status").read_text().splitlines()
                    peak = next(line for line in lines if line.startswith("VmHWM")).split()[1]
                    self.peaks[one] = max(self.peaks.get(one, 0), int(peak) / 1024)
                    found = found or one == str(pid)
            if not found:
                return
            time.sleep(gap)
            # Looking costs the process something, too; what it noted as its greatest stays.
            gap = min(gap * 1.05, 0.02)

    @property
    def memory(self):
        """The peaks of all processes together, in MB."""
        return sum(self.peaks.values())


def median(values):
    return statistics.median(values)


def in_turns(times, *runs):
    """Calls the functions in turns; returns a list of results for each."""
    results = [[] for _ in runs]
    for _ in range(times):
        for kept, run in zip(results, runs):
            kept.append(run())
    return results


@contextlib.contextmanager
def demo_portal(*options):
    """The demo portal in a process of its own; gives its webhook."""
    process = subprocess.Popen(
        [LUNOKHOD, "demo", "--serve", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def script(text):
    """A folder with a script in it; gives the script's path."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "script.lua"
        path.write_text(text)
        yield path
