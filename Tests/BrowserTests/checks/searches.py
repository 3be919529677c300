"""Words are found with and without their marks, those typed with marks first."""

import browser

with browser.browser() as context:
    page = context.new_page()
    page.goto(browser.url("vi/search/index.html"))
    results = page.locator(".results li a")
    for typed in ("mật khẩu", "mat khau", "MAT KH"):
        page.get_by_label("Từ cần tìm").fill(typed)
        page.wait_for_function("document.querySelector('.found').textContent.includes('trang')")
        results.first.wait_for()
        browser.expect(results.first.inner_text() == "Mật khẩu mạnh, dễ nhớ", f"“{typed}” finds it")
    page.get_by_label("Từ cần tìm").fill("máy bay lên thẳng")
    page.get_by_text("Không thấy trang nào").wait_for()
    page.get_by_label("Từ cần tìm").fill("otp")
    results.first.wait_for()
    results.first.click()
    page.get_by_role("heading", level=1, name="Mã OTP").wait_for()
