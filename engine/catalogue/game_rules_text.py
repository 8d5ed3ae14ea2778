"""The rules of the game: one text for the printed sheet, the screen's help, the terminal.

The words stand in content/locale/rules.yaml, their numbers in `tuning` of content/game.yaml;
here they meet. Neither games nor printables own them, and both show the same lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.catalogue import Catalogue
from engine.schema.game import Space, SpaceKind
from engine.schema.text import Text
from engine.thai.dates import grouped

GAME_PREFIX = "life_"
"""What the ids of the game's numbers begin with in `tuning`; the texts leave it out."""
MARKET = "market"
"""The place whose space is the market."""

RulesPart = Literal["before", "turn", "space", "after"]
"""Where in the game a section stands: before it, in a team's turn, on a space, after it."""


@dataclass(frozen=True, slots=True)
class RulesSection:
    """One heading of the rules with its lines, numbers filled in.

    Attributes:
        icon: a vendored icon's name.
        colour: a colour pair's name in the shared palette.
        lines: short sentences in reading order; each keeps its break points.
        kind: the kind of space the section explains; None for the others.
        spaces: the board's spaces of that kind, in walking order: their icons are the
            pictures to show.
    """

    id: str
    part: RulesPart
    icon: str
    colour: str
    title: Text
    lines: tuple[Text, ...]
    kind: SpaceKind | None = None
    spaces: tuple[Space, ...] = ()


_SECTIONS: tuple[tuple[str, RulesPart, str, str], ...] = (
    ("goal", "before", "sun", "teal"),
    ("prepare", "before", "spiral-notepad", "teal"),
    ("opening", "turn", "umbrella", "teal"),
    ("village", "turn", "mosquito", "lotus"),
    ("walk", "turn", "game-die", "indigo"),
    ("right", "space", "books", "teal"),
    ("event", "space", "adhesive-bandage", "lotus"),
    ("rumour", "space", "megaphone", "violet"),
    ("unit", "space", "house-with-garden", "gold"),
    ("community", "space", "handshake", "leaf"),
    ("market", "space", "shopping-cart", "indigo"),
    ("close", "after", "hourglass-not-done", "indigo"),
    ("end", "after", "trophy", "gold"),
)
"""Reading order: id in the locale file, part, icon, colour. A space's id is its kind."""

_KINDS: tuple[SpaceKind, ...] = ("right", "event", "rumour", "unit", "community")


def rules_of(catalogue: Catalogue) -> tuple[RulesSection, ...]:
    """Return the rules in reading order; sections whose words the catalogue lacks are left out."""
    numbers = {
        name.removeprefix(GAME_PREFIX): grouped(row.value)
        for name, row in catalogue.tuning.items()
        if name.startswith(GAME_PREFIX)
    }
    if catalogue.village is not None:
        figures = catalogue.village.storm.figures
        numbers |= {name: grouped(value) for name, value in figures.items()}
    spaces = catalogue.board.spaces if catalogue.board is not None else ()
    sections = []
    for name, part, icon, colour in _SECTIONS:
        head = catalogue.words.get(f"rules.{name}.head")
        if head is None:
            continue
        kind = next((k for k in _KINDS if k == name), None)
        sections.append(
            RulesSection(
                id=name,
                part=part,
                icon=icon,
                colour=colour,
                title=head.put(**numbers),
                lines=tuple(_filled(line, numbers) for line in _lines(catalogue, name)),
                kind=kind,
                spaces=tuple(space for space in spaces if _is_on(space, name)),
            )
        )
    return tuple(sections)


def _is_on(space: Space, section: str) -> bool:
    """Return whether a section of the rules is about that space."""
    return section == (MARKET if space.place == MARKET else space.kind)


def missing_heads(catalogue: Catalogue) -> tuple[str, ...]:
    """Return keys of the headings whose words the catalogue lacks."""
    heads = (f"rules.{name}.head" for name, *_ in _SECTIONS)
    return tuple(head for head in heads if head not in catalogue.words)


def _filled(line: Text, numbers: Mapping[str, str]) -> Text:
    """Return the line with its numbers; no line begins between a number and its unit."""
    text = line.put(**numbers)
    breaks = (
        b for b in text.breaks if not (text.shown[b - 1] == " " and text.shown[b - 2].isdigit())
    )
    return text.model_copy(update={"breaks": tuple(breaks)})


def _lines(catalogue: Catalogue, section: str) -> list[Text]:
    """Return `rules.SECTION.1` and on, as far as they are numbered."""
    lines: list[Text] = []
    while (text := catalogue.words.get(f"rules.{section}.{len(lines) + 1}")) is not None:
        lines.append(text)
    return lines


def rules_text(sections: Sequence[RulesSection]) -> str:
    """Return the rules as plain text for a terminal."""
    blocks = []
    for section in sections:
        head = section.title.shown
        if section.spaces:
            names = dict.fromkeys(space.title.shown for space in section.spaces)
            head += f" ({', '.join(names)})"
        blocks.append("\n".join([head, *(f"  · {line.shown}" for line in section.lines)]))
    return "\n\n".join(blocks)
