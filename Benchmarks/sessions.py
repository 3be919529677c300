"""Logging a session of thirty, against the same rows written by one `sqlite3` process."""

import shutil
import statistics
import time

from cities import opened, reference
from programs import RUNS, lantoa, records, remove, settle, sqlite


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


def measure(db):
    """Medians of sessions logged one after the other, each with thirty other people, in two copies that
    stay the same."""
    team = records("team", "list", "--limit", "1", db=db)[0]
    source = opened(db)
    # Linked people count under another record than the one that is marked.
    people = [row[0] for row in source.execute(
        "SELECT id FROM learner WHERE NOT void AND NOT EXISTS (SELECT 1 FROM link WHERE key IN (a, b))"
        " ORDER BY key LIMIT ?", (30 * (RUNS + 1),))]
    source.close()
    ours, theirs = db.with_suffix(".ours.db"), db.with_suffix(".theirs.db")
    attendees = db.with_suffix(".attendees.csv")
    times = {"lantoa": [], "sqlite3": []}
    try:
        for copy in (ours, theirs):
            shutil.copyfile(db, copy)
            settle(copy)
        for first in range(0, len(people), 30):
            attendees.write_text(
                "name,birth_year,sex,unit,person\n"
                + "".join(f",,,,{reference(id)}\n" for id in people[first:first + 30]), encoding="utf-8")
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
