#!/usr/bin/env python3
"""Measures build/bin/lantoa against peers and writes Benchmarks/RESULTS.md. See Benchmarks/README.md."""

import datetime
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANTOA = str(ROOT / "build" / "bin" / "lantoa")
PEOPLE = int(os.environ.get("PEOPLE", "100000"))
RUNS = int(os.environ.get("RUNS", "15"))
ENV = {**os.environ, "LANTOA_SHARE": str(ROOT), "LANTOA_LANG": "en"}


def say(text):
    print(text, flush=True)


def lantoa(*arguments, db=None, **options):
    command = [LANTOA, *arguments] + (["--db", str(db)] if db else [])
    return subprocess.run(command, env=ENV, check=True, capture_output=True, text=True, **options)


def timed(action, runs=RUNS, before=lambda: None):
    """Median milliseconds of `runs` calls, after one that warms up."""
    before()
    action()
    times = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def peak_memory(*arguments, db):
    """Peak resident memory of one run, in MB."""
    command = ["/usr/bin/env", "python3", "-c", (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"),
        LANTOA, *arguments, "--db", str(db)]
    return int(subprocess.run(command, env=ENV, check=True, capture_output=True, text=True).stdout)


RAW = {
    "learner": "SELECT key, residence, void FROM learner WHERE known",
    "session": "SELECT key, course, date, form, void FROM session WHERE known",
    "mark": "SELECT learner, session, result FROM mark",
    "completion": "SELECT learner, course, date, result, void FROM completion",
}

# Who completed a core course by a day, per recorded residence: from raw rows alone.
QUERY = """
WITH done AS (
  SELECT mark.learner FROM mark JOIN session ON session.key = mark.session
  WHERE NOT session.void AND session.form <> 'broadcast' AND session.date <= $day
    AND mark.result >= 2 AND session.course IN (SELECT slug FROM core)
  UNION
  SELECT learner FROM completion
  WHERE NOT void AND date <= $day AND result >= 2 AND course IN (SELECT slug FROM core)
)
SELECT residence, count(DISTINCT learner.key) FROM learner JOIN done ON done.learner = learner.key
WHERE NOT void GROUP BY residence ORDER BY residence
"""


def duck(db, core):
    connection = duckdb.connect(":memory:")
    source = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    for table, query in RAW.items():
        cursor = source.execute(query)
        names = [column[0] for column in cursor.description]
        texts = {"course", "form"}
        columns = ", ".join(f"{n} {'VARCHAR' if n in texts else 'BIGINT'}" for n in names)
        connection.execute(f"CREATE TABLE {table} ({columns})")
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            for row in cursor:
                file.write(",".join("" if v is None else str(v) for v in row) + "\n")
        connection.execute(f"COPY {table} FROM '{file.name}' (HEADER false)")
        os.unlink(file.name)
    connection.execute("CREATE TABLE core (slug VARCHAR)")
    connection.executemany("INSERT INTO core VALUES (?)", [[slug] for slug in core])
    return connection


def bench_coverage(db):
    report = json.loads(lantoa("coverage", "report", "--format", "json", db=db).stdout)
    core = [c["slug"] for c in json.loads(lantoa("course", "list", "--format", "json", db=db).stdout)
            if c["core"]]
    day = (datetime.date.fromisoformat(report["asOf"]) - datetime.date(1970, 1, 1)).days
    connection = duck(db, core)
    rows = dict(connection.execute(QUERY, {"day": day}).fetchall())
    theirs = {"unallocated": rows.get(0, 0), "outside": rows.get(-1, 0),
              "units": sum(n for residence, n in rows.items() if residence > 0)}
    ours = {"unallocated": report["total"]["unallocated"], "outside": report["total"]["outside"],
            "units": sum(unit["count"] for unit in report["units"])}
    if theirs != ours or len([r for r in rows if r > 0]) != len(
            [u for u in report["units"] if u["count"]]):
        sys.exit(f"the counts differ: DuckDB {theirs}, lantoa {ours}")
    source = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    tally = ("SELECT residence, sum(delta) FROM tally JOIN measure ON measure.key = measure "
             "WHERE slug = 'trained' AND day <= ? GROUP BY residence")
    return {
        "lantoa": timed(lambda: lantoa("coverage", "report", "--format", "json", db=db)),
        "duckdb": timed(lambda: connection.execute(QUERY, {"day": day}).fetchall()),
        "tally": timed(lambda: source.execute(tally, (day,)).fetchall()),
        "marks": connection.execute("SELECT count(*) FROM mark").fetchone()[0],
    }


def written_rows(before, after):
    """What one `session log` wrote, as one transaction of SQL."""
    old = sqlite3.connect(f"file:{before}?mode=ro", uri=True)
    new = sqlite3.connect(f"file:{after}?mode=ro", uri=True)
    statements = ["PRAGMA synchronous = FULL;", "BEGIN IMMEDIATE;"]

    def insert(table, rows, columns, suffix=""):
        for row in rows:
            quoted = [new.execute("SELECT quote(?)", (value,)).fetchone()[0] for value in row]
            statements.append(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(quoted)}){suffix};")

    def fetch(query, *arguments):
        cursor = new.execute(query, arguments)
        return cursor.fetchall(), [column[0] for column in cursor.description]

    for table in ("event", "session"):
        last = old.execute(f"SELECT max(key) FROM {table}").fetchone()[0]
        insert(table, *fetch(f"SELECT * FROM {table} WHERE key > ?", last))
    session = new.execute("SELECT max(key) FROM session").fetchone()[0]
    insert("mark", *fetch("SELECT * FROM mark WHERE session = ?", session))
    for (person,) in new.execute("SELECT learner FROM mark WHERE session = ?", (session,)).fetchall():
        rows, columns = fetch("SELECT * FROM contribution WHERE person = ?", person)
        known = set(old.execute("SELECT * FROM contribution WHERE person = ?", (person,)).fetchall())
        if set(rows) != known:
            statements.append(f"DELETE FROM contribution WHERE person = {person};")
            insert("contribution", rows, columns)
    known = set(old.execute("SELECT * FROM tally").fetchall())
    rows, columns = fetch("SELECT * FROM tally")
    insert("tally", [row for row in rows if row not in known], columns,
           " ON CONFLICT DO UPDATE SET delta = excluded.delta")
    statements.append("COMMIT;")
    return "\n".join(statements)


def bench_session(db, folder):
    team = json.loads(lantoa("team", "list", "--format", "json", "--limit", "1", db=db).stdout)[0]
    source = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    ids = [row[0] for row in source.execute(
        "SELECT id FROM learner WHERE NOT void ORDER BY key LIMIT 30 OFFSET 500")]
    source.close()

    def reference(blob):
        value, digits = int.from_bytes(blob, "big"), ""
        for _ in range(12):
            digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[value & 31] + digits
            value >>= 5
        return digits

    file = folder / "attendees.csv"
    file.write_text("name,birth_year,sex,unit,person\n"
                    + "".join(f",,,,{reference(id)}\n" for id in ids), encoding="utf-8")
    arguments = ["session", "log", "--team", team["ref"], "--course",
                 "safe-online", "--result", "completed", "--attendees", str(file)]
    work, plain = folder / "work.db", folder / "plain.db"

    def copy(target):
        for suffix in ("-wal", "-shm"):
            pathlib.Path(f"{target}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(db, target)
        # The copy is on the disk before anything is timed.
        descriptor = os.open(target, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)

    copy(work)
    lantoa(*arguments, db=work)
    sql = written_rows(db, work)

    def peer():
        subprocess.run(["sqlite3", "-batch", str(plain)], input=sql, text=True, check=True,
                       capture_output=True)

    return {
        "lantoa": timed(lambda: lantoa(*arguments, db=work), before=lambda: copy(work)),
        "sqlite3": timed(peer, before=lambda: copy(plain)),
    }


def bench_find(db):
    source = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    rare = source.execute(
        "SELECT token FROM nameToken GROUP BY token ORDER BY count(*), token LIMIT 1").fetchone()[0]
    name, year = source.execute(
        "SELECT name, birthYear FROM learner WHERE name LIKE 'Nguyễn%' AND birthYear IS NOT NULL "
        "ORDER BY key LIMIT 1 OFFSET 100").fetchone()
    return {
        "rare": timed(lambda: lantoa("learner", "find", rare, db=db)),
        "common": timed(lambda: lantoa("learner", "find", f"{name} {year}", db=db)),
        "surname": timed(lambda: lantoa("learner", "find", "nguyen", db=db)),
    }


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                if line.startswith("model name")), platform.processor())
    memory = int(next(line.split()[1] for line in open("/proc/meminfo"))) // 1024 // 1024
    system = next((line.split("=")[1].strip().strip('"') for line in open("/etc/os-release")
                   if line.startswith("PRETTY_NAME")), platform.platform())
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("(")[0]
    return (f"{cpu}, {os.cpu_count()} cores, {memory} GiB; {system}; {swift.strip()}; "
            f"SQLite {sqlite3.sqlite_version} (Python's), DuckDB {duckdb.__version__}")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lantoa-bench-"))
    db = folder / "city.db"
    try:
        say(f"making a city of {PEOPLE:,} people …")
        start = time.perf_counter()
        lantoa("demo", "--learners", str(PEOPLE), "--seed", "2026", db=db)
        demo = time.perf_counter() - start
        subprocess.run(["sqlite3", str(db), "PRAGMA wal_checkpoint(TRUNCATE)"], check=True,
                       capture_output=True)
        say("--help …")
        help_time = timed(lambda: lantoa("--help"))
        say("find …")
        find = bench_find(db)
        say("coverage …")
        coverage = bench_coverage(db)
        say("session of 30 …")
        session = bench_session(db, folder)
        say("verify and rebuild …")
        verify = timed(lambda: lantoa("journal", "verify", db=db), runs=1)
        verify_memory = peak_memory("journal", "verify", db=db)
        rebuild = timed(lambda: lantoa("journal", "rebuild", db=db), runs=1)
        rebuild_memory = peak_memory("journal", "rebuild", db=db)
        events = sqlite3.connect(db).execute("SELECT count(*) FROM event").fetchone()[0]
        size = db.stat().st_size / 1e6
    finally:
        shutil.rmtree(folder)

    scale = 1_200_000 / PEOPLE
    session_bar = 2 * session["sqlite3"] + 25
    rows = [
        ("`lantoa --help`", f"{help_time:.1f} ms", "–", "≤ 15 ms", help_time <= 15),
        ("find a person by a rare name", f"{find['rare']:.1f} ms", "–", "≤ 50 ms (at 1.2 M)",
         find["rare"] <= 50),
        ("find a person by full name and year", f"{find['common']:.1f} ms", "–",
         "≤ 50 ms (at 1.2 M)", find["common"] <= 50),
        ("find by the commonest surname alone", f"{find['surname']:.1f} ms", "–",
         "≤ 50 ms (at 1.2 M)", find["surname"] <= 50),
        ("log a session of 30, until it is on the disk", f"{session['lantoa']:.1f} ms",
         f"sqlite3: {session['sqlite3']:.1f} ms · ratio {session['lantoa'] / session['sqlite3']:.2f}",
         f"≤ 2 × + 25 ms = {session_bar:.1f} ms", session["lantoa"] <= session_bar),
        (f"coverage of 40 wards over {coverage['marks']:,} marks: the counting query",
         f"{coverage['tally']:.2f} ms",
         f"DuckDB over the raw rows: {coverage['duckdb']:.1f} ms · ratio "
         f"{coverage['tally'] / coverage['duckdb']:.3f}", "no slower than DuckDB",
         coverage["tally"] <= coverage["duckdb"]),
        ("… the whole process, from start to JSON", f"{coverage['lantoa']:.1f} ms",
         f"ratio to DuckDB's query {coverage['lantoa'] / coverage['duckdb']:.2f}", "–", True),
        (f"`journal verify`, {events:,} events, tables included",
         f"{verify / 1000:.1f} s, {verify_memory} MB; in proportion {verify * scale / 1000:.0f} s",
         "–", "≤ 120 s at 1.2 M", verify * scale <= 120_000),
        (f"`journal rebuild`, {events:,} events",
         f"{rebuild / 1000:.1f} s, {rebuild_memory} MB; in proportion {rebuild * scale / 1000:.0f} s",
         "–", "≤ 90 s at 1.2 M", rebuild * scale <= 90_000),
    ]
    lines = [
        "# Results", "",
        f"Last run {datetime.date.today()}, {PEOPLE:,} learners (`make bench`), medians of {RUNS} "
        "runs (verify and rebuild: one).", "", f"Machine: {machine()}.", "",
        "| work | lantoa | peer in the same run | bar | held |", "|---|---|---|---|---|",
    ]
    lines += [f"| {w} | {o} | {p} | {b} | {'yes' if held else '**no**'} |" for w, o, p, b, held in rows]
    lines += ["", f"Making the city took {demo:.1f} s; its file is {size:.0f} MB. Bars given for 1.2 "
              "million people are only known at the size above; verify and rebuild are also judged in "
              "proportion to it.", ""]
    (ROOT / "Benchmarks" / "RESULTS.md").write_text("\n".join(lines), encoding="utf-8")
    say("\n".join(lines))


main()
