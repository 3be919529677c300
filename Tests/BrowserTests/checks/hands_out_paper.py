"""The handout and its back each fit one A4, in letters of 16 pt; on no paper anything is cut off."""

import re

import browser

# Between the margins of an A4: 178 mm.
PAPER = {"width": 673, "height": 1000}
CUT = """[...document.querySelectorAll('main, main *')].filter(element =>
    element.getBoundingClientRect().right > innerWidth + 1
    || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
  .map(element => element.outerHTML.slice(0, 80))"""


def expect_one_sheet(page, path):
    pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    count = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    browser.expect(count == 1, f"{path}: {count} sheets")
    page.emulate_media(media="print")
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    browser.expect(abs(size - 16 * 96 / 72) < 0.1, f"{path}: letters of {size} px")


with browser.browser() as context:
    page = context.new_page()
    page.set_viewport_size(PAPER)
    for path in browser.pages():
        page.emulate_media(media="null")
        page.goto(browser.url(path))
        if re.search(r"/(handout|questions)/index\.html$", path):
            expect_one_sheet(page, path)
        page.emulate_media(media="print")
        cut = page.evaluate(CUT)
        browser.expect(not cut, f"{path} on paper cuts {cut[:1]}")
        folded = page.locator("details:not([open]) > summary:visible").count()
        browser.expect(folded == 0, f"{path} on paper: nobody can open {folded} parts")
