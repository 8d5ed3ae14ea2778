"""Fills the page's template: policy, styles, icons, content, script."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from typing import Any

from games.web.export.font_subset import FONTS
from games.web.export.page_content import icons_in
from games.web.export.script_bundle import bundle

WEB = Path(__file__).parents[1]
APP = WEB / "app"
ICONS = FONTS.parent / "icons"

PAGE_ICON = ICONS / "umbrella.svg"
"""Icon of the page in a browser's tab and on a home screen."""

_INSTALL_LINKS = """<link rel="manifest" href="manifest.webmanifest">
<link rel="apple-touch-icon" href="apple-touch-icon.png">"""


def render_html(content: dict[str, Any], written: str, faces: str, *, installable: bool) -> str:
    """Return the page as HTML.

    Args:
        content: all that the page holds.
        written: the same as JSON.
        faces: `@font-face` rules of its fonts.
        installable: True for the site, which may also load its own files.
    """
    script = bundle(scripts(), "app/main.js")
    styles = faces + "\n" + read_app_file("styles.css")
    words = content["words"]
    parts = {
        "POLICY": _policy(script, styles, installable=installable, has_audio="audio" in content),
        "TITLE": escape(without_breaks(words["title"])),
        "INSTALL": _INSTALL_LINKS if installable else "",
        "MARK": f"data:image/svg+xml;base64,{_base64(PAGE_ICON.read_bytes())}",
        "STYLES": styles,
        "ICONS": "\n".join(map(_symbol, sorted({*icons_in(content), *_named_icons(script)}))),
        "LOADING": escape(without_breaks(words["loading"])),
        "LATE": escape(without_breaks(words["loading.late"])),
        "NOSCRIPT": escape(without_breaks(words["no-script"])),
        "CONTENT": written,
        "SCRIPT": script,
    }
    template = read_app_file("page.html")
    return re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], template)


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
