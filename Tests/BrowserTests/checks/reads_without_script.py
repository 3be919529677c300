"""Without a script the whole lesson, its answers and the lesson in one file can be read."""

import browser

with browser.browser(java_script_enabled=False) as context:
    page = context.new_page()
    for path in (browser.LESSON, browser.LESSON.replace("index.html", "otp-never-share.html")):
        page.goto(browser.url(path))
        browser.expect(page.locator(".steps > li:visible, ol > li:visible").count() >= 5, "all steps")
        quiz = page.locator(".quiz").first
        browser.expect(quiz.get_by_role("group").first.is_visible(), "the question is there")
        quiz.get_by_text("Xem đáp án").click()
        browser.expect(quiz.get_by_text("Mã chỉ để mình bấm vào máy.").is_visible(), "the answer")
        width = page.locator("figure img").evaluate("image => image.naturalWidth")
        browser.expect(width == 320, "the drawing")
        background = page.locator(".fear").evaluate("one => getComputedStyle(one).borderLeftWidth")
        browser.expect(background == "6px", "the style sheet")
    page.goto(browser.url("vi/search/index.html"))
    browser.expect(page.locator("noscript, .notice").first.is_visible(), "why there is no search")
    browser.expect(page.get_by_role("link", name="Mật khẩu mạnh").first.is_visible(), "all lessons")
