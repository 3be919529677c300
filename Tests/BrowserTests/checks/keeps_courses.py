"""A course is kept on the phone, read without a network, renewed when it changed, and erased."""

import shutil

import browser
from server import OFFER, Server, keep, url

EDITED = browser.SITE.parent / "edited"
COURSE = "vi/safe-online/index.html"
HOME = "vi/index.html"
OTHER = "vi/zalo/index.html"
LESSONS = {
    "vi/safe-online/strong-passwords/index.html": "Mật khẩu mạnh, dễ nhớ",
    browser.LESSON: "Mã OTP: không đọc cho ai",
}


def caches(page):
    return page.evaluate("caches.keys()")


def expect_no_barrier(page):
    found = list(browser.barriers(page))
    browser.expect(not found, "\n".join(found))


server = Server(browser.SITE)
with browser.browser() as context:
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url(COURSE))
    browser.expect(page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)")
                   == 0, "nothing is installed unasked")
    page.get_by_text("không cất được cả khóa").wait_for(state="detached")
    expect_no_barrier(page)
    keep(page)
    expect_no_barrier(page)

    server.stop()
    context.set_offline(True)
    for path, title in LESSONS.items():
        page = context.new_page()
        page.goto(url(path))
        browser.expect(page.locator("h1").inner_text() == title, f"{path} without a network")
        width = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.fear')).borderLeftWidth)")
        browser.expect(width == 6, f"{path} in its style")
        for image in page.locator("main img").all():
            image.scroll_into_view_if_needed()
            image.evaluate("image => image.decode()")
    quiz = page.locator("#otp-never-share-1")
    quiz.get_by_label("Không ai cả").check()
    quiz.get_by_role("button", name="Trả lời").click()
    browser.expect(quiz.locator(".told.right").is_visible(), "a question is answered")
    page.get_by_role("link", name="mã OTP").first.click()
    page.wait_for_url(url("vi/glossary/index.html#ma-otp"))
    browser.expect(page.locator("h1").inner_text() == "Từ ngữ", "a word is looked up")

    page = context.new_page()
    for name, title in (
        ("Tờ phát tay", "Mã OTP: không đọc cho ai"),
        ("Mặt sau", "Mã OTP: không đọc cho ai: câu hỏi"),
        ("trong một tệp", "Mã OTP: không đọc cho ai"),
        ("Trang đầu", "Kỹ năng số cho bà con Huế"),
    ):
        page.goto(url(browser.LESSON))
        page.get_by_role("link", name=name).first.click()
        browser.wait_until(page, "path => location.pathname.endsWith(path)", "html")
        browser.wait_until(page, "path => !location.pathname.endsWith(path)", browser.LESSON)
        browser.expect(page.locator("h1").inner_text() == title, f"{name} without a network")
    page.goto(url(browser.LESSON))
    teaching = page.get_by_role("link", name="Dành cho người hướng dẫn")
    page.get_by_text("(cần có mạng)").first.wait_for()
    browser.expect("cần có mạng" in teaching.locator("..").inner_text(), "what needs a network says so")
    kept = page.get_by_role("link", name="Tờ phát tay").first.locator("..")
    browser.expect("cần có mạng" not in kept.inner_text(), "and what is kept does not")
    expect_no_barrier(page)

    page = context.new_page()
    page.goto(url(""))
    page.wait_for_url(url(HOME))
    browser.expect(page.locator(".skills a").count() == 5, "the address on the poster leads to skills")
    for number in range(5):
        page.goto(url(HOME))
        skill = page.locator(".skills a").nth(number)
        title = skill.inner_text().split("\n")[0]
        skill.click()
        page.wait_for_url("**/skills/**")
        browser.expect(page.locator("h1").inner_text() == title, f"{title} without a network")
        browser.expect(page.locator("img.skill").evaluate("image => image.naturalWidth") > 0, "drawn")
    page.goto(url(HOME))
    other = page.get_by_role("link", name="Zalo")
    other.locator("..").get_by_text("(cần có mạng)").wait_for()
    marked = page.locator(".skills .needs-network").count()
    browser.expect(marked == 0, "only what is not kept needs a network")

    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url("vi/safe-online/"))
    page.get_by_text("Đã cất.").wait_for()
    page.goto(url(OTHER))
    browser.expect(page.locator("h1").inner_text() == "Đọc khi không có mạng", "other pages")
    browser.expect(page.locator(".kept li a").inner_text() == "An toàn trên mạng", "what is kept")
    below = page.locator(".notice + .kept").count()
    browser.expect(below == 1, "stands right below what is said of the network")
    expect_no_barrier(page)
    again = page.get_by_role("link", name="Thử lại")
    browser.expect(again.evaluate("link => link.href") == url(OTHER), "the way back")

    server = Server(EDITED)
    context.set_offline(False)
    again.click()
    page.wait_for_url(url(OTHER))
    before = caches(page)
    page.goto(url(browser.LESSON))
    page.get_by_role("button", name="Xem bản mới").click()
    page.get_by_text("Đã sửa sau khi bà con cất khóa này.").wait_for()
    browser.wait_until(page, "caches.keys().then(names => names.length === 1)")
    browser.expect(caches(page) != before, "the new one took the place of the old")

    page.get_by_role("button", name="Xóa hết trên máy này").click()
    page.get_by_text("các khóa đã cất.", exact=False).last.wait_for()
    browser.wait_until(page, "caches.keys().then(names => names.length === 0)")
    count = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
    browser.expect(page.evaluate(count) == 0, "no worker is left")
    browser.expect(page.evaluate("localStorage.length") == 0, "nothing is kept")
    page.close()

    # A server in the middle of a change: the list is new, and a lesson old.
    server.stop()
    mixed = browser.SITE.parent / "mixed"
    shutil.copytree(EDITED, mixed, dirs_exist_ok=True)
    shutil.copy(browser.SITE / browser.LESSON, mixed / browser.LESSON)
    server = Server(mixed)
    page = context.new_page()
    page.goto(url(COURSE))
    page.get_by_role("button", name=OFFER).click()
    page.get_by_text("Chưa cất được").wait_for()
    whole = "caches.match(new URL('offline.json', location.href)).then(kept => kept !== undefined)"
    browser.expect(not page.evaluate(whole), "half a course is not a course")
    page.reload()
    page.get_by_role("button", name=OFFER).wait_for()
    server.stop()

    server = Server(EDITED)
    keep(page)
    page.get_by_role("button", name="Bỏ khỏi máy này").click()
    page.get_by_text("Đã bỏ khỏi máy này.").wait_for()
    browser.expect(caches(page) == [], "what is removed is gone")
server.stop()

with browser.browser() as context:
    page = context.new_page()
    page.goto(browser.url(COURSE))
    browser.expect(page.get_by_text("không cất được cả khóa").is_visible(), "from a folder: what else")
    browser.expect(page.locator(".keep a[download]").count() == 2, "each lesson as one file")
    browser.expect(page.locator(".keep button").count() == 0, "no dead button")
