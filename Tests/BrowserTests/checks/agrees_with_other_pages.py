"""What one page or tab remembers, no other undoes, and what one erases, none shows any more."""

import browser
from server import Server, url

COURSE = "vi/safe-online/index.html"
OTHER = browser.LESSON.replace("otp-never-share", "strong-passwords")


def answer(page, count=None):
    """Answers the first questions somehow, all of them if no count is given."""
    for quiz in page.locator(".quiz").all()[:count]:
        if quiz.get_by_role("radio").or_(quiz.get_by_role("checkbox")).count():
            quiz.locator("label").first.click()
        elif quiz.get_by_role("textbox").count():
            quiz.get_by_role("textbox").fill("HUES")
        else:
            for place, select in enumerate(quiz.get_by_role("combobox").all(), start=1):
                select.select_option(index=place)
        quiz.get_by_role("button", name="Trả lời").click()


def back(page, path):
    """Goes back to a page that was kept as it was left."""
    page.evaluate("history.back()")
    page.wait_for_url(url(path), wait_until="commit")
    browser.expect(page.evaluate("window.isKept"), f"{path} comes back as it was left")


def learnt(page):
    page.goto(url(COURSE))
    return page.locator(".learnt").count()


def expect_as_new(page, where):
    page.locator(".result").wait_for(state="hidden")
    browser.expect(page.locator(".quiz input:checked").count() == 0, f"{where}: nothing is chosen")
    browser.expect(page.locator(".told:visible").count() == 0, f"{where}: nothing is told")
    browser.expect(page.locator(".steps > li:visible").count() > 1, f"{where}: no step is reached")


server = Server(browser.SITE)
with browser.browser(keeps_pages=True) as context:
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())

    # The way back to a page that was read before another lesson was done.
    page.goto(url(browser.LESSON))
    page.evaluate("window.isKept = true")
    answer(page)
    page.goto(url(OTHER))
    answer(page)
    back(page, browser.LESSON)
    page.get_by_role("button", name="Xem từng bước").click()
    page.get_by_role("button", name="Làm được rồi").click()
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_label("Rất to").check()
    browser.expect(learnt(page) == 2, "both lessons are done")

    # The way back to a page that was left before everything was erased.
    page.goto(url(COURSE))
    page.evaluate("window.isKept = true")
    page.get_by_role("button", name="Cất 2 bài vào máy").click()
    page.get_by_text("Đã cất. Tắt mạng vẫn đọc được.").wait_for()
    page.goto(url(browser.LESSON))
    page.evaluate("window.isKept = true")
    page.get_by_role("button", name="Xem từng bước").click()
    answer(page, 1)
    page.goto(url(OTHER))
    page.get_by_role("button", name="Xóa hết trên máy này").click()
    page.get_by_text("Đã xóa hết trên máy này").wait_for()
    back(page, browser.LESSON)
    expect_as_new(page, "back after erasing")
    browser.expect(page.locator("html[data-size]").count() == 0, "letters as at first")
    answer(page, 1)
    browser.expect(not page.locator(".result").is_visible(), "one answer is not a result again")
    back(page, COURSE)
    browser.expect(page.locator(".learnt").count() == 0, "no lesson is done any more")
    page.get_by_role("button", name="Cất 2 bài vào máy").wait_for()
    browser.expect(page.get_by_text("Đã cất.").count() == 0, "no course is kept any more")
server.stop()

# Two tabs, of pages opened as files, too.
with browser.browser() as context:
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(browser.url(browser.LESSON))
    two.goto(browser.url(OTHER))
    answer(one)
    answer(two)
    two.goto(browser.url(COURSE))
    browser.expect(two.locator(".learnt").count() == 2, "each tab's result is kept")

    two.goto(browser.url(browser.LESSON))
    two.get_by_role("button", name="Làm lại các câu hỏi").click()
    one.get_by_role("button", name="Chữ to hơn").click()
    one.get_by_label("Rất to").check()
    browser.wait_until(two, "document.documentElement.dataset.size === '2'")
    browser.expect(not two.locator(".result").is_visible(), "what is begun anew goes on")

    answer(two, 1)
    one.get_by_role("button", name="Xóa hết trên máy này").click()
    browser.wait_until(two, "document.documentElement.dataset.size === undefined")
    for page in (one, two):
        expect_as_new(page, "erased in one tab")

    # Nothing was finished, so only choices can be erased.
    answer(two, 1)
    one.get_by_role("button", name="Xóa hết trên máy này").click()
    two.locator(".told").first.wait_for(state="hidden")
    expect_as_new(two, "one answer, erased in another tab")
    two.goto(browser.url(COURSE))
    two.go_back()
    expect_as_new(two, "read again")

    # Where the browser kept the page without telling it what happened meanwhile.
    two.evaluate("localStorage.setItem('lantoa', JSON.stringify({ 'size': '1' }))")
    two.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    browser.expect(two.locator("html[data-size='1']").count() == 1, "what is remembered is shown")

# Where nothing may be kept, the page itself remembers.
with browser.browser() as context:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(browser.url(browser.LESSON))
    answer(page)
    browser.expect(page.locator(".result").is_visible(), "a result, though nothing is kept")
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_label("Rất to").check()
    browser.expect(page.locator("html[data-size='2']").count() == 1, "large letters")
    browser.expect(page.get_by_label("Rất to").is_checked(), "the choice stays chosen")
    page.get_by_role("button", name="Xóa hết trên máy này").click()
    expect_as_new(page, "nothing was kept")
