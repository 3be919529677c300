"""axe finds nothing against WCAG 2.2 AA on any page, light and dark, nor does a page scroll sideways."""

import browser

found = []
with browser.browser(reduced_motion="reduce") as context:
    page = context.new_page()
    for path in browser.pages():
        page.emulate_media(color_scheme="light")
        page.goto(browser.url(path))
        found += [f"{path}: {barrier}" for barrier in browser.barriers(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 360:
            found.append(f"{path}: {wide} pixels wide on a screen of 360")
        # In the dark only colours are others.
        page.emulate_media(color_scheme="dark")
        found += [f"{path}, dark: {barrier}" for barrier in browser.barriers(page, ["color-contrast"])]
browser.expect(not found, "\n".join(found))
