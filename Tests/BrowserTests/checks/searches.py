"""Words are found with and without their marks, those typed with marks first."""

import browser

with browser.browser() as context:
    page = context.new_page()
    page.goto(browser.url("vi/search/index.html"))
    results = page.locator(".results li a")
    for typed in ("mật khẩu", "mat khau", "MAT KH"):
        page.get_by_label("Từ cần tìm").fill(typed)
        browser.wait_until(page, "document.querySelector('.found').textContent.startsWith('Thấy')")
        results.first.wait_for()
        browser.expect(results.first.inner_text() == "Mật khẩu mạnh, dễ nhớ", f"“{typed}” finds it")
    page.get_by_label("Từ cần tìm").fill("máy bay lên thẳng")
    page.get_by_text("Không thấy chỗ nào").wait_for()
    page.get_by_label("Từ cần tìm").fill("otp")
    results.nth(1).wait_for()
    facts = page.locator(".results li .facts").all_inner_texts()
    browser.expect(facts[1] == "Từ ngữ", f"behind the lesson, the word that is explained: {facts}")
    results.nth(1).click()
    page.wait_for_url("**/vi/glossary/index.html#ma-otp")
    page.go_back()
    results.first.wait_for()
    results.first.click()
    page.get_by_role("heading", level=1, name="Mã OTP").wait_for()

    # The way back, where the browser kept nothing of the page.
    page.go_back()
    results.first.wait_for()
    browser.expect(page.get_by_label("Từ cần tìm").input_value() == "otp", "what was looked for")
    browser.expect("Mã OTP" in results.first.inner_text(), "and what was found are there again")

    # In the address any signs come through; a link to a part of the page is no search.
    page.get_by_label("Từ cần tìm").fill("mật khẩu 100% & #1+1")
    page.reload()
    field = page.get_by_label("Từ cần tìm")
    browser.expect(field.input_value() == "mật khẩu 100% & #1+1", f"not {field.input_value()}")
    page.evaluate("location.hash = '#q=otp'")
    results.first.wait_for()
    browser.expect(field.input_value() == "otp", "another address, another search")
    page.evaluate("location.hash = '#main'")
    browser.expect(field.input_value() == "otp", "skipping to the content searches nothing")
    field.fill("")
    browser.expect("#" not in page.url, f"nothing is looked for: {page.url}")

    # Where the browser lets no address be changed.
    page.evaluate(
        "() => { history.replaceState = () => { throw new DOMException('', 'SecurityError'); }; }"
    )
    field.fill("mat khau")
    results.first.wait_for()
    browser.expect(results.first.inner_text() == "Mật khẩu mạnh, dễ nhớ", "it still finds")

    # One is one, in both languages.
    for path, label, typed, text in (
        ("vi/search/index.html", "Từ cần tìm", "sinh", "Thấy 1 chỗ."),
        ("en/search/index.html", "Words to look for", "stop", "1 result."),
        ("en/search/index.html", "Words to look for", "code", "2 results."),
    ):
        page.goto(browser.url(path))
        page.get_by_label(label).fill(typed)
        browser.wait_until(page, "document.querySelector('.found').textContent !== ''")
        found = page.locator(".found").inner_text()
        browser.expect(found == text, f"“{typed}”: {found}")
