"""The registers that are measured: an invented city, with moves, links, voids and deaths on top."""

import datetime
import random
import sqlite3

from programs import LANTOA, ROOT, lantoa, say, sqlite, today, watched

SEED = "2026"


def reference(blob):
    """What people type for a record: the last sixty bits of its id."""
    value, digits = int.from_bytes(blob, "big"), ""
    for _ in range(12):
        digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[value & 31] + digits
        value >>= 5
    return digits


def opened(db):
    return sqlite3.connect(f"file:{db}?mode=ro", uri=True)


def make(db, people):
    """What `lantoa demo` took. Then one person in a hundred moves, some who look alike are linked, and some
    sessions that taught a course through are taken back, and some who learned have died."""
    figures = watched([LANTOA, "demo", "--learners", str(people), "--seed", SEED, "--places",
                       str(ROOT / "content" / "data" / "hue"), "--db", str(db)])
    say(f"  made in {figures.ms / 1000:.1f} s; moving and linking people, taking sessions back")
    few = min(max(people // 500, 1), 100)
    move(db, max(people // 100, 1))
    link(db, few)
    for session in drawn(db, few, "session JOIN mark ON session = session.key WHERE form <> 'broadcast'"
                                  " AND result >= 2 AND NOT void AND course IS NOT NULL", "session.id"):
        lantoa("session", "void", session, "--reason", "wrong-date", db=db)
    for person in drawn(db, few, "mark JOIN learner ON learner = learner.key WHERE NOT void AND result >= 2",
                        "learner.id"):
        lantoa("learner", "died", person, "--on", str(today()), db=db)
    sqlite(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    return figures


def drawn(db, count, tables, identifier):
    """References of some records, the same for the same city."""
    register = opened(db)
    found = [row[0] for row in register.execute(f"SELECT DISTINCT {identifier} FROM {tables} ORDER BY 1")]
    register.close()
    return [reference(one) for one in random.Random(SEED).sample(found, min(count, len(found)))]


def move(db, count):
    source = random.Random(SEED)
    register = opened(db)
    names = [name for (name,) in register.execute(
        "SELECT body ->> 'names' ->> 'vi' FROM unit"
        " WHERE body ->> 'parent' IS NOT NULL AND body ->> 'validTo' IS NULL ORDER BY 1")]
    people = register.execute(
        "SELECT id, registeredOn FROM learner WHERE known AND NOT void ORDER BY key").fetchall()
    register.close()
    last = (today() - datetime.date(1970, 1, 1)).days
    path = db.with_suffix(".moves.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("person,name,unit,moved_on\n")
        for identifier, since in source.sample(people, min(count, len(people))):
            day = datetime.date(1970, 1, 1) + datetime.timedelta(source.randint(since, last))
            file.write(f"{reference(identifier)},,{source.choice(names)},{day}\n")
    lantoa("learner", "import", str(path), "--source", "moves", "--units-as-of",
           str(today()), db=db)
    path.unlink()


def link(db, count):
    register = opened(db)
    pairs = register.execute(
        "SELECT min(id), max(id) FROM learner WHERE NOT void AND likeness IS NOT NULL"
        " GROUP BY likeness HAVING count(*) BETWEEN 2 AND 3 ORDER BY likeness LIMIT ?", (count,)
    ).fetchall()
    register.close()
    for one, other in pairs:
        lantoa("learner", "link", reference(one), reference(other), db=db)


def counts(db):
    register = opened(db)
    tables = ("learner", "session", "mark", "event", "move", "link")
    found = {table: register.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
             for table in tables}
    found["died"] = register.execute("SELECT count(*) FROM learner WHERE died IS NOT NULL").fetchone()[0]
    found["void"] = register.execute(
        "SELECT (SELECT count(*) FROM session WHERE void) + (SELECT count(*) FROM completion WHERE void)"
    ).fetchone()[0]
    register.close()
    return found
