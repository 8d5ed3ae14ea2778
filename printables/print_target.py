"""A print target: all that goes into one printed file, and nothing else.

A target travels to another process and is rendered there from its own content alone, so
its key tells exactly when the file must be made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from engine.building.catalogue_cache import code_files, packages
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from engine.schema.traversal import names_in, texts_in
from printables.text.sheet_text import SheetText

ASSETS = Path(__file__).parents[1] / "engine" / "assets"
OWN = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Stamp:
    """The stamp of a sheet: ``section40-7f3a`` and the day of its facts."""

    edition: str
    as_of: date


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """Options of printing.

    Attributes:
        address: where the QR code points; empty: no code is printed.
        flip: how backs meet fronts, see `printables.pdf.geometry`.
        offset_x, offset_y: millimetres that backs move right and down, to meet their
            fronts on a printer that prints askew.
        size: of the small cards, a key of `printables.pdf.geometry.SMALL`.
        butted: cards without gutters between them.
        bleed: a page for each side of a card, with trim, bleed and marks, for a print shop.
        filled: headers filled with colour; else outlined, which saves toner.
    """

    address: str = ""
    flip: Literal["long", "short", "fold", "separate"] = "long"
    offset_x: float = 0.0
    offset_y: float = 0.0
    size: str = "93x67"
    butted: bool = False
    bleed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class PrintTarget:
    """One file to print.

    Attributes:
        name: where it goes under the build's folder, e.g. ``print/section40/onepager.pdf``.
        kind: which renderer makes it, see `printables.targets.rendering`.
        title: in the PDF's title bar.
        content: the texts and numbers shown; a frozen dataclass of this package.
        facts: ids of the facts shown, sorted.
        parts: edition of each card in it, by id, so that one card can be called back.
        pieces: targets of what it is bound from, page after page; empty: it is made whole.
        words: the sheet's own words.
        places: where each part was written, ``file:line``, for the messages only.
        draft: the mark of a sheet whose facts still await a sign-off; None when none does.
        key: of everything that goes in, hex; `inputs` the same by part, to tell which changed.
    """

    name: str
    kind: str
    title: str
    content: Any
    stamp: Stamp
    options: PrintOptions
    facts: tuple[str, ...]
    key: str
    inputs: Mapping[str, str]
    parts: tuple[tuple[str, str], ...] = ()
    pieces: tuple[PrintTarget, ...] = ()
    words: SheetText = field(default_factory=SheetText)
    places: Mapping[str, str] = field(default_factory=dict)
    draft: Text | None = None

    def written_at(self, part: str) -> dict[str, Any]:
        """File, line and column of a part, as an error takes them; empty when unknown."""
        file, _, line = self.places.get(part, "").rpartition(":")
        return {"file": file, "line": int(line), "col": 1} if file and line.isdigit() else {}

    def render(self) -> bytes:
        """Return the PDF; see `printables.targets.rendering`, which knows every kind."""
        from printables.targets.rendering import render

        return render(self)

    def join(self, pieces: Sequence[bytes]) -> bytes:
        """Return the PDF from the PDFs of its pieces."""
        from printables.pdf.imposition import impose

        return impose(pieces, self)

    @property
    def fit_key(self) -> str:
        """Return the hash of what decides how it fits: all but its title and the day."""
        shown = {name: part for name, part in self.inputs.items() if name not in _NO_MATTER}
        return _digest(shown)[:20]

    @property
    def edition(self) -> str:
        """Changes when a fact or a text on the sheet changes, and only then."""
        return self.stamp.edition


_NO_MATTER = ("as_of", "title")

DraftMark = Callable[[Sequence[str]], Text | None]


def make_target(
    name: str,
    kind: str,
    title: str,
    content: Any,
    *,
    mark: str,
    as_of: date,
    options: PrintOptions,
    words: SheetText,
    parts: tuple[tuple[str, str], ...] = (),
    pieces: tuple[PrintTarget, ...] = (),
    places: Mapping[str, str] | None = None,
    draft: DraftMark = lambda _: None,
) -> PrintTarget:
    """Return a target with its edition and key worked out from the content.

    Args:
        mark: what the edition begins with, e.g. the module's id; empty: it has none, being a
            piece of something that has.
        words: the sheet's own words; they count for the key, not for the edition.
        pieces: when given, what they hold is the content.
        draft: the mark of a sheet that shows the facts of these ids.

    Raises:
        RusitError: PRINT04 when an icon is not among the vendored ones.
    """
    facts = {f for piece in pieces for f in piece.facts}.union(getattr(content, "facts", ()))

    def whole(text: Text) -> Any:
        facts.update(text.facts)
        return [
            text.shown,
            list(text.breaks),
            [b.model_dump() for b in text.blocks],
            text.unconfirmed,
        ]

    stamp = Stamp(edition_of(mark, content) if mark else "", as_of)
    shown = [p.inputs["content"] for p in pieces] or _canonical(content, whole)
    awaiting = draft(sorted(facts))
    inputs = {
        "assets": _assets_hash(),
        "as_of": as_of.isoformat(),
        "content": shown,
        "draft": [p.inputs["draft"] for p in pieces] or (awaiting.shown if awaiting else ""),
        "kind": kind,
        "options": _canonical(options, whole),
        "title": title,
        "program": _program_hash(),
        "words": words.digest,
    }
    return PrintTarget(
        name=name,
        kind=kind,
        title=title,
        content=content,
        stamp=stamp,
        options=options,
        facts=tuple(sorted(facts)),
        key=_digest(inputs),
        inputs={name: _digest(value)[:12] for name, value in inputs.items()},
        parts=parts,
        pieces=pieces,
        words=words,
        places=places or {},
        draft=awaiting,
    )


def edition_of(mark: str, content: Any) -> str:
    """Return ``mark-7f3a``: four hex digits over the facts and texts, not their layout or day."""
    return f"{mark}-{_digest(_canonical(content, lambda t: t.shown))[:4]}"


def any_unconfirmed(thing: Any) -> bool:
    """Return True if a text with an unconfirmed fact is shown."""
    return any(text.unconfirmed for text in texts_in(thing))


@cache
def _icons() -> frozenset[str]:
    return frozenset(path.stem for path in (ASSETS / "icons").glob("*.svg"))


def _canonical(thing: Any, text: Callable[[Text], Any]) -> Any:
    """Plain lists and dicts with a fixed order, for hashing.

    Raises:
        RusitError: PRINT04 when an icon is not among the vendored ones.
    """
    if isinstance(thing, Text):
        return text(thing)
    if isinstance(thing, tuple):
        return [_canonical(item, text) for item in thing]
    if isinstance(thing, Mapping):
        return {k: _canonical(thing[k], text) for k in sorted(thing)}
    names = names_in(type(thing))
    if not names:
        return thing
    plain = [type(thing).__name__]
    for name in names:
        value = getattr(thing, name)
        if name == "icon" and value and value not in _icons():
            message = Message("there is no icon {value!r} to print", value=value)
            raise RusitError("PRINT04", message, hint="take a name from engine/assets/icons")
        plain.append(_canonical(value, text))
    return plain


def _digest(data: Any) -> str:
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


@cache
def _assets_hash() -> str:
    """Over fonts, icons, templates, styles and patterns: once a process."""
    total = hashlib.sha256()
    for root in (ASSETS / "fonts", ASSETS / "icons", *(OWN / n for n in FOLDERS)):
        for path in sorted(root.iterdir()):
            if path.is_file():
                total.update(path.name.encode())
                total.update(path.read_bytes())
    return total.hexdigest()


@cache
def _program_hash() -> str:
    """Over what lays out and draws, the sizes it tries included: once a process."""
    total = hashlib.sha256(packages().encode())
    for path in code_files("engine", "printables"):
        if path.suffix == ".py":
            total.update(path.name.encode())
            total.update(path.read_bytes())
    return total.hexdigest()


FOLDERS = ("templates", "styles", "patterns")
