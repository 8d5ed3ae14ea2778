"""Overlays on a scene: whom to call, sources, a place, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from engine.catalogue import Catalogue
from engine.days import written_day
from engine.schema.fact import FactToday
from engine.schema.question import Question
from engine.schema.source import Helpline, Source, Term
from engine.schema.text import Text
from games.ui.screens.common.scenes import Over
from games.ui.shell.frame import frame, heading
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import BaseScene
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say
from games.ui.toolkit.interface_text import InterfaceText, plain
from games.ui.toolkit.page import Align, Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card

SHORT = 30
"""Signs of a fact's value that stand beside its name; a longer one stands under it."""


class Note(BaseScene):
    """A message with one way on."""

    def __init__(
        self,
        words: InterfaceText,
        title: Text,
        lines: Sequence[Text],
        done: Callable[[], None],
        *,
        picture: str = "light-bulb",
        colour: str = "gold",
        kind: str = "note",
    ) -> None:
        self.words = words
        self.title = title
        self.lines = lines
        self.done = done
        self.picture = picture
        self.colour = colour
        self.kind = kind

    def back(self) -> None:
        self.done()

    def build(self, page: Page) -> None:
        colours = pair(self.colour)
        parts: list[Block] = [
            Picture(self.picture, 3),
            Say(self.title, "title", "title", colours.dark, "centre"),
            *(Say(line, "lead", "read", INK, "centre") for line in self.lines),
        ]
        frame(
            page,
            Card(Column(*parts, gaps=1.2), WHITE, pad=2, grow=1),
            primary=Button("go-on", self.done, self.words("go-on"), look="primary", pair=colours),
            ground=colours.tint,
        )


class Call(Over):
    """Not sure? Call, together. The number is the hero of the page."""

    kind = "helpline"

    def __init__(self, context: ScreenContext, line: Helpline) -> None:
        super().__init__(context)
        self.line = line

    def build(self, page: Page) -> None:
        colours = PAIRS["indigo"]
        parts: list[Block] = [Say(self.line.title, "lead", "title", colours.dark, "centre")]
        if self.line.phone:
            parts.append(Say(plain(self.line.phone), "hero", "title", INK, "centre"))
        parts.append(Say(self.line.for_what, "body", "read", INK, "centre"))
        parts.extend(Say(plain(way), "body", "strong", INK, "centre") for way in self.line.online)
        if self.line.hours is not None:
            parts.append(Say(self.line.hours, "body", "read", INK, "centre"))
        if self.line.seen:
            seen = self.words("call.seen", year=self.words.year(self.line.seen))
            parts.append(Say(seen, "body", "read", DIM, "centre"))
        frame(
            page,
            Card(Column(*parts, gaps=0.8), WHITE, pad=1.6, grow=1),
            head=heading(self.words("call.title"), colours.dark, "telephone-receiver"),
            primary=Button("close", self.over, self.words("back"), look="primary", pair=colours),
            sides=self.sides(),
            ground=colours.tint,
        )

    def sides(self) -> list[Button]:
        """Return what else can be done here."""
        return []


class RoomCall(Call):
    """The same in a game: the room can note that it could not answer the question."""

    def __init__(self, game: GameScreens, line: Helpline, subject: str) -> None:
        super().__init__(game, line)
        self.game = game
        self.subject = subject

    def sides(self) -> list[Button]:
        flagged = self.subject in self.game.session.flags
        label = self.words("flag.on") if flagged else self.words("flag")
        return [Button("flag", self._flag, label, "pushpin", "chip", role="body", selected=flagged)]

    def _flag(self) -> None:
        self.game.session.flag(self.subject)


def call_button(words: InterfaceText, line: Helpline, action: Callable[[], None]) -> Button:
    """Return one tap to whom to ask: its label is the number, when there is one."""
    label = words("call", phone=plain(line.phone)) if line.phone else words("call.who")
    return Button("call", action, label, "telephone-receiver", "chip", role="body")


class Sources(Over):
    """The facts behind a page: each with its value, source, date and state."""

    kind = "sources"

    def __init__(self, context: ScreenContext, facts: Iterable[str]) -> None:
        super().__init__(context)
        known = context.catalogue.facts
        self.facts = [known[f] for f in dict.fromkeys(facts) if f in known]

    def build(self, page: Page) -> None:
        colours = PAIRS["indigo"]
        rows: list[Block] = [self._fact(fact) for fact in self.facts]
        if not rows:
            rows = [Say(self.words("sources.none"), "body")]
        frame(
            page,
            Column(*rows, Gap(0, grow=1), gaps=0.7),
            head=heading(
                self.words("sources.title", day=as_of(self.context.catalogue)),
                colours.dark,
                "magnifying-glass-tilted-left",
            ),
            primary=Button("close", self.over, self.words("back"), look="primary", pair=colours),
            ground=colours.tint,
        )

    def _fact(self, fact: FactToday) -> Block:
        value = Say(fact.text, "body", "title", PAIRS["indigo"].dark)
        label = Say(fact.label, "body", "strong")
        parts: list[Block] = [label, value]
        if len(fact.text.shown) <= SHORT:
            parts = [Row(label, replace(value, align="right"), shares=[1.5, 1])]
        for source in self.context.catalogue.sources_of(fact)[:2]:
            parts.append(Say(source_line(source, self.words), "body", "read", DIM))
        if fact.before is not None and fact.since is not None:
            since = self.words("sources.since", day=self.words.day(fact.since), before=fact.before)
            parts.append(Say(since, "body", "read", DIM))
        checked = self.words("sources.checked", day=self.words.day(fact.checked))
        parts.append(Say(checked, "body", "read", DIM))
        if fact.unconfirmed:
            parts.append(Say(self.words("unconfirmed"), "body", "strong", PAIRS["lotus"].dark))
        if fact.stale:
            parts.append(Say(self.words("sources.stale"), "body", "strong", PAIRS["lotus"].dark))
        return Card(Column(*parts, gaps=0.1), WHITE)


def sources_button(context: ScreenContext, facts: Iterable[str]) -> Button:
    """Return one tap to the sources and dates of these facts."""
    known = tuple(facts)
    return Button(
        "sources",
        lambda: context.scenes.push(Sources(context, known)),
        context.words("sources"),
        "magnifying-glass-tilted-left",
        "chip",
        role="body",
    )


def source_line(source: Source, words: InterfaceText) -> Text:
    """Return its short name and date."""
    return words("sources.from", source=source.short)


def as_of(catalogue: Catalogue) -> str:
    """Return the catalogue's day."""
    return written_day(catalogue.as_of, catalogue.language)


def terms_button(context: ScreenContext, terms: Sequence[Term]) -> Button:
    """Return one tap to these hard words in plain ones."""
    return Button(
        "terms",
        lambda: context.scenes.push(Terms(context, terms)),
        context.words("terms"),
        "open-book",
        "chip",
        role="body",
    )


def terms_chip(context: ScreenContext, terms: Sequence[Term]) -> Button:
    """Return the way to the hard words as a picture alone."""
    return replace(
        terms_button(context, terms), label=None, part=Picture("open-book", 1.2), pad=0.3
    )


def hard_words(catalogue: Catalogue, question: Question) -> list[Term]:
    """Return the glossary's terms that stand in the question, but none that tells the answer."""
    words = "\n".join(text.shown for text in (question.ask, *question.choices))
    answer = set(question.named_in_answer)
    return [
        term
        for term in catalogue.glossary
        if any(name in words for name in (term.term.shown, *term.also) if len(name) > 1)
        and answer.isdisjoint(term.means.facts)
    ]


TERM_ROLES = (("hero", "title"), ("title", "lead"), ("lead", "body"))
"""Type of a hard word and of its meaning, the largest first."""


class Terms(Over):
    """Hard words of the question, in plain ones."""

    kind = "terms"

    def __init__(self, context: ScreenContext, terms: Sequence[Term]) -> None:
        super().__init__(context)
        self.terms = terms

    def build(self, page: Page) -> None:
        colours = PAIRS["indigo"]
        ways = [Column(*self._cards(*roles), gaps=0.7) for roles in TERM_ROLES]
        frame(
            page,
            *ways,
            head=heading(self.words("terms.title"), colours.dark, "open-book"),
            primary=Button("close", self.over, self.words("back"), look="primary", pair=colours),
            ground=colours.tint,
        )

    def _cards(self, name: str, meaning: str) -> list[Block]:
        """Return a card for each word; few words stand large, in the middle."""
        align: Align = "centre" if name == "hero" else "left"
        colour = PAIRS["indigo"].dark
        return [
            Card(
                Column(
                    Say(term.term, name, "title", colour, align),
                    Say(term.means, meaning, "read", INK, align),
                    gaps=0.3,
                ),
                WHITE,
                grow=1,
            )
            for term in self.terms
        ]
