"""The programs that are measured, and how they are timed."""

import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANTOA = os.environ.get("LANTOA", str(ROOT / "build" / "bin" / "lantoa"))
FLOOR = str(ROOT / "build" / "bench" / "floor")
RUNS = int(os.environ.get("RUNS", "15"))
ENV = {**os.environ, "LANTOA_SHARE": str(ROOT), "LANTOA_LANG": "en", "LANTOA_AS": "Bench"}
STARTED = time.perf_counter()


def say(text):
    elapsed = int(time.perf_counter() - STARTED)
    print(f"{elapsed // 60:3}:{elapsed % 60:02}  {text}", flush=True)


def today():
    """The day in Vietnam, which lantoa goes by: from 17:00 UTC on it is tomorrow's."""
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()


class Failed(Exception):
    """A command that failed, with what it said."""


def run(command, watcher=(), **options):
    """Its standard output; `watcher` is a command that runs the command."""
    done = subprocess.run([*watcher, *command], env=ENV, capture_output=True, text=True, **options)
    if done.returncode != 0:
        name = " ".join([os.path.basename(command[0]), *command[1:3]])
        raise Failed(f"{name} …: {' '.join(done.stderr.strip().splitlines()[-3:])}")
    return done.stdout


def on(db):
    return ["--db", str(db)] if db else []


def lantoa(*arguments, db=None):
    return run([LANTOA, *arguments, *on(db)])


def records(*arguments, db):
    return json.loads(lantoa(*arguments, "--format", "json", db=db))


def sqlite(db, sql):
    return run(["sqlite3", "-batch", str(db)], input=sql)


@dataclass
class Figures:
    """What one command took."""

    ms: float
    cpu: float
    mb: float


def watched(command):
    """Runs a command once."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        watcher = [sys.executable, "-SE", str(ROOT / "Benchmarks" / "watched.py"), file.name]
        run([str(part) for part in command], watcher=watcher)
        return Figures(**json.load(file))


def watched_lantoa(*arguments, db):
    return watched([LANTOA, *arguments, *on(db)])


def timed(action, runs=RUNS, before=lambda: None):
    """Median milliseconds of `runs` calls, after one that warms up."""
    times = []
    for _ in range(runs + 1):
        before()
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def remove(db):
    """A register, and whatever lies beside it."""
    for suffix in ("", "-wal", "-shm", ".manifest.json", ".erased"):
        pathlib.Path(f"{db}{suffix}").unlink(missing_ok=True)


def settle(path):
    """What has been written is on the disk before anything is timed."""
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
