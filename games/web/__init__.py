"""The practice page: one HTML file that works without a network, and an installable site.

`app/` is the page as people read it: `core` (rules, storage, texts), `components` (parts of
screens) and `screens`. `export/` makes its files from the catalogue. `vendor/` holds ts-fsrs.
"""
