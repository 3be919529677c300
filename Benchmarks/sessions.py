"""Logging a session of thirty, against the same rows written by one `sqlite3` process."""

import csv
import datetime
import shutil
import statistics
import time

from cities import opened, reference
from programs import RUNS, lantoa, records, remove, settle, sqlite, today


def written_rows(before, after):
    """What one `session log` wrote, as one transaction of SQL."""
    old, new = opened(before), opened(after)
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
    old.close()
    new.close()
    return "\n".join(statements)


# Linked people count under another record than the one that is marked.
PEOPLE = """SELECT id FROM learner WHERE NOT void
    AND NOT EXISTS (SELECT 1 FROM link WHERE key IN (a, b))"""

# Whom the register can know by what a row says: a name with a mark in it, that nobody shares with this
# birth year and sex, and a unit that stands.
DESCRIBED = """SELECT learner.id, name, birthYear, sex,
        unit.body ->> 'code' || '@' || (unit.body ->> 'validFrom')
    FROM learner JOIN unit ON unit.key = residence
    WHERE NOT void AND died IS NULL AND birthYear IS NOT NULL AND sex IS NOT NULL
    AND length(CAST(name AS BLOB)) > length(name) AND unit.body ->> 'validTo' IS NULL
    AND NOT EXISTS (SELECT 1 FROM link WHERE learner.key IN (a, b))
    GROUP BY name, birthYear, sex HAVING count(*) = 1 ORDER BY learner.key LIMIT ?"""


def attendance(path, referred, described):
    """A list of who came: some by their references, some as people write them down."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["name", "birth_year", "sex", "unit", "person"])
        rows.writerows(["", "", "", "", reference(id)] for id in referred)
        rows.writerows([*person[1:], ""] for person in described)


def measure(db):
    """Medians of sessions logged one after the other, each with thirty other people, in two copies that
    stay the same. Fifteen have attended the team before, and are found by name, birth year, sex and unit;
    fifteen are given by reference."""
    team = records("team", "list", "--limit", "1", db=db)[0]
    source = opened(db)
    described = source.execute(DESCRIBED, (15 * (RUNS + 1),)).fetchall()
    known = {person[0] for person in described}
    referred = [id for (id,) in source.execute(PEOPLE + " ORDER BY key LIMIT ?", (
        len(described) + 15 * (RUNS + 1),)) if id not in known]
    source.close()
    ours, theirs = db.with_suffix(".ours.db"), db.with_suffix(".theirs.db")
    attendees = db.with_suffix(".attendees.csv")
    times = {"lantoa": [], "sqlite3": []}
    try:
        shutil.copyfile(db, ours)
        attendance(attendees, sorted(known), [])
        yesterday = str(today() - datetime.timedelta(days=1))
        lantoa("session", "log", "--team", team["ref"], "--course", "safe-online", "--date", yesterday,
               "--attendees", str(attendees), db=ours)
        sqlite(ours, "PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(ours, theirs)
        for copy in (ours, theirs):
            settle(copy)
        for first in range(0, 15 * (RUNS + 1), 15):
            attendance(attendees, referred[first:first + 15], described[first:first + 15])
            start = time.perf_counter()
            lantoa("session", "log", "--team", team["ref"], "--course", "safe-online", "--result",
                   "completed", "--attendees", str(attendees), db=ours)
            times["lantoa"].append((time.perf_counter() - start) * 1000)
            sql = written_rows(theirs, ours)
            start = time.perf_counter()
            sqlite(theirs, sql)
            times["sqlite3"].append((time.perf_counter() - start) * 1000)
    finally:
        attendees.unlink(missing_ok=True)
        remove(ours)
        remove(theirs)
    return {program: statistics.median(all[1:] or all) for program, all in times.items()}
