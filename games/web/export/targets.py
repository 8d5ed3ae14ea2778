"""The files that a build makes for practice: the single page, and the same as a site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any, Literal

from engine.catalogue import Catalogue
from games.web.export.app_icons import BACKGROUND, SIZES, render_icon
from games.web.export.font_subset import FONTS, FontSubset, font_faces, font_subsets
from games.web.export.page_content import as_json, page_content
from games.web.export.page_html import (
    APP,
    ICONS,
    PAGE_ICON,
    WEB,
    read_app_file,
    render_html,
    without_breaks,
)

PAGE = "web/rusit-practice.html"
SITE = "web/site/"

Kind = Literal["page", "site", "manifest", "worker", "icon", "picture"]


@dataclass(frozen=True, slots=True)
class WebTarget:
    """One file of the practice page; it travels to another process and is made there.

    Attributes:
        name: path under the build's folder.
        content: all that the page holds, as JSON.
        facts: ids of the facts shown, sorted.
        pieces: the fonts that are cut for it.
    """

    name: str
    kind: Kind
    content: str
    edition: str
    facts: tuple[str, ...]
    key: str
    pieces: tuple[FontSubset, ...] = ()

    @property
    def inputs(self) -> dict[str, str]:
        """Return short hashes of the content, the fonts and the program."""
        content = hashlib.sha256(self.content.encode()).hexdigest()
        fonts = hashlib.sha256(" ".join(font.key for font in self.pieces).encode()).hexdigest()
        return {"content": content[:12], "fonts": fonts[:12], "program": _program_hash()[:12]}

    def render(self) -> bytes:
        """Return the file as bytes."""
        match self.kind:
            case "page" | "site":
                return self.join([font.render() for font in self.pieces])
            case "manifest":
                return _manifest(json.loads(self.content)).encode()
            case "worker":
                return read_app_file("service_worker.js").replace("EDITION", self.key[:12]).encode()
            case "icon":
                return PAGE_ICON.read_bytes()
            case "picture":
                return render_icon(PAGE_ICON, SIZES[self.name.removeprefix(SITE)])

    def join(self, pieces: Sequence[bytes]) -> bytes:
        """Return the page, made with the fonts that were cut for it."""
        content = json.loads(self.content)
        faces = font_faces(self.pieces, pieces)
        html = render_html(content, self.content, faces, installable=self.kind == "site")
        return html.encode()


def web_targets(catalogue: Catalogue, modules: Sequence[str] = ()) -> list[WebTarget]:
    """Return the single file and the site about these modules; about all when none is named.

    Raises:
        RusitError: WEB01 for an unknown module, WEB02 when the page's words are missing.
    """
    content = page_content(catalogue, modules or [m.id for m in catalogue.modules])
    written = as_json(content)
    edition = f"practice-{catalogue.edition}"
    facts = tuple(sorted(content["facts"]))
    fonts = font_subsets((written, read_app_file("page.html")))
    font_keys = " ".join(font.key for font in fonts)
    page_key = _hash(f"{_program_hash()}\n{font_keys}\n{written}")
    # No fact stands in a picture, so none makes it anew.
    picture_key = f"{_program_hash()} {version('pillow')} {version('pygame-ce')}"
    names: tuple[tuple[str, Kind], ...] = (
        (PAGE, "page"),
        (f"{SITE}index.html", "site"),
        (f"{SITE}manifest.webmanifest", "manifest"),
        (f"{SITE}worker.js", "worker"),
        (f"{SITE}icon.svg", "icon"),
        *((f"{SITE}{name}", "picture") for name in SIZES),
    )
    return [
        WebTarget(
            name,
            kind,
            written,
            edition,
            facts if kind in ("page", "site", "worker") else (),
            _hash(f"{kind}:{picture_key if kind in ('icon', 'picture') else page_key}"),
            fonts if kind in ("page", "site") else (),
        )
        for name, kind in names
    ]


def _manifest(content: dict[str, Any]) -> str:
    """Return the web app manifest as JSON."""
    return json.dumps(
        {
            "name": without_breaks(content["words"]["title"]),
            "short_name": without_breaks(content["words"]["app"]),
            "lang": "th",
            "start_url": "index.html",
            "scope": "./",
            "display": "standalone",
            "background_color": BACKGROUND,
            "theme_color": BACKGROUND,
            "icons": [
                {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
                *(
                    {"src": name, "sizes": f"{side}x{side}", "type": "image/png", "purpose": use}
                    for name, side in SIZES.items()
                    if name.startswith("icon-")
                    for use in ("any", "maskable")
                ),
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _program_hash() -> str:
    """Return a hash of all that makes the page beside its content; read once a process."""
    total = hashlib.sha256()
    kinds = (".py", ".js", ".css", ".html")
    folders = (WEB / "export", APP, WEB / "vendor")
    own = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    for path in sorted([*own, *FONTS.glob("*.ttf"), *ICONS.glob("*.svg")]):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()
