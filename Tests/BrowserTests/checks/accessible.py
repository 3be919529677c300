"""axe finds nothing against WCAG 2.2 AA on any page, light and dark, nor does a page scroll sideways."""

import browser

found = []
for scheme in ("light", "dark"):
    with browser.browser(color_scheme=scheme) as context:
        page = context.new_page()
        for path in browser.pages():
            page.goto(browser.url(path))
            found += [f"{scheme} {path}: {barrier}" for barrier in browser.barriers(page)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > 360:
                found.append(f"{scheme} {path}: {wide} pixels wide on a screen of 360")
browser.expect(not found, "\n".join(found))
