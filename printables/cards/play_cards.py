"""Cards of the paper game: life events, rights and rumours."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Benefit
from engine.schema.module import Module
from engine.schema.question import Myth
from engine.schema.situation import Harm, Situation
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from engine.thai.dates import grouped
from printables.cards.quiz_cards import SOURCES_ON_A_CARD
from printables.text.html_text import joined
from printables.text.sheet_text import SheetText
from printables.text.source_names import sources_of


@dataclass(frozen=True, slots=True)
class Sign:
    """A picture and what it says."""

    icon: str
    text: Text


@dataclass(frozen=True, slots=True)
class Lure:
    """A right that sounds fitting, and why it does not apply."""

    title: Text
    why: Text


@dataclass(frozen=True, slots=True)
class EventCard:
    """A life event: the story and its harm; behind it, the rights that answer."""

    id: str
    colour: str
    icon: str
    head: Text
    title: Text
    story: Text
    harm: tuple[Sign, ...]
    care: Text | None
    helps: tuple[Sign, ...]
    lures: tuple[Lure, ...]
    remember: Text
    talk: Text
    sources: tuple[Text, ...]
    phone: str
    facts: tuple[str, ...]
    template: str = "event"
    kind: str = "event"


@dataclass(frozen=True, slots=True)
class Payment:
    """What a right pays; `option` tells for which choice, when they differ."""

    option: Text | None
    pays: Text


@dataclass(frozen=True, slots=True)
class RightCard:
    """A right to lay on the table: what it pays; behind it, when, where and with what."""

    id: str
    colour: str
    icon: str
    head: Text
    title: Text
    payments: tuple[Payment, ...]
    when: Text
    place: Text | None
    within: Text | None
    bring: tuple[Text, ...]
    sources: tuple[Text, ...]
    phone: str
    facts: tuple[str, ...]
    template: str = "right"
    kind: str = "right"


@dataclass(frozen=True, slots=True)
class RumourCard:
    """What people say; behind it, what is so and why it is believed."""

    id: str
    colour: str
    icon: str
    head: Text
    said: Text
    holds: bool
    really: Text
    why: Text
    sources: tuple[Text, ...]
    phone: str
    facts: tuple[str, ...]
    template: str = "rumour"
    kind: str = "rumour"


def event_card(
    catalogue: Catalogue, module: Module, situation: Situation, words: SheetText
) -> EventCard:
    """The card of a life event of that module."""
    helps = tuple(
        Sign(benefit.icon, benefit.short)
        for benefit in (catalogue.benefits[b] for b in situation.helps)
    )
    lures = tuple(Lure(catalogue.benefits[t.benefit].short, t.why) for t in situation.tempting)
    shown = (situation.story, lures, situation.remember)
    facts = _facts(shown)
    care = situation.care
    return EventCard(
        id=situation.id,
        colour="lotus",
        icon=situation.icon,
        head=words.put("event", module=module.short),
        title=situation.title,
        story=situation.story,
        harm=harm_signs(situation.harm, words),
        care=care.note if care else None,
        helps=helps,
        lures=lures,
        remember=situation.remember,
        talk=situation.talk,
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone=catalogue.helplines[care.helpline].phone if care else "",
        facts=facts,
    )


def right_card(
    catalogue: Catalogue, module: Module, benefit: Benefit, words: SheetText
) -> RightCard:
    """The card of a right of that module."""
    scheme = catalogue.schemes.get(benefit.scheme or "")
    payments = _payments(catalogue, benefit)
    claim = benefit.claim
    within = catalogue.facts[claim.within].text if claim and claim.within else None
    shown = (payments, benefit.when)
    facts = tuple(dict.fromkeys([*benefit.facts, *_facts(shown)]))
    return RightCard(
        id=benefit.id,
        colour=module.colour,
        icon=benefit.icon,
        head=words.put("right", scheme=scheme.short if scheme else module.short),
        title=benefit.title,
        payments=payments,
        when=benefit.when,
        place=catalogue.places[claim.at].title if claim else None,
        within=within,
        bring=tuple(catalogue.papers[p].title for p in claim.bring) if claim else (),
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone="",
        facts=facts,
    )


def rumour_card(catalogue: Catalogue, module: Module, myth: Myth, words: SheetText) -> RumourCard:
    """The card of a rumour of that module."""
    facts = tuple(dict.fromkeys([*myth.facts, *_facts((myth.really, myth.why))]))
    return RumourCard(
        id=myth.id,
        colour="violet",
        icon="megaphone",
        head=words.put("rumour", module=module.short),
        said=myth.said,
        holds=myth.true,
        really=myth.really,
        why=myth.why,
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone="",
        facts=facts,
    )


HARM_ICONS = {
    "hospital_days": "bed",
    "rest_days": "house",
    "lost_days": "hourglass-not-done",
    "visits": "hospital",
    "children": "baby",
    "treatment": "receipt",
    "other": "money-with-wings",
    "hearts": "red-heart",
}


def harm_signs(harm: Harm, words: SheetText) -> tuple[Sign, ...]:
    """What the event costs, in pictures and words; only what it does cost."""
    return tuple(
        Sign(icon, words.put(f"harm_{name}", n=grouped(getattr(harm, name))))
        for name, icon in HARM_ICONS.items()
        if getattr(harm, name)
    )


def _payments(catalogue: Catalogue, benefit: Benefit) -> tuple[Payment, ...]:
    """What the right pays: options that pay the same share a line."""
    cells = catalogue.benefit_cells.get(benefit.id, {})
    scheme = catalogue.schemes.get(benefit.scheme or "")
    titles = {option.id: option.short for option in scheme.options} if scheme else {}
    sharing: dict[str, list[str]] = {}
    for option in sorted(cells):
        sharing.setdefault(cells[option].th, []).append(option)
    everyone = len(sharing) == 1
    return tuple(
        Payment(
            None if everyone else joined(tuple(titles[o] for o in options if o in titles)),
            cells[options[0]],
        )
        for options in sharing.values()
    )


def _facts(shown: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for text in texts_in(shown) for f in text.facts))
