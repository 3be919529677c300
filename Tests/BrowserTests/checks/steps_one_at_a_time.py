"""Steps are shown one at a time when asked for, and the place is kept."""

import browser

with browser.browser() as context:
    page = context.new_page()
    page.goto(browser.url(browser.LESSON))
    steps = page.locator(".steps > li:visible")
    browser.expect(steps.count() == 5, "all steps at first")
    page.get_by_role("button", name="Xem từng bước").click()
    browser.expect(steps.count() == 1, "one step")
    browser.expect(browser.is_in_view(steps.first), "the step is on the screen")
    browser.expect(page.get_by_text("Bước 1 trong 5").is_visible(), "which of them")
    page.get_by_role("button", name="Làm được rồi").click()
    browser.expect("Nói to" in steps.first.inner_text(), "the second step")
    browser.expect(browser.is_in_view(steps.first), "the second step is on the screen")
    page.emulate_media(media="print")
    browser.expect(steps.count() == 5, "all steps on paper")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Chưa được").click()
    browser.expect(page.get_by_text("đưa tổ công nghệ số xem").is_visible(), "whom to ask")
    page.reload()
    page.get_by_role("button", name="Xem từng bước").click()
    browser.expect(page.get_by_text("Bước 2 trong 5").is_visible(), "the place is kept")
    for _ in range(4):
        page.get_by_role("button", name="Làm được rồi").click()
    told = page.get_by_text("Xong hết các bước rồi")
    browser.expect(browser.is_in_view(told), "what is told at the end is on the screen")
    browser.expect(told.evaluate("one => one === document.activeElement"), "and has the focus")
