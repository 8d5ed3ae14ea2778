"""The practice page: one HTML file that works without a network, and an installable site.

`js/`, `styles.css` and `page.html` are the page as people read it; `content` cuts the
catalogue to what it shows, `searching` makes the index of its search, `bundling` joins the
scripts, `lettering` cuts the fonts to the signs used, and `recipes` puts it all together.
"""
