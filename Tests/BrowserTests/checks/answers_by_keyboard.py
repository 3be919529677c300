"""A question is answered with the keyboard alone, and the result says that it stays on the phone."""

import browser

with browser.browser() as context:
    page = context.new_page()
    page.goto(browser.url(browser.LESSON))
    quiz = page.locator("#otp-never-share-1")
    browser.expect(quiz.locator("input:checked").count() == 0, "nothing is chosen beforehand")
    told = quiz.locator("[role=status]")

    quiz.get_by_role("button", name="Trả lời").press("Enter")
    browser.expect("chọn một câu trả lời" in told.inner_text(), "it asks for an answer first")

    quiz.get_by_label("Nhân viên ngân hàng").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    browser.expect(
        told.inner_text() == "Chưa đúng. Ngân hàng không bao giờ hỏi mã. Thử lại nhé.", "why not"
    )
    quiz.get_by_label("Không ai cả").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    browser.expect(told.inner_text() == "Đúng. Mã chỉ để mình bấm vào máy.", "why so")
    browser.expect(browser.is_in_view(told), "what is told is on the screen")
    align = told.evaluate("element => getComputedStyle(element).textAlign")
    browser.expect(align == "start", f"what is told begins where lines begin: {align}")

    several = page.locator("#otp-never-share-2")
    for label in ("Tắt máy", "Gọi số in sau thẻ"):
        several.get_by_label(label).focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    browser.expect(several.locator(".told.right").count() == 1, "every right one and no other")

    gap = page.locator("#otp-never-share-3")
    gap.get_by_role("textbox").focus()
    page.keyboard.type("hue s")
    page.keyboard.press("Enter")
    browser.expect(gap.locator(".told.right").count() == 0, "only what is accepted")
    gap.get_by_role("textbox").fill("HUES")
    page.keyboard.press("Enter")
    browser.expect(gap.locator(".told.right").count() == 1, "capitals aside")

    result = page.locator(".result").inner_text()
    browser.expect("đúng 3 trong 3 câu" in result, f"the result: {result}")
    browser.expect("không gửi cho ai" in result, "it stays on this phone")

    page.goto(browser.url(browser.LESSON.replace("otp-never-share", "strong-passwords")))
    order = page.locator("#strong-passwords-1")
    for label, place in (("Dừng lại", "1"), ("Tắt máy", "2"), ("Gọi ngân hàng", "3")):
        order.get_by_label(label).select_option(place)
    order.get_by_role("button").press("Enter")
    browser.expect(order.locator(".told.right").count() == 1, "in order")

    match = page.locator("#strong-passwords-2")
    match.get_by_label("Mã OTP").select_option("gọi ngân hàng")
    match.get_by_label("Số in sau thẻ").select_option("không đọc cho ai")
    match.get_by_role("button").press("Enter")
    browser.expect(match.locator(".told.right").count() == 0, "the wrong way round")
    browser.expect("đúng 1 trong 2 câu" in page.locator(".result").inner_text(), "the result")
