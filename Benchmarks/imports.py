"""Taking in a list of people, against the bare loop of floor.c and against `sqlite3 .import`."""

import shutil
import statistics

import people
from cities import opened
from programs import FLOOR, LANTOA, ROOT, Figures, lantoa, on, remove, say, settle, watched

PLACES = ROOT / "content" / "data" / "hue"
TABLES = ("event", "learner", "nameToken", "learnerKey", "caused", "import", "device", "unit")


class RowsDiffer(Exception):
    pass


def same_rows(ours, floor):
    """The floor must have written as many rows into every table, and as many bytes of events."""
    sums = ["SELECT sum(length(envelope)), sum(length(personal)) FROM event WHERE kind <> 'imported'"]
    sums += [f"SELECT count(*) FROM {table}" for table in TABLES]
    for sql in sums:
        ours_has, floor_has = (opened(db).execute(sql).fetchone() for db in (ours, floor))
        if ours_has != floor_has:
            raise RowsDiffer(f"{sql}: lantoa {ours_has}, floor {floor_has}")


def middle(all_figures):
    """Of several runs: the median times, and the greatest memory."""
    return Figures(ms=statistics.median(figures.ms for figures in all_figures),
                   cpu=statistics.median(figures.cpu for figures in all_figures),
                   mb=max(figures.mb for figures in all_figures))


def measure(folder, rows):
    """Both write into copies of one register that has nobody in it yet."""
    file, empty = folder / "people.csv", folder / "empty.db"
    say(f"  writing a list of {rows:,} people")
    people.write(file, rows, PLACES)
    lantoa("init", "--places", str(PLACES), "--quiet", db=empty)
    ours, floor, plain = (folder / f"{name}.db" for name in ("ours", "floor", "plain"))
    commands = {
        "import": (ours, [LANTOA, "learner", "import", str(file), "--source", "floor", *on(ours)]),
        "floor": (floor, [FLOOR, str(floor), str(file)]),
        ".import": (plain, ["sqlite3", "-batch", str(plain), "-cmd", "PRAGMA synchronous = FULL",
                            "-cmd", ".mode csv", f".import {file} people"]),
    }
    taken = {name: [] for name in commands}
    for _ in range(max(1, min(5, 300_000 // rows))):
        for name, (db, command) in commands.items():
            remove(db)
            if name != ".import":
                shutil.copyfile(empty, db)
                settle(db)
            taken[name].append(watched(command))
            say(f"  {name}: {taken[name][-1].ms / 1000:.1f} s, {taken[name][-1].mb:.0f} MB")
    same_rows(ours, floor)
    if rows <= 100_000:
        say("  verifying what the floor has written")
        lantoa("journal", "verify", db=floor)
    for db in (empty, ours, floor, plain):
        remove(db)
    file.unlink()
    return {name: middle(all_figures) for name, all_figures in taken.items()}
