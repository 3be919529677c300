#!/usr/bin/env python3
"""Measures build/bin/lantoa against peers. See Benchmarks/README.md.

    run.py          one city and one list; the page goes to build/bench
    run.py --full   cities and lists up to the size of Hue; page and charts go to Benchmarks
    run.py --site   the site alone; its section of the page in Benchmarks is written anew

SIZES and ROWS give other sizes of cities and of lists, separated by commas; LESSONS of the site; OUT another
folder; RUNS how often what is short is repeated.
"""

import os
import pathlib
import shutil
import sys
import tempfile
import time
import traceback

import building
import charts
import cities
import coverage
import imports
import results
import sessions
import upkeep
from programs import ROOT, RUNS, STARTED, lantoa, say, timed

NAMES = {
    "demo": "`lantoa demo`", "verify": "`journal verify`", "rebuild": "`journal rebuild`",
    "erase": "erase one person", "erase peer": "`VACUUM INTO`", "backup": "backup",
    "session": "log a session of 30", "session peer": "… the same rows by `sqlite3`",
    "rare": "find, a rare name", "common": "find, full name and year", "surname": "find, a surname",
    "coverage": "coverage, the process", "former units": "… by the former units",
    "tally": "coverage, the counting query", "duckdb": "… DuckDB over the raw rows",
}
PEERS = {"erase peer", "session peer", "duckdb", "floor", ".import"}


def numbers(name, usual):
    return sorted(int(number) for number in os.environ.get(name, usual).split(",") if number)


def find(db):
    source = cities.opened(db)
    rare = source.execute(
        "SELECT token FROM nameToken GROUP BY token ORDER BY count(*), token LIMIT 1").fetchone()[0]
    name, year = source.execute(
        "SELECT name, birthYear FROM learner WHERE name LIKE 'Nguyễn%' AND birthYear IS NOT NULL "
        "ORDER BY key LIMIT 1 OFFSET 100").fetchone()
    source.close()
    return {
        "rare": timed(lambda: lantoa("learner", "find", rare, db=db)),
        "common": timed(lambda: lantoa("learner", "find", f"{name} {year}", db=db)),
        "surname": timed(lambda: lantoa("learner", "find", "nguyen", db=db)),
    }


def session(db):
    taken = sessions.measure(db)
    return {"session": taken["lantoa"], "session peer": taken["sqlite3"]}


PARTS = {"find": find, "session of 30": session, "coverage": coverage.measure, "backup": upkeep.backup,
         "erase": upkeep.erase, "verify": upkeep.verify, "rebuild": upkeep.rebuild}


class Measuring:
    """One run: what was found so far, and what could not be."""

    def __init__(self):
        self.cities, self.lists, self.small, self.failures = {}, {}, {}, []

    def attempt(self, what, action):
        """A part that fails is told, and the others go on."""
        say(what)
        try:
            return action()
        except Exception as error:
            traceback.print_exc()
            self.failures.append(f"{what}: {type(error).__name__}: {error}")
            return None

    def city(self, size):
        with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
            db = pathlib.Path(folder) / "city.db"
            made = self.attempt(f"city of {size:,}", lambda: cities.make(db, size))
            if made is None:
                return
            found = {"demo": made, "counts": cities.counts(db), "file": db.stat().st_size}
            self.cities[size] = found
            for name, part in PARTS.items():
                found.update(self.attempt(f"city of {size:,}: {name}", lambda: part(db)) or {})

    def list(self, rows):
        with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
            found = self.attempt(
                f"list of {rows:,}", lambda: imports.measure(pathlib.Path(folder), rows))
            if found:
                self.lists[rows] = found

    def site(self, count):
        with tempfile.TemporaryDirectory(prefix="lantoa-bench-", dir=building.place()) as folder:
            return self.attempt(
                f"site of {count:,} lessons", lambda: building.measure(pathlib.Path(folder), count))

    def rows(self):
        yield from results.small_rows(self.small)
        if self.cities:
            largest = max(self.cities)
            yield from results.city_rows(largest, self.cities[largest])
        yield from results.growth_rows(self.cities)
        yield from results.import_rows(self.lists)


def lines(by_size, names, value):
    for key, words in names.items():
        points = [(size, value(found[key])) for size, found in sorted(by_size.items())
                  if key in found and value(found[key])]
        yield charts.Line(words.replace("`", ""), points, dashed=key in PEERS)


def draw(measuring, folder):
    """Time and memory against size: (title, file) of every chart that has at least two sizes."""
    lists = {"import": "learner import", "floor": "floor.c", ".import": "sqlite3 .import"}
    def ms(taken):
        return taken if isinstance(taken, float) else taken.ms

    def mb(taken):
        return None if isinstance(taken, float) else taken.mb

    wanted = [
        ("Time by the size of the city", "milliseconds", "time-city.svg", measuring.cities, NAMES, ms),
        ("Memory by the size of the city", "peak MB", "memory-city.svg", measuring.cities, NAMES, mb),
        ("Time by the length of the list", "milliseconds", "time-import.svg", measuring.lists, lists, ms),
        ("Memory by the length of the list", "peak MB", "memory-import.svg", measuring.lists, lists, mb),
    ]
    for title, unit, file, found, names, value in wanted:
        drawing = charts.chart(title, unit, list(lines(found, names, value))) if len(found) > 1 else None
        if drawing:
            (folder / file).write_text(drawing, encoding="utf-8")
            yield title, file


def site_alone(count):
    """The site's section, in the page that is there."""
    measuring = Measuring()
    found = measuring.site(count)
    if found:
        text = building.section(found)
        building.replace_section(pathlib.Path(os.environ.get("OUT", ROOT / "Benchmarks")) / "RESULTS.md", text)
        print(text)
    sys.exit(1 if measuring.failures else 0)


def main():
    full = sys.argv[1:] == ["--full"]
    lessons = int(os.environ.get("LESSONS", "2000"))
    if sys.argv[1:] == ["--site"]:
        site_alone(lessons)
    if sys.argv[1:] and not full:
        sys.exit(__doc__)
    sizes = numbers("SIZES", "120000,300000,600000,1200000" if full else "100000")
    rows = numbers("ROWS", "100000,300000,1000000" if full else "100000")
    out = pathlib.Path(os.environ.get("OUT", ROOT / ("Benchmarks" if full else "build/bench")))
    out.mkdir(parents=True, exist_ok=True)
    # The largest city, three copies of it, and a write-ahead log: about 2.3 kB a person each.
    needed = max(sizes + rows, default=0) * 12_000
    if shutil.disk_usage(tempfile.gettempdir()).free < needed:
        sys.exit(f"{tempfile.gettempdir()} needs {needed / 1e9:.1f} GB free; or set TMPDIR to another folder")

    measuring = Measuring()
    measuring.small = measuring.attempt(
        "--help", lambda: {"help": timed(lambda: lantoa("--help"))}) or {}
    for size in rows:
        measuring.list(size)
    for size in sizes:
        measuring.city(size)
    site = measuring.site(lessons) if lessons else None
    drawn = list(draw(measuring, out))
    text = results.page(list(measuring.rows()), measuring.failures, measuring.cities, measuring.lists,
                        NAMES, drawn, RUNS, time.perf_counter() - STARTED)
    if site:
        text += "\n" + building.section(site)
    (out / "RESULTS.md").write_text(text, encoding="utf-8")
    say(f"written: {out / 'RESULTS.md'}")
    print(text)
    sys.exit(1 if measuring.failures else 0)


if __name__ == "__main__":
    main()
