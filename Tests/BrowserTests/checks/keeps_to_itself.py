"""No page asks for anything beyond its own folder, logs an error, or breaks its own policy."""

import browser

faults = []
with browser.browser() as context:
    for path in browser.pages():
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{path}: {message.text}")
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on("requestfailed", lambda request: faults.append(f"{path}: no {request.url}"))
        page.on("request", lambda request: faults.append(f"{path}: asks for {request.url}")
                if not request.url.startswith((browser.url(""), "data:")) else None)
        page.goto(browser.url(path))
        page.wait_for_load_state("networkidle")
        page.close()
browser.expect(not faults, "\n".join(faults))
