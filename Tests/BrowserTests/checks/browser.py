"""A Chromium on the site in a folder, for the checks beside this file."""

import pathlib
import sys
import time
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

SITE = pathlib.Path(sys.argv[1])
LESSON = "vi/safe-online/otp-never-share/index.html"


def url(path):
    return (SITE / path).resolve().as_uri()


def pages():
    """Every page of the site, by its path, but for those that only lead on to another."""
    files = [file for file in SITE.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text()]
    return sorted(str(file.relative_to(SITE)) for file in files)


@contextmanager
def browser(keeps_pages=False, **options):
    """`keeps_pages`: a page that is left is kept as it was, and comes back so, as on phones."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox"],
            ignore_default_args=["--disable-back-forward-cache"] if keeps_pages else None,
        )
        context = chromium.new_context(viewport={"width": 360, "height": 740}, **options)
        context.set_default_timeout(40_000)
        yield context
        chromium.close()


TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def barriers(page, rules=None):
    """What axe finds on the page as it stands: against WCAG 2.2 AA, or by some rules only."""
    options = {"runOnly": {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}}
    for violation in Axe().run(page, options=options).response["violations"]:
        yield f"{violation['id']}: {violation['nodes'][0]['html'][:120]}"


def expect(truth, said):
    if not truth:
        sys.exit(f"not so: {said}")


def wait_until(page, expression, argument=None):
    """Until something is so on the page, or on the one that it leads to.

    `Page.wait_for_function` looks again from within the page, whose policy allows that to nobody.
    """
    end = time.monotonic() + 40
    while True:
        try:
            if page.evaluate(expression, argument):
                return
        except Error:
            # The page is being left.
            pass
        expect(time.monotonic() < end, expression)
        page.wait_for_timeout(50)


def is_in_view(locator):
    """Whether all of it stands on the screen as it is scrolled now."""
    box = locator.bounding_box()
    height = locator.page.viewport_size["height"]
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height
