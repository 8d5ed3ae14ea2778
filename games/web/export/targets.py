"""The files that a build makes for practice: the single page, and the same as a site."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from engine.catalogue import Catalogue
from engine.languages import SOURCE
from engine.schema.language import ContentLanguage
from games.web.export.app_icons import BACKGROUND, SIZES, render_icon
from games.web.export.font_subset import FONTS, FontSubset, font_faces, font_subsets
from games.web.export.one_life import short_events
from games.web.export.packed_content import direction
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
from games.web.voice.recordings import Recording, usable_recordings
from games.web.voice.texts import voice_texts

PAGE = "web/rusit-practice.html"
SITE = "web/site/"

AUDIO = "audio/"
"""Folder of recorded voices below the site."""

FileKind = Literal["page", "site", "manifest", "worker", "icon", "picture", "clip"]


@dataclass(frozen=True, slots=True)
class WebTarget:
    """One file of the practice page; it travels to another process and is made there.

    Attributes:
        name: path under the build's folder.
        content: all that the page holds, as JSON, in its first language.
        beside: the same in further languages.
        facts: ids of the facts shown, sorted.
        pieces: the fonts that are cut for it.
        source: the recording that is copied, for a clip.
    """

    name: str
    kind: FileKind
    content: str
    edition: str
    facts: tuple[str, ...]
    key: str
    pieces: tuple[FontSubset, ...] = ()
    source: Path | None = None
    beside: tuple[str, ...] = ()

    @property
    def inputs(self) -> dict[str, str]:
        """Return short hashes of the content, the fonts and the program."""
        content = _hash("\n".join((self.content, *self.beside)))
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
            case "clip":
                assert self.source is not None
                return self.source.read_bytes()

    def join(self, pieces: Sequence[bytes]) -> bytes:
        """Return the page, made with the fonts that were cut for it."""
        faces = font_faces(self.pieces, pieces)
        written = (self.content, *self.beside)
        return render_html(written, faces, installable=self.kind == "site").encode()


def web_targets(
    catalogue: Catalogue,
    modules: Sequence[str] = (),
    *,
    beside: Sequence[Catalogue] = (),
    languages: Sequence[ContentLanguage] = (),
    audio: Path | None = None,
    voice_inside: bool = False,
) -> list[WebTarget]:
    """Return the single file and the site about these modules; about all when none is named.

    Args:
        catalogue: the content in the language in which the page begins where it cannot know.
        beside: the same content in further languages.
        languages: names and further fonts of these languages.
        audio: folder of recorded voices; those that say what the content says are taken.
        voice_inside: True to put them into the single file as well as beside the site.

    Raises:
        RusitError: WEB01 for an unknown module, WEB02 when the page's words are missing.
    """
    catalogues = {each.language: each for each in (catalogue, *beside)}
    chosen = modules or [m.id for m in catalogue.modules]
    names = {known.id: known.name for known in languages}
    events = short_events(catalogue)
    contents = {
        code: page_content(each, chosen, names.get(code, ""), events)
        for code, each in catalogues.items()
    }
    clips = _clips(audio, catalogues)
    for_site, for_page = [], []
    for code, content in contents.items():
        addresses = {clip: f"{AUDIO}{_clip_name(clip)}" for clip in clips[code]}
        for_site.append(as_json(content | _audio(addresses)))
        inside = {clip: _data_url(clip.path) for clip in clips[code]} if voice_inside else {}
        for_page.append(as_json(content | _audio(inside)))
    edition = f"practice-{catalogue.edition}"
    facts = tuple(sorted(contents[catalogue.language]["facts"]))
    further = [FONTS / name for each in languages for name in each.fonts if each.id in contents]
    shown = (*map(as_json, contents.values()), read_app_file("page.html"))
    subsets = font_subsets(shown, [path for path in further if path.exists()])
    made_of = f"{_program_hash()}\n{' '.join(font.key for font in subsets)}\n"
    page_key = _hash(made_of + "\n".join(for_page))
    site_key = _hash(made_of + "\n".join(for_site))

    def target(name: str, kind: FileKind, key: str, of: Sequence[str] = for_site) -> WebTarget:
        is_html = kind in ("page", "site")
        return WebTarget(
            name,
            kind,
            of[0],
            edition,
            facts if is_html or kind == "worker" else (),
            _hash(f"{kind}:{key}"),
            subsets if is_html else (),
            beside=tuple(of[1:]) if is_html else (),
        )

    # No fact stands in a picture, so none makes it anew.
    picture_key = f"{_program_hash()} {version('pillow')} {version('pygame-ce')}"
    pictures: tuple[tuple[str, FileKind], ...] = (
        ("icon.svg", "icon"),
        *((name, "picture") for name in SIZES),
    )
    return [
        target(PAGE, "page", page_key, for_page),
        target(f"{SITE}index.html", "site", site_key),
        target(f"{SITE}manifest.webmanifest", "manifest", site_key),
        target(f"{SITE}worker.js", "worker", site_key),
        *(target(f"{SITE}{name}", kind, picture_key) for name, kind in pictures),
        *(
            WebTarget(
                f"{SITE}{AUDIO}{_clip_name(clip)}",
                "clip",
                "",
                edition,
                (),
                _hash(f"clip:{clip.digest()}"),
                source=clip.path,
            )
            for clip in dict.fromkeys(clip for found in clips.values() for clip in found)
        ),
    ]


def _clips(audio: Path | None, catalogues: Mapping[str, Catalogue]) -> dict[str, list[Recording]]:
    """Return the recordings that read each language's texts.

    Dialects (Northern Thai) read the Thai; a voice in a language that the page carries reads it.
    """
    return {
        code: [
            clip
            for clip in (usable_recordings(audio, voice_texts(catalogue)) if audio else ())
            if clip.language == code or (code == SOURCE and clip.language not in catalogues)
        ]
        for code, catalogue in catalogues.items()
    }


def _audio(addresses: Mapping[Recording, str]) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the page is told of recordings: addresses by language and text id."""
    languages: dict[str, dict[str, str]] = {}
    for clip, address in addresses.items():
        languages.setdefault(clip.language, {})[clip.text] = address
    return {"audio": languages} if languages else {}


def _clip_name(clip: Recording) -> str:
    return f"{clip.language}/{clip.path.name}"


def _data_url(path: Path) -> str:
    return f"data:audio/ogg;base64,{base64.b64encode(path.read_bytes()).decode()}"


def _manifest(content: dict[str, Any]) -> str:
    """Return the web app manifest as JSON."""
    return json.dumps(
        {
            "name": without_breaks(content["words"]["title"]),
            "short_name": without_breaks(content["words"]["app"]),
            "lang": content["language"],
            "dir": direction(content),
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
