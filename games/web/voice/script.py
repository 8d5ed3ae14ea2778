"""The script for whoever records: every text with its number and id, in large type."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from games.web.export.font_subset import font_faces, font_subsets
from games.web.voice.texts import VoiceText

_STYLES = """
@page { size: A4; margin: 18mm; }
body { font: 400 22pt/1.7 "Reading"; max-width: 40em; margin: 2em auto; color: #1F1B16; }
h1, h2 { font-family: "Heading"; font-weight: 600; }
li { break-inside: avoid; margin: 0 0 1.2em; padding-inline-start: 0.4em; }
code { display: block; font: 11pt monospace; color: #5A5148; }
"""


def script_html(texts: Sequence[VoiceText], language: str, titles: dict[str, str]) -> str:
    """Return the script as one HTML file that can be printed.

    Args:
        titles: title of each module, by its id.
    """
    modules = list(dict.fromkeys(text.module for text in texts))
    numbers = {text.id: number for number, text in enumerate(texts, 1)}
    sections = "\n".join(
        f"<h2>{escape(titles[module])}</h2>\n<ol>\n"
        + "\n".join(
            f'<li value="{numbers[text.id]}">{escape(text.words)}'
            f"<code>{escape(language)}/{escape(text.id)}.opus</code></li>"
            for text in texts
            if text.module == module
        )
        + "\n</ol>"
        for module in modules
    )
    title = f"บทอ่านสำหรับอัดเสียง {language} {len(texts)} ข้อความ"
    fonts = font_subsets((sections, title))
    faces = font_faces(fonts, [font.render() for font in fonts])
    return (
        f'<!doctype html>\n<html lang="th">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{faces}\n{_STYLES}</style>\n<h1>{title}</h1>\n{sections}\n</html>\n"
    )
