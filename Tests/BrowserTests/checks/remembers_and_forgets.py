"""A lesson that was done is marked in its course, until everything on the phone is erased."""

import browser

COURSE = "en/safe-online/index.html"
with browser.browser() as context:
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(browser.url("en/safe-online/otp-never-share/index.html"))
    page.get_by_label("Nobody").check()
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_role("button", name="Larger text").click()
    page.get_by_label("Large", exact=True).check()
    page.goto(browser.url(COURSE))
    browser.expect(page.locator(".learnt").inner_text() == "✓ done (1/1)", "the lesson is marked")
    browser.expect(page.locator("html[data-size='1']").count() == 1, "the text stays larger")
    page.get_by_role("button", name="Erase everything on this phone").click()
    page.reload()
    browser.expect(page.locator(".learnt").count() == 0, "nothing is marked any more")
    browser.expect(page.evaluate("localStorage.length") == 0, "nothing is kept")

    page.goto(browser.url("en/safe-online/otp-never-share/index.html"))
    page.get_by_label("Nobody").check()
    page.get_by_role("button", name="Check my answer").click()
    browser.expect(page.locator(".result").is_visible(), "the result")

    today = page.evaluate(
        "new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })"
    )
    page.reload()
    card = page.locator(".result")
    browser.expect(f"1/1 · {today}" in card.inner_text(), f"it comes back: {card.inner_text()}")
    browser.expect("You got 1 of 1 right." in card.inner_text(), "what was right is said as it is")
    browser.expect("show this screen to your team" in card.inner_text(), "and can be shown")
    page.goto(browser.url("vi/safe-online/otp-never-share/index.html"))
    day = page.evaluate("(today => [today.getDate(), today.getMonth() + 1, today.getFullYear()].join('/'))"
                        "(new Date())")
    browser.expect(f"1/1 · {day}" in card.inner_text(), f"on its day in Vietnamese: {card.inner_text()}")
    page.evaluate("localStorage.lantoa = localStorage.lantoa.replace(/\"date\":\"[^\"]*\"/, "
                  "'\"date\":\"3 March 2026\"')")
    page.reload()
    browser.expect("1/1 · 3 March 2026" in card.inner_text(), "a day kept as a text is still shown")
    page.goto(browser.url("en/safe-online/otp-never-share/index.html"))
    found = list(browser.barriers(page))
    browser.expect(not found, "\n".join(found))
    page.get_by_label("Nobody").check()
    page.get_by_role("button", name="Do the questions again").click()
    browser.expect(not card.is_visible(), "the questions are asked anew")
    browser.expect(page.locator(".quiz input:checked").count() == 0, "and nothing is chosen")
    page.get_by_label("The ward police").check()
    page.get_by_role("button", name="Check my answer").click()
    browser.expect("0/1" in card.inner_text(), "the new result takes the place of the old")
    page.reload()
    browser.expect("0/1" in card.inner_text(), "and stays")

    page.get_by_label("Nobody").check()
    page.get_by_role("button", name="Erase everything on this phone").click()
    page.get_by_text("Everything on this phone is erased").wait_for()
    browser.expect(not page.locator(".result").is_visible(), "no result for whoever comes next")
    browser.expect(page.locator(".quiz input:checked").count() == 0, "no answer either")
    page.reload()
    browser.expect(not page.locator(".result").is_visible(), "nor after a reload")
