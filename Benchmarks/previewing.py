"""The preview: from a save to the page that shows it, as a browser is told and loads it."""

import os
import random
import shutil
import statistics
import subprocess
import time
import urllib.request
from dataclasses import dataclass

from programs import ENV, LANTOA, ROOT, RUNS

LESSON = "courses/safe-online/02-otp-never-share.vi.md"
PAGE = "vi/safe-online/otp-never-share/"


@dataclass
class Saves:
    """Milliseconds."""

    median: float
    longest: float


class NotShown(Exception):
    """The page that a save leads to does not hold what was saved."""


def edition(events):
    """The number that the next event tells."""
    for line in events:
        if line.startswith(b"data: "):
            return int(line[6:])
    raise NotShown("the preview has ended")


def measure(folder):
    """Saves of one lesson of the shipped courses, copied into `folder`."""
    for name in ("courses", "content"):
        shutil.copytree(ROOT / name, folder / name)
    lesson, saved = folder / LESSON, folder / "saved.md"
    text = lesson.read_text(encoding="utf-8")
    served = subprocess.Popen(
        [LANTOA, "site", "preview", "--port", "0", "--courses", folder / "courses", "--content", folder / "content"],
        env=ENV, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    source = random.Random(2026)
    try:
        base = served.stdout.readline().strip()
        with urllib.request.urlopen(base + ".lantoa/events") as events:
            shown = edition(events)
            times = []
            for number in range(RUNS):
                # Not in step with whoever looks for changes.
                time.sleep(0.2 + source.random() / 10)
                words = f"Đây là lần lưu số {number}."
                saved.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
                start = time.perf_counter()
                os.replace(saved, lesson)
                shown, before = edition(events), shown
                page = urllib.request.urlopen(base + PAGE).read().decode()
                times.append((time.perf_counter() - start) * 1000)
                if shown != before + 1 or words not in page:
                    raise NotShown(f"edition {shown} after {before}")
    finally:
        served.terminate()
        served.wait()
    return Saves(median=statistics.median(times), longest=max(times))
