"""The handout and its back each fit one A4, in letters of 16 pt."""

import re

import browser

with browser.browser() as context:
    page = context.new_page()
    for path in browser.pages():
        if not re.search(r"/(handout|questions)/index\.html$", path):
            continue
        page.goto(browser.url(path))
        pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
        count = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        browser.expect(count == 1, f"{path}: {count} sheets")
        page.emulate_media(media="print")
        size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        browser.expect(abs(size - 16 * 96 / 72) < 0.1, f"{path}: letters of {size} px")
        page.emulate_media(media="null")
