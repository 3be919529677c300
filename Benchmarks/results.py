"""What was measured, held against the bars of the design, as a page."""

import datetime
import os
import platform
import sqlite3
import subprocess
from dataclasses import dataclass

import duckdb

from programs import ROOT

CITY = 1_200_000


@dataclass
class Row:
    """One line of the page. `value` is held against `limit`, in the same unit; without a limit it is only told."""

    work: str
    ours: str
    peer: str = "–"
    bar: str = "–"
    value: float = 0
    limit: float | None = None

    @property
    def verdict(self):
        if self.limit is None:
            return "–"
        if self.value <= self.limit:
            return "yes"
        return f"**no**, by {self.value / self.limit:.2f} ×"

    @property
    def line(self):
        return f"| {self.work} | {self.ours} | {self.peer} | {self.bar} | {self.verdict} |"


def seconds(ms):
    return f"{ms / 1000:.1f} s" if ms >= 1000 else f"{ms:.1f} ms" if ms >= 2 else f"{ms:.2f} ms"


def spent(figures):
    return f"{seconds(figures.ms)}, {figures.mb:.0f} MB"


def against(ours, peer, name):
    return f"{name}: {seconds(peer)} · ratio {ours / peer:.2f}"


def at_city(size, ms):
    """Milliseconds in proportion to the city, where a smaller one was measured."""
    return ms * max(1, CITY / size)


def in_proportion(size, ms):
    return "" if size >= CITY else f"; in proportion {at_city(size, ms) / 1000:.0f} s"


def small_rows(found):
    if "help" in found:
        yield Row("`lantoa --help`", seconds(found["help"]), bar="≤ 15 ms", value=found["help"], limit=15)


def city_rows(size, found):
    """`found`: what was measured of the city of this size; parts that failed are not there."""
    for kind, words in (("rare", "find a person by a rare name"),
                        ("common", "find a person by full name and year"),
                        ("surname", "find by the commonest surname alone")):
        if kind in found:
            yield Row(words, seconds(found[kind]), bar="≤ 50 ms", value=found[kind], limit=50)
    if "session" in found:
        ours, peer = found["session"], found["session peer"]
        limit = 2 * peer + 25
        yield Row("log a session of 30, until it is on the disk", seconds(ours),
                  against(ours, peer, "`sqlite3`"), f"≤ 2 × + 25 ms = {limit:.1f} ms", ours, limit)
    if "tally" in found:
        yield Row(f"coverage of 40 wards over {found['counts']['mark']:,} marks: the counting query",
                  seconds(found["tally"]), against(found["tally"], found["duckdb"], "DuckDB, raw rows"),
                  "no slower than DuckDB", found["tally"], found["duckdb"])
        yield Row("… the whole process, from start to JSON", seconds(found["coverage"]),
                  against(found["coverage"], found["duckdb"], "DuckDB's query"))
        yield Row("… by the former units", seconds(found["former units"]))
    if "verify" in found:
        yield Row(f"`journal verify`, {found['counts']['event']:,} events, tables included",
                  spent(found["verify"]) + in_proportion(size, found["verify"].ms),
                  bar="≤ 120 s at 1.2 M", value=at_city(size, found["verify"].ms), limit=120_000)
    if "rebuild" in found:
        yield Row("`journal rebuild`",
                  spent(found["rebuild"]) + in_proportion(size, found["rebuild"].ms),
                  bar="≤ 90 s at 1.2 M", value=at_city(size, found["rebuild"].ms), limit=90_000)
    if "erase" in found:
        ours, peer = found["erase"].ms, found["erase peer"].ms
        yield Row("erase one person", spent(found["erase"]), against(ours, peer, "`VACUUM INTO`"),
                  f"≤ 3 × = {seconds(3 * peer)}", ours, 3 * peer)
    if "backup" in found:
        ours, peer = found["backup"].ms, found["backup peer"].ms
        yield Row("backup, verified", spent(found["backup"]), against(ours, peer, "`VACUUM INTO`"))


def growth_rows(by_size):
    """How the counting query grows, where two sizes were measured."""
    sizes = [size for size in sorted(by_size) if "tally" in by_size[size]]
    if len(sizes) < 2:
        return
    small, large = sizes[0], sizes[-1]
    ratio = by_size[large]["tally"] / by_size[small]["tally"]
    yield Row(f"the counting query, from {small:,} to {large:,} people",
              f"{seconds(by_size[small]['tally'])} → {seconds(by_size[large]['tally'])}: × {ratio:.2f}",
              bar="≤ 2 × the time", value=ratio, limit=2)


def import_rows(by_rows):
    if not by_rows:
        return
    rows = max(by_rows)
    found = by_rows[rows]
    ours, floor, plain = (found[name] for name in ("import", "floor", ".import"))
    yield Row(f"import {rows:,} people from CSV", spent(ours), against(ours.ms, floor.ms, "`floor.c`"),
              f"≤ 2 × = {seconds(2 * floor.ms)}", ours.ms, 2 * floor.ms)
    yield Row("… against one plain table", seconds(ours.ms),
              against(ours.ms, plain.ms, "`sqlite3 .import`") + f" (`floor.c` {floor.ms / plain.ms:.1f})")
    peaks = {size: by_rows[size]["import"].mb for size in sorted(by_rows)}
    yield Row("… memory", " · ".join(f"{size:,}: {peak:.0f} MB" for size, peak in peaks.items()),
              bar="≤ 300 MB", value=max(peaks.values()), limit=300)
    if len(peaks) > 1:
        ratio = peaks[max(peaks)] / peaks[min(peaks)]
        yield Row("… memory, from the shortest list to the longest", f"× {ratio:.2f}",
                  bar="flat: ≤ 1.5 ×", value=ratio, limit=1.5)


def figures_table(by_size, names):
    """Everything that was measured, a column a size."""
    sizes = sorted(by_size)
    yield "| | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    yield "|---|" + "---:|" * len(sizes)
    for key, words in names.items():
        cells = []
        for size in sizes:
            value = by_size[size].get(key)
            cells.append("" if value is None else seconds(value) if isinstance(value, (int, float))
                         else spent(value))
        if any(cells):
            yield f"| {words} | " + " | ".join(cells) + " |"


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                if line.startswith("model name")), platform.processor())
    memory = int(next(line.split()[1] for line in open("/proc/meminfo"))) // 1024 // 1024
    system = next((line.split("=")[1].strip().strip('"') for line in open("/etc/os-release")
                   if line.startswith("PRETTY_NAME")), platform.platform())
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("(")[0]
    shell = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()[0]
    return (f"{cpu}, {os.cpu_count()} cores, {memory} GiB; {system}, Linux {platform.release()}; "
            f"{swift.strip()}; SQLite {shell} (the shell's; Python's {sqlite3.sqlite_version}), "
            f"DuckDB {duckdb.__version__}")


def program():
    """Which program was measured: the commit, and whether the checkout differs from it."""
    def git(*arguments):
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True).stdout.strip()

    commit = git("rev-parse", "--short", "HEAD")
    if not commit:
        return "of no known commit"
    changed = git("status", "--porcelain", "--", "Sources", "Package.swift")
    return f"of commit {commit}{', with changes' if changed else ''}"


def table(rows):
    """Every row, and how many bars were held."""
    missed = sum(row.limit is not None and row.value > row.limit for row in rows)
    judged = sum(row.limit is not None for row in rows)
    return ["| work | lantoa | peer in the same run | bar | held |", "|---|---|---|---|---|",
            *(row.line for row in rows), "", f"Bars held: {judged - missed} of {judged}."]


def page(rows, failures, by_size, by_rows, names, charts, runs, took):
    """The whole page, as Markdown."""
    sizes = ", ".join(f"{size:,}" for size in sorted(by_size))
    lists = ", ".join(f"{size:,}" for size in sorted(by_rows))
    out = [
        "# Results", "",
        f"Run of {datetime.date.today()}, program {program()}: cities of {sizes or 'no'} people, lists of {lists or 'no'}. Rows are of "
        f"the largest. Medians of {runs} runs; what takes long ran once. The whole took {took / 60:.0f} minutes.",
        "", f"Machine: {machine()}.", "",
        *table(rows), "",
    ]
    if failures:
        out += ["Could not be measured:", "", *(f"- {failure}" for failure in failures), ""]
    if charts:
        out += ["## Against size", "", *(f"![{title}]({file})" for title, file in charts), ""]
    if by_size:
        out += ["What each took, and the most memory it held:", "", *figures_table(by_size, names), ""]
        out += ["The cities: " + "; ".join(
            f"{size:,}: {found['counts']['mark']:,} marks, {found['counts']['event']:,} events, "
            f"{found['counts']['link']:,} links, {found['counts']['move']:,} moves, "
            f"{found['counts']['void']:,} voids, {found['counts']['died']:,} deaths, {found['file'] / 1e6:,.0f} MB"
            for size, found in sorted(by_size.items()) if "counts" in found) + ".", ""]
    if by_rows:
        out += ["Lists taken in:", "",
                *figures_table(by_rows, {"import": "`lantoa learner import`", "floor": "`floor.c`",
                                         ".import": "`sqlite3 .import`"}), ""]
    return "\n".join(out)
