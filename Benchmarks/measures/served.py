"""`lunokhod serve` in a folder of its own, which may be killed and started again."""
import contextlib
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from .programs import LUNOKHOD, ROOT

TOKEN = "51856fefc120afa4b628cc82d3935cce"
# Nobody is there; scripts that call nothing don't notice.
NOWHERE = "http://127.0.0.1:9/rest/1/secret/"
LOAD = ROOT / "Benchmarks" / "load" / "events.lua"


class Served:
    """A folder with settings and scripts, its ledger, and the process that serves it."""

    def __init__(self, folder, scripts, webhook=NOWHERE, workers=8):
        self.folder = pathlib.Path(folder)
        self.ledger_path = self.folder / ".lunokhod" / "ledger.sqlite"
        self.process, self.port, self.starts = None, None, 0
        self.write("lunokhod.yaml", f"""
portals:
  main:
    webhook_file: main.webhook
    limits: off
    events: {{ token_file: main.token, pull: none }}
zone: Europe/Moscow
calendar: {{ weekend: [SA, SU] }}
serve: {{ listen: "127.0.0.1:0", operations: "off", workers: {workers} }}
""")
        self.write("main.webhook", webhook + "\n")
        self.write("main.token", TOKEN + "\n")
        (self.folder / "scripts").mkdir(exist_ok=True)
        for name, text in scripts.items():
            self.write(f"scripts/{name}", text)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/events/main"

    @property
    def log_path(self):
        return self.folder / f"serve-{self.starts}.log"

    def start(self, patience=60):
        """Starts it; returns how long it took until work was taken, in seconds."""
        self.starts += 1
        begun = time.perf_counter()
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                [LUNOKHOD, "serve", "--log", "json"], stdout=log, stderr=log, cwd=self.folder,
                stdin=subprocess.DEVNULL)
        while time.perf_counter() - begun < patience:
            found = re.search(rb'"events":"port (\d+)"', self.log_path.read_bytes())
            if found:
                self.port = int(found[1])
                return time.perf_counter() - begun
            if self.process.poll() is not None:
                break
            time.sleep(0.005)
        self.kill()
        sys.exit("serve does not start: " + self.log_path.read_text()[-2_000:])

    def kill(self):
        """Ends it as a power cut would, as far as the program can see."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    @contextlib.contextmanager
    def ledger(self):
        """A connection to its ledger."""
        connection = sqlite3.connect(self.ledger_path, timeout=30)
        try:
            yield connection
            connection.commit()
        finally:
            connection.close()

    def rows(self, sql, *arguments):
        with self.ledger() as ledger:
            return ledger.execute(sql, arguments).fetchall()

    def count(self, sql, *arguments):
        return self.rows(sql, *arguments)[0][0]

    def status(self, name):
        """A number of /proc/PID/status: `VmRSS`, `VmHWM` in kB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[1])

    @property
    def cpu(self):
        """Processor time of the host alone so far, in seconds."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def drain(self, patience=600, quiet="cause <> 'slot' AND script NOT IN (SELECT script FROM script WHERE paused > 0)"):
        """Waits until no job of this kind waits or runs."""
        until = time.monotonic() + patience
        while self.count(f"SELECT count(*) FROM job WHERE state IN ('waiting', 'running', 'snoozed') AND {quiet}"):
            if time.monotonic() > until:
                sys.exit("jobs are left over: " + str(self.rows(
                    "SELECT script, state, reason, count(*) FROM job GROUP BY 1, 2, 3")))
            time.sleep(0.2)


@contextlib.contextmanager
def served(scripts, **choices):
    """A served folder that is removed in the end."""
    with tempfile.TemporaryDirectory() as folder:
        daemon = Served(folder, scripts, **choices)
        try:
            yield daemon
        finally:
            daemon.stop()


def load(daemon, connections, seconds, first):
    """Events from so many connections, as fast as they are taken; what the load's program tells."""
    told = subprocess.run(
        ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "10s",
         "--script", LOAD, daemon.address, "--", TOKEN, str(first)],
        check=True, capture_output=True, text=True).stdout
    return json.loads(told.partition("FIGURES ")[2])
