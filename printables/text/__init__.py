"""Texts for the page: HTML with our line breaks, the sheets' own words, names of sources."""
