"""After the last answer a small screen shows what was right and that the result is there, or leads to it."""

import browser

QUESTIONS = ("#otp-never-share-1", "#otp-never-share-2", "#otp-never-share-3")


def answer(page, quiz):
    quiz = page.locator(quiz)
    if quiz.get_by_role("textbox").count():
        quiz.get_by_role("textbox").fill("HUES")
    else:
        quiz.locator("label").first.click()
    quiz.get_by_role("button", name="Trả lời").click()
    return quiz.locator(".told")


def begin(page):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(browser.url(browser.LESSON))


with browser.browser(reduced_motion="reduce") as context:
    page = context.new_page()
    begin(page)
    result = page.locator(".result")
    for quiz in QUESTIONS[:2]:
        told = answer(page, quiz)
        browser.expect(told.get_by_role("button").count() == 0, "no result is spoken of yet")
    told = answer(page, QUESTIONS[2])
    browser.expect(browser.is_in_view(told), "what is told of the last answer is on the screen")
    browser.expect(browser.is_in_view(result.locator("p").first), "so is the result")
    browser.expect(browser.is_in_view(result.locator("strong")), "and that it stays on this phone")
    browser.expect(result.get_attribute("role") == "status", "screen readers tell it")
    found = list(browser.barriers(page))
    browser.expect(not found, "\n".join(found))

    # They tell what is written anew, and only that.
    result.locator("p").first.evaluate("one => { one.isTold = true; }")
    page.locator(QUESTIONS[2]).get_by_role("button", name="Trả lời").click()
    browser.expect(result.locator("p").first.evaluate("one => one.isTold"), "the same is not told again")

    # The last answer to the first question: the result is too far below to be seen with it.
    page.evaluate("localStorage.clear()")
    begin(page)
    for quiz in QUESTIONS[1:]:
        answer(page, quiz)
    told = answer(page, QUESTIONS[0])
    browser.expect(browser.is_in_view(told), "what is told stays on the screen")
    told.get_by_role("button", name="Xem kết quả ở dưới").press("Enter")
    browser.expect(browser.is_in_view(result.locator("strong")), "the result is shown")
    browser.expect(result.evaluate("one => one === document.activeElement"), "and has the focus")
