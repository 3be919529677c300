"""The site: `lantoa site build` against Hugo with the same words, and libcmark alone as the floor."""

import datetime
import os
import pathlib
import re
import statistics
import subprocess

import lessons
import previewing
import results
from programs import LANTOA, ROOT, Figures, run, watched

MARKDOWN = str(ROOT / "build" / "bench" / "markdown")
# Each run of what takes long writes into a folder of its own: a file system that has just removed ten
# thousand files is slow to make as many.
RUNS = 3
HEADING = "## The site"


def place():
    """A folder in memory, so that the state of a disk has no say; TMPDIR is another."""
    memory = pathlib.Path("/dev/shm")
    return str(memory) if memory.is_dir() and "TMPDIR" not in os.environ else None


def hugo():
    """The program itself, not the script before it."""
    found = sorted((ROOT / "build" / "venv" / "lib").glob("python*/site-packages/hugo/binaries/hugo*"))
    return str(found[0])


def median(runs):
    return Figures(ms=statistics.median(taken.ms for taken in runs), cpu=statistics.median(taken.cpu for taken in runs),
                   mb=max(taken.mb for taken in runs))


def pages(folder):
    return sum(1 for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".lantoa-site"))


class Different(Exception):
    pass


def measure(folder, count):
    """Figures by name, of `count` lessons made in `folder`."""
    files = lessons.make(folder, count)
    (folder / "files").write_text("".join(f"{path}\n" for path in files), encoding="utf-8")
    one_page = folder / "hugo-one"
    subprocess.run(["cp", "-r", str(folder / "hugo"), str(one_page)], check=True)
    config = one_page / "hugo.toml"
    config.write_text(re.sub(r"(?m)^(page|section) = .*", r'\1 = ["html"]', config.read_text(encoding="utf-8")),
                      encoding="utf-8")

    def build(name):
        return watched([LANTOA, "site", "build", "--courses", folder / "courses", "--content", folder / "content",
                        "--output", folder / name, "--base-url", "https://example.org"])

    def peer(source, name):
        return watched([hugo(), "--source", source, "--destination", folder / name, "--cacheDir", folder / "cache",
                        "--quiet"])

    subprocess.run(["sync"], check=True)
    runs = {"cold": [], "hugo": [], "hugo one": [], "floor": [], "same": [], "changed": []}
    for number in range(RUNS):
        runs["cold"].append(build(f"ours-{number}"))
        runs["hugo"].append(peer(folder / "hugo", f"theirs-{number}"))
        runs["hugo one"].append(peer(one_page, f"theirs-one-{number}"))
        runs["floor"].append(watched([MARKDOWN, folder / "files"]))
    last = folder / f"ours-{RUNS - 1}"
    changed = files[len(files) // 2]
    for number in range(RUNS):
        runs["same"].append(build(last.name))
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text.replace(".\n\n## ", f" {number + 1}.\n\n## ", 1), encoding="utf-8")
        runs["changed"].append(build(last.name))
    build("anew")
    unlike = subprocess.run(["diff", "-rq", "--exclude=.lantoa-site*", str(last), str(folder / "anew")],
                            capture_output=True, text=True).stdout
    if unlike:
        raise Different(unlike[:300])
    found = {name: median(taken) for name, taken in runs.items()}
    found["pages"] = pages(last)
    found["hugo pages"] = pages(folder / f"theirs-{RUNS - 1}")
    found["hugo one pages"] = pages(folder / f"theirs-one-{RUNS - 1}")
    (folder / "preview").mkdir()
    found["preview"] = previewing.measure(folder / "preview")
    found["lessons"] = len(files)
    found["words"] = sum(len(path.read_text(encoding="utf-8").split()) for path in files) // len(files)
    return found


def took(figures):
    return f"CPU {results.seconds(figures.cpu)}, {results.seconds(figures.ms)} by the clock, {figures.mb:.0f} MB"


def rows(found):
    cold, peer, one = found["cold"], found["hugo"], found["hugo one"]
    limit = 0.6 * peer.cpu
    yield results.Row(
        f"cold build of {found['lessons']:,} lessons: {found['pages']:,} files", took(cold),
        f"Hugo, the same kinds of pages ({found['hugo pages']:,} files): {took(peer)} · CPU ratio "
        f"{cold.cpu / peer.cpu:.2f}", f"CPU ≤ 0.6 × = {results.seconds(limit)}", cold.cpu, limit)
    yield results.Row(
        "… against one page a lesson", took(cold),
        f"Hugo ({found['hugo one pages']:,} files): {took(one)} · CPU ratio {cold.cpu / one.cpu:.2f}")
    yield results.Row("… memory", f"{cold.mb:.0f} MB", f"Hugo: {peer.mb:,.0f} and {one.mb:,.0f} MB", "≤ 100 MB",
                      cold.mb, 100)
    yield results.Row("… against libcmark alone", took(cold),
                      f"`markdown.c`: {took(found['floor'])} · CPU ratio {cold.cpu / found['floor'].cpu:.1f}")
    for name, words, most in (("same", "nothing changed", 0.10), ("changed", "one lesson changed", 0.15)):
        again = found[name]
        ratio = max(again.cpu / cold.cpu, again.ms / cold.ms)
        yield results.Row(
            f"build again, {words}", took(again),
            f"the cold build: CPU ratio {again.cpu / cold.cpu:.2f}, by the clock {again.ms / cold.ms:.2f}",
            f"≤ {most:.2f} × the cold build", ratio, most)
    saves = found["preview"]
    yield results.Row("from a save to the page anew in `preview`, the shipped courses",
                      f"{saves.median:.0f} ms; the longest {saves.longest:.0f} ms", bar="≤ 150 ms",
                      value=saves.median, limit=150)


def section(found):
    """The site's part of the page of results."""
    version = run([hugo(), "version"]).split()[1]
    return "\n".join([
        HEADING, "",
        f"Run of {datetime.date.today()}, program {results.program()}, medians of {RUNS}; {found['lessons']:,} invented lessons of {found['words']:,} "
        f"words, marks of the source included, in two languages. {results.machine()}, Hugo {version.split('-')[0]}; "
        f"files {'in memory' if place() else 'on a disk'}.", "",
        *results.table(list(rows(found))), ""])


def replace_section(page, text):
    """The page with this section in place of its own."""
    before = page.read_text(encoding="utf-8").split(f"\n{HEADING}\n")[0] if page.exists() else ""
    page.write_text(f"{before.rstrip()}\n\n{text}" if before else text, encoding="utf-8")
