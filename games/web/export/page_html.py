"""Fills the page's template: policy, styles, icons, content, script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from games.web.export.font_subset import FONTS
from games.web.export.packed_content import direction, packed_element
from games.web.export.page_content import icons_in
from games.web.export.script_bundle import bundle

WEB = Path(__file__).parents[1]
APP = WEB / "app"
ICONS = FONTS.parent / "icons"

PAGE_ICON = ICONS / "umbrella.svg"
"""Icon of the page in a browser's tab and on a home screen."""

_INSTALL_LINKS = """<link rel="manifest" href="manifest.webmanifest">
<link rel="apple-touch-icon" href="apple-touch-icon.png">"""


def render_html(written: Sequence[str], faces: str, *, installable: bool) -> str:
    """Return the page as HTML.

    Args:
        written: all that the page holds as JSON, a language each; it begins in the first one
            where no program runs.
        faces: `@font-face` rules of its fonts.
        installable: True for the site, which may also load its own files.
    """
    contents: list[dict[str, Any]] = [json.loads(each) for each in written]
    script = bundle(scripts(), "app/main.js")
    styles = faces + "\n" + read_app_file("styles.css")
    has_audio = any("audio" in content for content in contents)
    icons = {icon for content in contents for icon in icons_in(content)}
    parts = {
        "LANGUAGE": escape(contents[0]["language"]),
        "DIRECTION": direction(contents[0]),
        "POLICY": _policy(script, styles, installable=installable, has_audio=has_audio),
        "TITLE": escape(without_breaks(contents[0]["words"]["title"])),
        "INSTALL": _INSTALL_LINKS if installable else "",
        "MARK": f"data:image/svg+xml;base64,{_base64(PAGE_ICON.read_bytes())}",
        "STYLES": styles,
        "ICONS": "\n".join(map(_symbol, sorted({*icons, *_named_icons(script)}))),
        "LOADING": _in_each(contents, "loading") + _in_each(contents, "loading.late", " late"),
        "NOSCRIPT": _in_each(contents, "no-script"),
        "CONTENT": "\n".join(map(packed_element, written)),
        "SCRIPT": script,
    }
    template = read_app_file("page.html")
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], template)


def _in_each(contents: Sequence[dict[str, Any]], key: str, kind: str = "") -> str:
    """Return words that are seen before a program runs, in each language."""
    return "".join(
        f'<p class="loading{kind}" lang="{escape(content["language"])}">'
        f"{escape(without_breaks(content['words'][key]))}</p>"
        for content in contents
    )


def scripts() -> dict[str, str]:
    """Return the page's modules by path below `games/web`."""
    folders = ("core", "components", "screens")
    files = [APP / "main.js", *(path for name in folders for path in (APP / name).rglob("*.js"))]
    files += sorted((WEB / "vendor").glob("*.js"))
    return {path.relative_to(WEB).as_posix(): path.read_text(encoding="utf-8") for path in files}


def read_app_file(name: str) -> str:
    """Return the text of a file in the folder of the app."""
    return (APP / name).read_text(encoding="utf-8")


def without_breaks(text: str) -> str:
    """Return a text without its break points."""
    return text.replace("\u200b", "")


def _named_icons(script: str) -> set[str]:
    """Return every icon whose name stands in the script as a string."""
    return {name for name in re.findall(r'"([a-z-]+)"', script) if (ICONS / f"{name}.svg").exists()}


def _policy(script: str, styles: str, *, installable: bool, has_audio: bool) -> str:
    """Return what the page may load: nothing from anywhere, and no script but its own."""
    rules = [
        "default-src 'none'",
        f"script-src 'sha256-{_sha256(script)}'",
        f"style-src 'sha256-{_sha256(styles)}'",
        "font-src data:",
        "img-src data: 'self'" if installable else "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if has_audio:
        rules.append("media-src 'self'" if installable else "media-src data:")
    if installable:
        rules += ["manifest-src 'self'", "worker-src 'self'"]
    return "; ".join(rules)


def _symbol(name: str) -> str:
    """Return an icon as a symbol that the page draws by its name."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8").strip()
    opened = re.fullmatch(r'<svg[^>]*?viewBox="([^"]+)"[^>]*>(.*)</svg>', svg, re.DOTALL)
    if opened is None:
        raise ValueError(f"{name}.svg is not one of our icons")
    return f'<symbol id="i-{name}" viewBox="{opened[1]}">{opened[2]}</symbol>'


def _sha256(text: str) -> str:
    return _base64(hashlib.sha256(text.encode()).digest())


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
