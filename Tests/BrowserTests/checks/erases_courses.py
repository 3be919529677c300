"""A course that is erased, or taken off the phone, is nowhere on it: not in the browser's own cache."""

import browser
from server import Hosted, Server, keep, url

COURSE = "vi/safe-online/index.html"


def erase(page):
    page.get_by_role("button", name="Xóa hết trên máy này").click()
    page.get_by_text("Đã xóa hết trên máy này").wait_for()
    # What is erased is said on the screen.
    browser.wait_until(page, """() => {
      const { top, bottom } = document.querySelector('.foot > p:last-child').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    }""")


def remove(page):
    page.get_by_role("button", name="Bỏ khỏi máy này").click()
    page.get_by_text("Đã bỏ khỏi máy này.").wait_for()


for way in (erase, remove):
    server = Server(browser.SITE, Hosted)
    with browser.browser() as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(url(COURSE))
        keep(page)
        way(page)
        server.stop()
        try:
            page.goto(url(browser.LESSON))
            title = page.locator("h1").inner_text()
        except browser.Error:
            title = None
        browser.expect(title is None, f"{way.__name__}: a lesson that nobody read opens: {title}")
