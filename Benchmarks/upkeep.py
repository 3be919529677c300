"""What is done to a register as a whole: verified, rebuilt, backed up, rid of one person."""

import shutil

from cities import opened, reference
from programs import LANTOA, on, remove, settle, watched, watched_lantoa


def verify(db):
    return {"verify": watched_lantoa("journal", "verify", db=db)}


def rebuild(db):
    return {"rebuild": watched_lantoa("journal", "rebuild", db=db)}


def vacuum(db, into):
    """Writing the whole file anew with nothing else around it: the peer of both below."""
    remove(into)
    figures = watched(["sqlite3", "-batch", str(db), f"VACUUM INTO '{into}'"])
    remove(into)
    return figures


def backup(db):
    copy = db.with_suffix(".backup.db")
    try:
        peer = vacuum(db, copy)
        figures = watched([LANTOA, "backup", str(copy), *on(db)])
    finally:
        remove(copy)
    return {"backup": figures, "backup peer": peer}


def erase(db):
    """Somebody with many marks is erased from a copy."""
    source = opened(db)
    person = source.execute(
        "SELECT id FROM learner JOIN mark ON mark.learner = learner.key WHERE NOT learner.void"
        " GROUP BY learner.key ORDER BY count(*) DESC, learner.key LIMIT 1").fetchone()[0]
    source.close()
    copy, scratch = db.with_suffix(".work.db"), db.with_suffix(".vacuum.db")
    try:
        shutil.copyfile(db, copy)
        settle(copy)
        peer = vacuum(copy, scratch)
        figures = watched_lantoa("learner", "erase", reference(person), "--yes", db=copy)
    finally:
        remove(copy)
        remove(scratch)
    return {"erase": figures, "erase peer": peer}
