"""The Python that has the peers, in an environment of its own."""
import functools
import subprocess
import sys

from .programs import ROOT

PEERS = ROOT / "Benchmarks" / "peers"
VENV = ROOT / ".build" / "bench-venv"


@functools.cache
def python():
    """Its program; the environment is made when it is missing or the wanted versions have changed."""
    wanted = (PEERS / "requirements.txt").read_text()
    made = VENV / "made-of.txt"
    program = VENV / "bin" / "python"
    if not made.exists() or made.read_text() != wanted:
        print("Installing the peers into .build/bench-venv …", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([program, *install, "--requirement", PEERS / "requirements.txt"], check=True)
        made.write_text(wanted)
    return program
