"""The content: its files, and their records once they are read and typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import conlist

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.languages import SOURCE
from engine.loading.source_map import SourceMap
from engine.schema.fact import Fact
from engine.schema.game import Board, Occupation, TeamName, Tuning
from engine.schema.household import Dream, Title, Tool, Village
from engine.schema.language import ContentLanguage
from engine.schema.module import Module
from engine.schema.record import Record
from engine.schema.shared_content import Comparison, MixedForm, Word
from engine.schema.source import Helpline, Paper, Place, Route, Source, Term
from engine.schema.supplement import Rights, Supplement
from engine.schema.text import Language, Text

HERE = Path(__file__).parents[1]
ASSETS = HERE / "assets"

TRANSLATIONS = "translations"
"""The folder of the PO files, one folder in it a language."""
PO_SUFFIX = ".po"

MOST_LOOKED_FOR = 500
"""Names to keep together, words to avoid and telephone numbers: each is looked for in each text."""


class GameFile(Record):
    """`content/game.yaml`."""

    tuning: tuple[Tuning, ...] = ()


LANGUAGES = "languages.yaml"

# File in content/, attribute of Content, type of what it holds.
SHARED: tuple[tuple[str, str, Any], ...] = (
    ("sources.yaml", "sources", list[Source]),
    ("helplines.yaml", "helplines", conlist(Helpline, max_length=MOST_LOOKED_FOR)),
    ("places.yaml", "places", list[Place]),
    ("papers.yaml", "papers", list[Paper]),
    ("glossary.yaml", "glossary", list[Term]),
    ("routing.yaml", "routes", list[Route]),
    ("comparison.yaml", "comparison", Comparison),
    ("forms.yaml", "mixed_forms", list[MixedForm]),
    ("occupations.yaml", "occupations", list[Occupation]),
    ("board.yaml", "board", Board),
    ("teams.yaml", "teams", list[TeamName]),
    ("game.yaml", "game", GameFile),
    ("dreams.yaml", "dreams", list[Dream]),
    ("tools.yaml", "tools", list[Tool]),
    ("village.yaml", "village", Village),
    ("titles.yaml", "titles", list[Title]),
    ("words.yaml", "avoided", conlist(Word, max_length=MOST_LOOKED_FOR)),
    (LANGUAGES, "languages", list[ContentLanguage]),
)


@dataclass
class Content:
    """Typed content of a folder, with the source maps of its files.

    Attributes:
        documents: by attribute name, module or supplement id, or locale stem: where each part
            was read.
        broken: documents that were read but did not have the right shape.
        unread: by attribute name, or `modules` (supplements too): the first file of it that
            could not be read.
    """

    root: Path
    modules: list[Module] = field(default_factory=list)
    supplements: list[Supplement] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    helplines: list[Helpline] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    glossary: list[Term] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    comparison: Comparison | None = None
    mixed_forms: list[MixedForm] = field(default_factory=list)
    occupations: list[Occupation] = field(default_factory=list)
    board: Board | None = None
    teams: list[TeamName] = field(default_factory=list)
    game: GameFile = field(default_factory=GameFile)
    dreams: list[Dream] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)
    village: Village | None = None
    titles: list[Title] = field(default_factory=list)
    avoided: list[Word] = field(default_factory=list)
    languages: list[ContentLanguage] = field(default_factory=list)
    words: dict[str, Text] = field(default_factory=dict)
    keep_together: list[str] = field(default_factory=list)
    documents: dict[str, SourceMap] = field(default_factory=dict)
    broken: list[SourceMap] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    def rights(self) -> Iterator[Rights]:
        """Yield everything that holds facts, schemes and benefits: modules, then supplements."""
        yield from self.modules
        yield from self.supplements

    def facts(self) -> Iterator[tuple[Rights, int, Fact]]:
        """Yield every fact with its module or supplement and its position there."""
        for holder in self.rights():
            for position, fact in enumerate(holder.facts):
                yield holder, position, fact

    def broken_ids(self) -> frozenset[str]:
        """Return every id that stands in a broken document."""
        found: set[str] = set()
        waiting = [document.data for document in self.broken]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                if isinstance(node.get("id"), str):
                    found.add(node["id"])
                waiting.extend(node.values())
            elif isinstance(node, list):
                waiting.extend(node)
        return frozenset(found)

    def named_parts(self) -> Iterator[tuple[str, Any]]:
        """Yield (key in `documents`, value) of every module, supplement and shared file."""
        for holder in self.rights():
            yield holder.id, holder
        for _, attribute, _ in SHARED:
            if attribute in self.documents:
                yield attribute, getattr(self, attribute)

    def parts(self) -> Iterator[tuple[SourceMap, Any]]:
        """Yield (source map, value) of every module, supplement and shared file."""
        return ((self.documents[name], value) for name, value in self.named_parts())


def written_places(content: Content) -> dict[str, str]:
    """Return the place of each record with an id, ``file:line``, by id."""
    found: dict[str, str] = {}
    for document in content.documents.values():
        for place in document.starts:
            if place and place[-1] == "id":
                node = document.data
                for part in place:
                    node = node[part]
                found.setdefault(str(node), f"{document.file}:{document.at(place)[0]}")
    return found


def default_root() -> Path:
    """Return the folder `content` of the working folder, or the one that came with the program."""
    here = Path("content")
    return here.resolve() if (here / "modules").is_dir() else HERE.parent / "content"


def no_content(root: Path) -> RusitError:
    """Return the error for a folder that holds no module."""
    return RusitError(
        "FILE02",
        Message("there is no content in {root}: it has no module in a `modules` folder", root=root),
        hint="name the folder that holds modules/ and sources.yaml: --content DIR",
    )


def content_files(root: Path, language: Language = SOURCE) -> list[Path]:
    """Return every file a build in that language reads, in a fixed order; translations last.

    What an editor or a stick leaves beside a file begins with a dot: `.#nsf.yaml`, `._nsf.yaml`.

    Raises:
        RusitError: FILE02 when `root` holds no module, FILE06 when a folder of it is a link that
            leads out.
    """
    for folder in ("modules", "supplements", "locale"):
        _refuse_link_out(root / folder, root)
    found = _visible(root / "modules", ".yaml", ".yml")
    if not found:
        raise no_content(root)
    found += _visible(root / "supplements", ".yaml", ".yml")
    found += [root / name for name, _, _ in SHARED if (root / name).exists()]
    found += _visible(root / "locale", ".yaml")
    together = root / "keep_together.txt"
    found += [together] if together.exists() else []
    return found if language == SOURCE else [*found, *translation_files(root, language)]


def translation_files(root: Path, language: Language) -> list[Path]:
    """Return the PO files of that language, in order.

    Raises:
        RusitError: FILE06 when its folder is a link that leads out of the content.
    """
    folder = root / TRANSLATIONS / language
    _refuse_link_out(folder, root)
    found = folder.rglob(f"*{PO_SUFFIX}")
    return sorted(p for p in found if p.is_file() and not p.name.startswith("."))


def _refuse_link_out(folder: Path, root: Path) -> None:
    if folder.is_symlink() and root.resolve() not in folder.resolve().parents:
        message = Message("{folder} is a link that leads out of the content", folder=folder)
        raise RusitError("FILE06", message, hint="put the folder itself there")


def _visible(folder: Path, *suffixes: str) -> list[Path]:
    """Return its files with one of these endings, in order; none when there is no such folder."""
    if not folder.is_dir():
        return []
    files = sorted(folder.iterdir())
    return [p for p in files if p.suffix in suffixes and not p.name.startswith(".")]
