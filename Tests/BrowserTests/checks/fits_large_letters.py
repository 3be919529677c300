"""In the largest letters on a usual phone, and in normal ones on a narrow one, no table is cut off."""

import browser

CUT = """[...document.querySelectorAll('.scroll')].filter(box => box.scrollWidth > box.clientWidth)
  .map(box => `${box.scrollWidth} in ${box.clientWidth}: ${box.innerText.slice(0, 60)}`)"""

found = []
with browser.browser() as context:
    page = context.new_page()
    for width, size in ((360, "2"), (320, "")):
        page.set_viewport_size({"width": width, "height": 740})
        for path in browser.pages():
            page.goto(browser.url(path))
            page.evaluate("size => { document.documentElement.dataset.size = size; }", size)
            found += [f"{path}, {width} pixels, size {size or 0}: {cut}" for cut in page.evaluate(CUT)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append(f"{path}: {wide} pixels wide on a screen of {width}, size {size or 0}")
browser.expect(not found, "\n".join(found))
