"""Coverage by unit: the tally of a register against DuckDB asking the raw rows."""

import datetime
import os
import tempfile

import duckdb

from cities import opened
from programs import lantoa, records, timed

# Of people: the order of ids breaks ties, and is all that is needed of them.
RAW = {
    "learner": "SELECT key, row_number() OVER (ORDER BY id) AS place, registeredIn, registeredOn, died, void "
               "FROM learner WHERE known",
    "move": "SELECT learner, start, residence FROM move",
    "link": "SELECT a, b FROM link",
    "session": "SELECT key, course, date, form, void FROM session WHERE known",
    "mark": "SELECT learner, session, result FROM mark",
    "completion": "SELECT learner, course, date, result, void FROM completion",
}

# Who had completed a core course by a day, by where they lived on it: from raw rows alone. Linked records
# are one person, alive until the first day of death that is told; home is where the last spell before the
# day has them, the first of all reaching back without limit. Most people have one spell, and are counted
# without sorting any.
QUERY = """
WITH RECURSIVE edge AS (
  SELECT a, b FROM link UNION SELECT b, a FROM link
), reach (record, other) AS (
  SELECT a, a FROM edge UNION SELECT reach.record, edge.b FROM reach JOIN edge ON edge.a = reach.other
), linked AS (
  SELECT record, min(other) AS person FROM reach GROUP BY record
), live AS (
  SELECT key, place, coalesce(person, key) AS person, registeredIn, registeredOn, died
  FROM learner LEFT JOIN linked ON linked.record = key WHERE NOT void
), done AS (
  SELECT mark.learner FROM mark JOIN session ON session.key = mark.session
  WHERE NOT session.void AND session.form <> 'broadcast' AND session.date <= $day
    AND mark.result >= 2 AND session.course IN (SELECT slug FROM core)
  UNION
  SELECT learner FROM completion
  WHERE NOT void AND date <= $day AND result >= 2 AND course IN (SELECT slug FROM core)
), several AS (
  SELECT person FROM linked
  UNION
  SELECT person FROM live WHERE key IN (SELECT learner FROM move)
), spell AS (
  SELECT person, registeredIn AS residence, registeredOn AS start, place, 0 AS later
  FROM live WHERE person IN (SELECT person FROM several)
  UNION ALL
  SELECT person, move.residence, move.start, place, 1
  FROM move JOIN live ON live.key = move.learner
), home AS (
  SELECT person, arg_max(residence, {'known': residence <> 0, 'begun': start <= $day,
    'distance': CASE WHEN start <= $day THEN start ELSE -start END, 'place': -place, 'later': later}) AS residence
  FROM spell GROUP BY person
), counted AS (
  SELECT person, min(died) AS died, any_value(registeredIn) AS registeredIn
  FROM live
  WHERE person IN (SELECT person FROM live JOIN done ON done.learner = live.key)
  GROUP BY person
)
SELECT coalesce(home.residence, counted.registeredIn) AS residence, count(*)
FROM counted LEFT JOIN home ON home.person = counted.person
WHERE died IS NULL OR died > $day
GROUP BY 1 ORDER BY 1
"""

TALLY = """
SELECT residence, sum(delta) FROM tally JOIN measure ON measure.key = measure
WHERE slug = 'trained' AND day <= ? GROUP BY residence
"""


class CountsDiffer(Exception):
    pass


def ordinal(day):
    return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days


def duck(db):
    """The raw rows of a register in DuckDB's memory."""
    connection = duckdb.connect(":memory:")
    source = opened(db)
    for table, query in RAW.items():
        cursor = source.execute(query)
        texts = {"course", "form"}
        columns = ", ".join(f"{column[0]} {'VARCHAR' if column[0] in texts else 'BIGINT'}"
                            for column in cursor.description)
        connection.execute(f"CREATE TABLE {table} ({columns})")
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            for row in cursor:
                file.write(",".join("" if value is None else str(value) for value in row) + "\n")
        connection.execute(f"COPY {table} FROM '{file.name}' (HEADER false)")
        os.unlink(file.name)
    core = [course["slug"] for course in records("course", "list", db=db) if course["core"]]
    connection.execute("CREATE TABLE core (slug VARCHAR)")
    connection.executemany("INSERT INTO core VALUES (?)", [[slug] for slug in core])
    source.close()
    return connection


def compare(db, connection, units, report):
    """Both must count the same people in every unit."""
    ours = {(unit["code"], unit["validFrom"]): unit["count"] for unit in report["units"] if unit["count"]}
    ours |= {place: report["total"][place] for place in ("unallocated", "outside")
             if report["total"][place]}
    counted = connection.execute(QUERY, {"day": ordinal(report["asOf"])}).fetchall()
    theirs = {units[residence]: count for residence, count in counted}
    if ours != theirs:
        unlike = sorted((str(place), ours.get(place, 0), theirs.get(place, 0))
                        for place in ours.keys() | theirs.keys() if ours.get(place) != theirs.get(place))
        raise CountsDiffer(f"on {report['asOf']} (place, lantoa, DuckDB): {unlike[:5]}")


def measure(db):
    """Milliseconds of the counting query, of DuckDB's, and of whole processes, and who was compared."""
    source = opened(db)
    units = {key: (code, since) for key, code, since in source.execute(
        "SELECT key, body ->> 'code', body ->> 'validFrom' FROM unit WHERE body IS NOT NULL")}
    units |= {0: "unallocated", -1: "outside"}
    connection = duck(db)
    now = records("coverage", "report", db=db)
    first, last = source.execute("SELECT min(day), max(day) FROM tally").fetchone()
    for back in (0, (last - first) // 3, (last - first) * 2 // 3):
        day = datetime.date.fromisoformat(now["asOf"]) - datetime.timedelta(back)
        report = records("coverage", "report", "--as-of", str(day), db=db)
        compare(db, connection, units, report)
    day = ordinal(now["asOf"])
    before = str(min(datetime.date.fromisoformat(unit["validFrom"]) for unit in now["units"])
                 - datetime.timedelta(1))
    former = records("coverage", "report", "--units-of", before, db=db)
    if former["total"]["count"] != now["total"]["count"]:
        raise CountsDiffer(f"in the units of {before}: {former['total']['count']}, "
                           f"in today's {now['total']['count']}")
    figures = {
        "tally": timed(lambda: source.execute(TALLY, (day,)).fetchall()),
        "duckdb": timed(lambda: connection.execute(QUERY, {"day": day}).fetchall()),
        "coverage": timed(lambda: lantoa("coverage", "report", "--format", "json", db=db)),
        "former units": timed(lambda: lantoa(
            "coverage", "report", "--units-of", before, "--format", "json", db=db)),
    }
    connection.close()
    source.close()
    return figures
