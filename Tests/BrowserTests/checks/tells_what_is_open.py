"""After the way back nothing looks answered that is not, and what is still open is said and led to."""

import browser

LESSONS = {browser.LESSON: ("Trả lời", "Còn câu 1 và 2 chưa trả lời.", "Đến câu 1"),
           browser.LESSON.replace("otp-never-share", "strong-passwords"): (
               "Trả lời", "Còn câu 1 chưa trả lời.", "Đến câu 1"),
           "en/safe-online/strong-passwords/index.html": (
               "Check my answer", "Question 1 is still open.", "Go to question 1")}
CHOSEN = """[...document.querySelectorAll('.quiz input, .quiz select')].filter(one =>
    one.matches('[type=text], select') ? one.value : one.checked).length"""


def choose(quiz):
    if quiz.get_by_role("combobox").count():
        for select in quiz.get_by_role("combobox").all():
            select.select_option(index=1)
    elif quiz.get_by_role("textbox").count():
        quiz.get_by_role("textbox").fill("HUES")
    else:
        quiz.locator("label").first.click()


with browser.browser() as context:
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    for path, (check, text, way) in LESSONS.items():
        page.goto(browser.url(path))
        quizzes = page.locator(".quiz").all()
        for quiz in quizzes[:-1]:
            choose(quiz)
            quiz.get_by_role("button", name=check).click()
        browser.expect(page.get_by_role("link", name=way).count() == 0, f"{path}: one after the other")
        choose(quizzes[-1])
        browser.expect(page.evaluate(CHOSEN) > 1, f"{path}: all is chosen")
        page.evaluate("window.isKept = true")
        page.goto(browser.url("vi/index.html"))
        page.go_back()
        browser.expect(not page.evaluate("window.isKept"), f"{path} is read anew")
        page.wait_for_timeout(200)
        browser.expect(page.evaluate(CHOSEN) == 0, f"{path}: nothing looks answered after the way back")

        last = page.locator(".quiz").last
        choose(last)
        last.get_by_role("button", name=check).click()
        told = last.locator(".told")
        browser.expect(told.get_attribute("role") == "status", "screen readers tell it")
        browser.expect(text in told.inner_text(), f"{path}: what is open: {told.inner_text()}")
        link = told.get_by_role("link", name=way)
        browser.expect(browser.is_in_view(link), f"{path}: the way there is on the screen")
        found = list(browser.barriers(page))
        browser.expect(not found, "\n".join(found))
        link.click()
        page.wait_for_timeout(200)
        browser.expect(browser.is_in_view(page.locator(".quiz legend").first), "it leads there")

        for quiz in page.locator(".quiz").all()[:-1]:
            choose(quiz)
            quiz.get_by_role("button", name=check).click()
        browser.expect(page.locator(".result").is_visible(), f"{path}: then there is a result")
        browser.expect(page.get_by_text(text).count() == 0, f"{path}: and nothing is open")
