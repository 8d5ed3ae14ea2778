"""The catalogue: the one input of games and printables.

It holds the records people wrote with every `Text` filled in, each fact as it stands on
`as_of`, and what was derived once at build time. It is immutable, and it travels as JSON:
whoever reads it needs no YAML, no Thai segmentation and no source of facts.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import RusitError
from engine.languages import SOURCE
from engine.schema.benefit import Benefit, Scheme
from engine.schema.fact import FactToday
from engine.schema.game import Board, Occupation, TeamName, Tuning
from engine.schema.household import Dream, Title, Tool, Village
from engine.schema.language import ContentLanguage
from engine.schema.module import Module
from engine.schema.question import Myth, Question
from engine.schema.record import Record
from engine.schema.shared_content import Comparison, MixedForm
from engine.schema.situation import Situation
from engine.schema.source import Helpline, Paper, Place, Route, Source, Term
from engine.schema.supplement import Rights, Supplement
from engine.schema.text import Language, Text

FORMAT = 2

_UNLISTED = {
    SOURCE: ContentLanguage(id=SOURCE, name="ไทย", script="Thai"),
    "en": ContentLanguage(id="en", name="English", script="Latn"),
}
"""Languages that content need not list."""


class Catalogue(Record):
    """The compiled content of one day: the one input of games and printables.

    Attributes:
        format: version of this shape; a reader refuses a newer one.
        as_of: the day whose truth this is.
        language: of every text; `languages` are those that the content is in, with their scripts.
        clock: the day that the computer's clock told, if it was too early to be true; `as_of` is
            then the content's own newest day.
        edition: short hash over all facts and texts.
        modules: in reading order; their `facts` lists are empty, see `facts`.
        supplements: rights that are no module; their `facts` lists are empty too.
        facts: every fact as it stands on the day, by id.
        benefit_cells: what a benefit pays in words, by benefit id, then option id
            (``*`` when the scheme has no options).
        words: texts of screens and sheets by key, e.g. ``ui.play``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    format: int = FORMAT
    as_of: date
    language: Language = SOURCE
    languages: tuple[ContentLanguage, ...] = ()
    clock: date | None = None
    edition: str
    modules: tuple[Module, ...]
    supplements: tuple[Supplement, ...] = ()
    facts: dict[str, FactToday]
    sources: dict[str, Source]
    helplines: dict[str, Helpline]
    places: dict[str, Place]
    papers: dict[str, Paper]
    glossary: tuple[Term, ...] = ()
    routes: tuple[Route, ...] = ()
    comparison: Comparison | None = None
    mixed_forms: tuple[MixedForm, ...] = ()
    occupations: tuple[Occupation, ...] = ()
    board: Board | None = None
    teams: tuple[TeamName, ...] = ()
    dreams: tuple[Dream, ...] = ()
    tools: tuple[Tool, ...] = ()
    village: Village | None = None
    titles: tuple[Title, ...] = ()
    tuning: dict[str, Tuning] = Field(default_factory=dict)
    benefit_cells: dict[str, dict[str, Text]] = Field(default_factory=dict)
    words: dict[str, Text] = Field(default_factory=dict)

    @property
    def reading(self) -> ContentLanguage:
        """The language of the texts, with its script and fonts; Thai if it is not listed."""
        listed = (one for one in self.languages if one.id == self.language)
        return next(listed, _UNLISTED.get(self.language, _UNLISTED[SOURCE]))

    def sources_of(self, fact: FactToday) -> tuple[Source, ...]:
        """Return the sources of a fact, laws and offices first: their order for all readers."""
        return tuple(self.sources[source] for source in fact.sources)

    @cached_property
    def module_by_id(self) -> dict[str, Module]:
        """Modules by id."""
        return {m.id: m for m in self.modules}

    @cached_property
    def holder_by_id(self) -> dict[str, Rights]:
        """Modules and supplements by id: a fact's `module` is one of them."""
        holders: tuple[Rights, ...] = (*self.modules, *self.supplements)
        return {holder.id: holder for holder in holders}

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        """Schemes of all modules and supplements, by id."""
        return {s.id: s for h in self.holder_by_id.values() for s in h.schemes}

    @cached_property
    def benefits(self) -> dict[str, Benefit]:
        """Benefits of all modules and supplements, by id."""
        return {b.id: b for h in self.holder_by_id.values() for b in h.benefits}

    @cached_property
    def holder_of(self) -> dict[str, Rights]:
        """The module or supplement of every benefit and scheme, by its id."""
        return {
            name: holder
            for holder in self.holder_by_id.values()
            for name in (*(b.id for b in holder.benefits), *(s.id for s in holder.schemes))
        }

    @cached_property
    def module_of(self) -> dict[str, str]:
        """The module id of every question, benefit, myth, situation and scheme id."""
        return {
            record.id: m.id
            for m in self.modules
            for group in (m.questions, m.benefits, m.myths, m.situations, m.schemes)
            for record in group
        }

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Questions of all modules, by id."""
        return {q.id: q for m in self.modules for q in m.questions}

    @cached_property
    def myths(self) -> dict[str, Myth]:
        """Myths of all modules, by id."""
        return {y.id: y for m in self.modules for y in m.myths}

    @cached_property
    def situations(self) -> dict[str, Situation]:
        """Situations of all modules, by id."""
        return {s.id: s for m in self.modules for s in m.situations}

    def to_json(self) -> str:
        """Return stable JSON: same catalogue, same bytes; defaults are left out."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        data["format"] = self.format
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue in that file.

    Raises:
        RusitError: CAT01 unreadable, CAT02 from a newer version, CAT03 damaged.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        message = Message("cannot read the catalogue: {why}", why=reason(error))
        raise RusitError("CAT01", message, hint="run `rusit build` first", file=str(path)) from None
    except ValueError:
        text = ""
    return catalogue_from_json(text, path)


def catalogue_from_json(text: str, path: Path) -> Catalogue:
    """Return the catalogue of that JSON, which comes from `path`.

    Raises:
        RusitError: CAT02 from a newer version, CAT03 damaged.
    """
    try:
        raw: Any = json.loads(text)
    except (ValueError, RecursionError):
        message = "the catalogue is damaged: it is not JSON"
        raise RusitError("CAT03", message, hint="run `rusit build` again", file=str(path)) from None
    found = raw.get("format", FORMAT) if isinstance(raw, dict) else None
    if isinstance(found, int) and found > FORMAT:
        message = Message(
            "the catalogue has format {found}, this Rusit reads up to {format}",
            found=found,
            format=FORMAT,
        )
        hint = "update Rusit, or build the catalogue with this version"
        raise RusitError("CAT02", message, hint=hint, file=str(path))
    try:
        return Catalogue.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        message = Message(
            "the catalogue is damaged at {place}: {first}", place=place, first=first["msg"]
        )
        raise RusitError("CAT03", message, hint="run `rusit build` again", file=str(path)) from None
