"""What is taken out of the site leaves the phone."""

import json
import shutil

import browser
from server import Server, keep, url

COURSE = "vi/safe-online/index.html"
LIST = "vi/safe-online/offline.json"
TITLE = "Mã OTP: không đọc cho ai"


def variant(name):
    folder = browser.SITE.parent / name
    shutil.copytree(browser.SITE, folder, dirs_exist_ok=True)
    return folder


def without(name, *paths):
    """The site without some files of the course's copy."""
    folder = variant(name)
    listed = json.loads((folder / LIST).read_text())
    listed["version"] = name
    for path in paths:
        del listed["files"][path]
        (folder / path).unlink()
    (folder / LIST).write_text(json.dumps(listed))
    return folder


def settle(page):
    """Until what a page set off behind it has ended."""
    page.evaluate("""() => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      navigator.serviceWorker.controller.postMessage({}, [port2]);
    })""")


def kept(page):
    return page.evaluate("caches.keys()")


# A lesson is taken out.
server = Server(browser.SITE)
with browser.browser() as context:
    page = context.new_page()
    page.goto(url(COURSE))
    keep(page)
    server.stop()
    server = Server(without("shorter", browser.LESSON))
    page.goto(url(browser.LESSON))
    page.get_by_role("button", name="Xem bản mới").click()
    page.wait_for_function("title => !document.body.innerText.includes(title)", arg=TITLE)
    for _ in range(2):
        answer = page.goto(url(browser.LESSON))
        browser.expect(answer.status == 404, "a lesson that is taken out does not come back")
    page.goto(url(COURSE))
    settle(page)
    server.stop()
    context.set_offline(True)
    page.goto(url(browser.LESSON))
    title = page.locator("h1").inner_text()
    browser.expect(title == "Đọc khi không có mạng", "nor without a network")
    page.goto(url(COURSE))
    browser.expect(page.locator("h1").inner_text() == "An toàn trên mạng", "the course is there")

# The same, while a page of the older copy is still open.
server = Server(browser.SITE)
with browser.browser() as context:
    page = context.new_page()
    page.goto(url(COURSE))
    keep(page)
    page.goto(url(browser.LESSON))
    settle(page)
    server.stop()
    server = Server(browser.SITE.parent / "shorter")
    other = context.new_page()
    for _ in range(2):
        other.goto(url(COURSE))
        settle(other)
    browser.expect(len(kept(other)) == 1, "only the newer copy is left")
    told = page.evaluate("""() => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      navigator.serviceWorker.controller.postMessage({}, [port2]);
    })""")
    browser.expect(told["isRenewed"], "the page is told that there is a newer one")
server.stop()
