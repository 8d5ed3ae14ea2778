"""What the build makes for practice: the single file, and the same as an installable site."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from engine.catalogue import Catalogue
from games.web.bundling import bundle
from games.web.content import as_json, icons_of, page_content, read_page
from games.web.home_screen import GROUND, SIZES, picture
from games.web.lettering import FONTS, CutFont, cut_fonts, font_faces

ICONS = FONTS.parent / "icons"
OWN = Path(__file__).parent

PAGE = "web/rusit-practice.html"
SITE = "web/site/"
MARK = "umbrella.svg"
"""The icon of the page in a browser's tab and on a home screen."""

Kind = Literal["page", "site", "manifest", "worker", "icon", "picture"]


@dataclass(frozen=True, slots=True)
class WebRecipe:
    """One file of the practice page; it travels to another process and is made there.

    Attributes:
        name: where it goes under the build's folder.
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
    pieces: tuple[CutFont, ...] = ()

    @property
    def inputs(self) -> dict[str, str]:
        """What the page holds, its fonts, and the program that shows it."""
        held = hashlib.sha256(self.content.encode()).hexdigest()
        fonts = hashlib.sha256(" ".join(font.key for font in self.pieces).encode()).hexdigest()
        return {"content": held[:12], "fonts": fonts[:12], "program": _sources_hash()[:12]}

    def render(self) -> bytes:
        """Return the file as bytes."""
        match self.kind:
            case "page" | "site":
                return self.join([font.render() for font in self.pieces])
            case "manifest":
                return _manifest(json.loads(self.content)).encode()
            case "worker":
                return read_page("worker.js").replace("EDITION", self.key[:12]).encode()
            case "icon":
                return (ICONS / MARK).read_bytes()
            case "picture":
                return picture(ICONS / MARK, SIZES[self.name.removeprefix(SITE)])

    def join(self, pieces: Sequence[bytes]) -> bytes:
        """Return the page with the fonts that were cut for it."""
        content = json.loads(self.content)
        faces = font_faces(self.pieces, pieces)
        return _page(content, self.content, faces, installable=self.kind == "site").encode()


def recipes(catalogue: Catalogue, modules: Sequence[str] = ()) -> list[WebRecipe]:
    """The single file and the site about these modules; all of them when none is named.

    Raises:
        RusitError: WEB01 for an unknown module, WEB02 when the page's words are missing.
    """
    content = page_content(catalogue, modules or [m.id for m in catalogue.modules])
    written = as_json(content)
    edition = f"practice-{catalogue.edition}"
    facts = tuple(sorted(content["facts"]))
    fonts = cut_fonts((written, read_page("page.html")))
    drawn = " ".join(font.key for font in fonts)
    key = hashlib.sha256(f"{_sources_hash()}\n{drawn}\n{written}".encode()).hexdigest()
    # No fact stands in a picture, so none makes it anew.
    painted = f"{_sources_hash()} {version('pillow')} {version('pygame-ce')}"
    names: tuple[tuple[str, Kind], ...] = (
        (PAGE, "page"),
        (f"{SITE}index.html", "site"),
        (f"{SITE}manifest.webmanifest", "manifest"),
        (f"{SITE}worker.js", "worker"),
        (f"{SITE}icon.svg", "icon"),
        *((f"{SITE}{name}", "picture") for name in SIZES),
    )
    return [
        WebRecipe(
            name,
            kind,
            written,
            edition,
            facts if kind in ("page", "site", "worker") else (),
            hashlib.sha256(
                f"{kind}:{painted if kind in ('icon', 'picture') else key}".encode()
            ).hexdigest(),
            fonts if kind in ("page", "site") else (),
        )
        for name, kind in names
    ]


def scripts() -> dict[str, str]:
    """The page's modules by the name they are imported under."""
    own = {path.name: path.read_text(encoding="utf-8") for path in (OWN / "js").glob("*.js")}
    return {**own, "ts-fsrs.js": read_page("vendor/ts-fsrs.js")}


def _page(content: dict[str, Any], written: str, faces: str, *, installable: bool) -> str:
    template, styles, code = (
        read_page("page.html"),
        read_page("styles.css"),
        bundle(scripts(), "app.js"),
    )
    icons = sorted({*icons_of(content), *_named_icons(code)})
    styles = faces + "\n" + styles
    parts = {
        "POLICY": _policy(code, styles, installable=installable),
        "TITLE": escape(_bare(content["words"]["title"])),
        "INSTALL": _INSTALL if installable else "",
        "MARK": f"data:image/svg+xml;base64,{_base64((ICONS / MARK).read_bytes())}",
        "STYLES": styles,
        "ICONS": "\n".join(map(_symbol, icons)),
        "LOADING": escape(_bare(content["words"]["loading"])),
        "LATE": escape(_bare(content["words"]["loading.late"])),
        "NOSCRIPT": escape(_bare(content["words"]["no-script"])),
        "CONTENT": written,
        "SCRIPT": code,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m[1]], template)


_INSTALL = """<link rel="manifest" href="manifest.webmanifest">
<link rel="apple-touch-icon" href="apple-touch-icon.png">"""


def _named_icons(code: str) -> set[str]:
    """Every icon whose name stands in the script as a string."""
    return {name for name in re.findall(r'"([a-z-]+)"', code) if (ICONS / f"{name}.svg").exists()}


def _policy(code: str, styles: str, *, installable: bool) -> str:
    """What the page may load: nothing from anywhere, and no script but its own."""
    rules = [
        "default-src 'none'",
        f"script-src 'sha256-{_sha256(code)}'",
        f"style-src 'sha256-{_sha256(styles)}'",
        "font-src data:",
        "img-src data: 'self'" if installable else "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if installable:
        rules += ["manifest-src 'self'", "worker-src 'self'"]
    return "; ".join(rules)


def _sha256(text: str) -> str:
    return _base64(hashlib.sha256(text.encode()).digest())


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _symbol(name: str) -> str:
    """An icon as a symbol that the page draws by its name."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8").strip()
    opened = re.fullmatch(r'<svg[^>]*?viewBox="([^"]+)"[^>]*>(.*)</svg>', svg, re.DOTALL)
    if opened is None:
        raise ValueError(f"{name}.svg is not one of our icons")
    return f'<symbol id="i-{name}" viewBox="{opened[1]}">{opened[2]}</symbol>'


def _manifest(content: dict[str, Any]) -> str:
    return json.dumps(
        {
            "name": _bare(content["words"]["title"]),
            "short_name": _bare(content["words"]["app"]),
            "lang": "th",
            "start_url": "index.html",
            "scope": "./",
            "display": "standalone",
            "background_color": GROUND,
            "theme_color": GROUND,
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


def _bare(text: str) -> str:
    return text.replace("\u200b", "")


@cache
def _sources_hash() -> str:
    """Over all that makes the page beside its content: once a process."""
    total = hashlib.sha256()
    own = [p for p in OWN.rglob("*") if p.suffix in (".py", ".js", ".css", ".html", ".json")]
    for path in sorted([*own, *FONTS.glob("*.ttf"), *ICONS.glob("*.svg")]):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()
