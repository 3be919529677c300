"""What is taken out of the site leaves the phone, and a bad network takes nothing from it."""

import json
import shutil
import time

import browser
from server import Files, Server, keep, url

COURSE = "vi/safe-online/index.html"
HOME = "vi/index.html"
SKILL = "vi/skills/s1/index.html"
LIST = "vi/safe-online/offline.json"
TITLE = "Mã OTP: không đọc cho ai"
WITHDRAWN = "Khóa “An toàn trên mạng” không còn đăng"


class Portal(Files):
    """Answers everything with a page of its own, as networks do that ask for a password."""

    def do_GET(self):
        page = "<h1>Nhập mật khẩu</h1>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class Broken(Files):
    """Has its style sheet and pictures, but no page and no list."""

    def do_GET(self):
        if "/assets/" in self.path:
            super().do_GET()
        else:
            self.send_error(503)


class Slow(Files):
    def do_GET(self):
        time.sleep(20)


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
    server = Server(without("shorter", browser.LESSON, SKILL))
    page.goto(url(browser.LESSON))
    page.get_by_role("button", name="Xem bản mới").click()
    browser.wait_until(page, "title => !document.body.innerText.includes(title)", TITLE)
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
    page.goto(url(HOME))
    mark = page.locator(".skills a").first.get_by_text("(cần có mạng)")
    mark.scroll_into_view_if_needed()
    on_top = """mark => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const inside = mark.closest("a").getBoundingClientRect();
      return left + width <= inside.right && top + height <= inside.bottom
        && document.elementFromPoint(left + width / 2, top + height / 2) === mark;
    }"""
    browser.expect(mark.evaluate(on_top), "a button that needs a network says so inside itself")

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

    # What courses share is as the site has it.
    server.stop()
    changed = variant("changed")
    home = (changed / HOME).read_text()
    (changed / HOME).write_text(home.replace("</h1>", " (mới)</h1>"))
    server = Server(changed)
    page.goto(url(HOME))
    browser.expect("(mới)" in page.locator("h1").inner_text(), "the first page is the newest")
    server.stop()

    # Whatever else a network answers, what is kept stays, and is shown.
    empty = browser.SITE.parent / "empty"
    empty.mkdir(exist_ok=True)
    for handler, folder in ((Broken, changed), (Portal, changed), (Slow, changed), (Files, empty)):
        server = Server(folder, handler)
        page.goto(url(COURSE))
        if handler is not Slow:
            settle(page)
        browser.expect(page.locator("h1").inner_text() == "An toàn trên mạng", f"{handler.__name__}")
        browser.expect(page.locator(".notice").count() == 0, f"no word of it: {handler.__name__}")
        browser.expect(len(kept(page)) == 1, f"the copy stays: {handler.__name__}")
        if handler in (Broken, Slow):
            begun = time.monotonic()
            page.goto(url(HOME))
            title = page.locator("h1").inner_text()
            browser.expect(title == "Kỹ năng số cho bà con Huế", f"kept: {handler.__name__}")
            browser.expect(time.monotonic() - begun < 8, f"in time: {handler.__name__}")
        server.stop()

# A course is withdrawn.
server = Server(browser.SITE)
with browser.browser() as context:
    page = context.new_page()
    page.goto(url(COURSE))
    keep(page)
    server.stop()
    withdrawn = variant("withdrawn")
    shutil.rmtree(withdrawn / "vi/safe-online")
    server = Server(withdrawn)
    page.goto(url(COURSE))
    page.get_by_text(WITHDRAWN).wait_for()
    barriers = list(browser.barriers(page))
    browser.expect(not barriers, "\n".join(barriers))
    browser.expect(not page.locator(".keep").is_visible(), "and it cannot be kept again")
    browser.expect(kept(page) == [], "its copy is gone")
    with page.expect_navigation() as again:
        page.get_by_role("button", name="Xem trang đang có trên mạng").click()
    browser.expect(again.value.status == 404, "the server answers")
server.stop()
