"""axe finds nothing against WCAG 2.2 AA on any page, light and dark, nor does a page scroll sideways."""

from axe_playwright_python.sync_playwright import Axe

import browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
found = []
for scheme in ("light", "dark"):
    with browser.browser(color_scheme=scheme) as context:
        page = context.new_page()
        for path in browser.pages():
            page.goto(browser.url(path))
            options = {"runOnly": {"type": "tag", "values": TAGS}}
            for violation in Axe().run(page, options=options).response["violations"]:
                where = violation["nodes"][0]
                found.append(f"{scheme} {path}: {violation['id']}: {where['html'][:120]}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > 360:
                found.append(f"{scheme} {path}: {wide} pixels wide on a screen of 360")
browser.expect(not found, "\n".join(found))
