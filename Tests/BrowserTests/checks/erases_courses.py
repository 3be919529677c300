"""A course that is erased, or taken off the phone, is nowhere on it: not in the browser's own cache."""

import browser
from server import Hosted, Server, keep, url

COURSE = "vi/safe-online/index.html"


def erase(page):
    page.get_by_role("button", name="Xóa hết trên máy này").click()
    told = page.get_by_text("Đã xóa hết trên máy này")
    told.wait_for()
    browser.expect(browser.is_in_view(told), "what is erased is said on the screen")


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
