"""Codes of languages and scripts."""

from __future__ import annotations

from typing import Literal

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
"""A code in lower case: ``th``, ``en``, ``my``, ``shn``, ``zh-hant``."""

MESSAGE_LANGUAGES = ("th", "en")
"""The languages in which the program itself speaks."""

Script = Literal["Thai", "Latn", "Mymr", "Khmr", "Laoo"]
"""A script by its ISO 15924 code: how letters are shaped and where lines break."""

SOURCE = "th"
"""The language in which content is written; all others are translated from it."""
