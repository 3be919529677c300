"""Text and colours are chosen with the keyboard, kept from the first moment, and leave paper alone."""

import browser

LIGHT, DARK = "rgb(251, 248, 243)", "rgb(22, 18, 27)"


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def letters(page):
    return page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")


with browser.browser(color_scheme="light") as context:
    page = context.new_page()
    page.goto(browser.url(browser.LESSON))
    browser.expect(background(page) == LIGHT and letters(page) == 20, "as the phone at first")
    opener = page.get_by_role("button", name="Chữ to hơn")
    browser.expect(opener.get_attribute("aria-expanded") == "false", "closed")
    opener.focus()
    page.keyboard.press("Enter")
    browser.expect(opener.get_attribute("aria-expanded") == "true", "open")
    barriers = list(browser.barriers(page))
    browser.expect(not barriers, "\n".join(barriers))
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.name") != "size":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    browser.expect(letters(page) == 28.8, "very large")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    browser.expect(background(page) == DARK, "dark")
    colours = "getComputedStyle(document.body).color + getComputedStyle(document.querySelector('main a')).color"
    chosen = page.evaluate(colours)
    page.keyboard.press("Escape")
    browser.expect(opener.evaluate("one => one === document.activeElement"), "back on the button")
    browser.expect(page.get_by_label("Rất to").count() == 0 or
                   not page.get_by_label("Rất to").is_visible(), "closed again")

    page.emulate_media(media="print")
    browser.expect(background(page) in ("rgb(255, 255, 255)", LIGHT), "white paper")
    browser.expect(abs(letters(page) - 16) < 0.1, f"12 pt on paper, not {letters(page)} px")
    page.emulate_media(media="screen")

    # Before the page's own script runs.
    context.route("**/site.vi.js", lambda route: route.abort())
    page.goto(browser.url("vi/index.html"))
    browser.expect(background(page) == DARK and letters(page) == 28.8, "from the first moment")
    context.unroute("**/site.vi.js")

    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_role("button", name="Xóa hết trên máy này").click()
    browser.expect(background(page) == LIGHT and letters(page) == 20, "erased, too")

with browser.browser(color_scheme="dark") as context:
    page = context.new_page()
    page.goto(browser.url(browser.LESSON))
    browser.expect(page.evaluate(colours) == chosen, "dark is the same dark, chosen or not")
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_label("Sáng").check()
    browser.expect(background(page) == LIGHT, "light on a dark phone")
