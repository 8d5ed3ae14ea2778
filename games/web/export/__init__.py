"""Make the practice page from the catalogue.

`page_content` cuts the catalogue to what the page shows, `search_index` indexes it,
`text_encoding` writes its texts, `font_subset` cuts the fonts to the signs used, `script_bundle`
joins the scripts, `app_icons` draws the icons of the site, `page_html` fills the template, and
`targets` says which files are built from all this.
"""
