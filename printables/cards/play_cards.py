"""Cards of the paper game: life events, rights and rumours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from engine.catalogue import Catalogue
from engine.schema.benefit import Benefit, ByOption, LumpSum, Monthly, PerUnit
from engine.schema.module import Module
from engine.schema.question import Myth
from engine.schema.situation import Harm, Situation
from engine.schema.supplement import Rights
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from engine.thai.dates import grouped
from printables.cards.conditions import condition
from printables.cards.payouts import payouts
from printables.cards.quiz_cards import SOURCES_ON_A_CARD, Labelled, sides_of
from printables.text.html_text import joined, sentence
from printables.text.sheet_text import SheetText
from printables.text.source_names import sources_of


@dataclass(frozen=True, slots=True)
class Sign:
    """A picture and what it says."""

    icon: str
    text: Text


@dataclass(frozen=True, slots=True)
class NamedRight:
    """A right laid at an event, by its number on the household's mat."""

    number: int
    icon: str
    title: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on the card of that number.

    Attributes:
        says: sums for who has the right, or why it does not apply; one for each way.
        needs: what a household must have for it; None where it does not apply.
    """

    number: int
    icon: str
    title: Text
    helps: bool
    says: tuple[Text, ...]
    needs: Text | None


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """The decision at the counter: what is asked, what to choose from, what is right."""

    ask: Text
    lines: tuple[Labelled, ...]
    answer: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """A life event: the story, its harm and six named rights; behind it what each comes to.

    Attributes:
        place: where on the board it can happen; None: on any event space, or in the village.
    """

    id: str
    colour: str
    icon: str
    head: Text
    place: Text | None
    title: Text
    story: Text
    harm: tuple[Sign, ...]
    care: Text | None
    cards: tuple[NamedRight, ...]
    verdicts: tuple[Verdict, ...]
    kept: bool
    claim: ClaimStep | None
    remember: Text
    sources: tuple[Text, ...]
    phone: str
    facts: tuple[str, ...]
    template: str = "event"
    kind: str = "event"


@dataclass(frozen=True, slots=True)
class Amount:
    """The hero of a right card: a figure, its unit, and for which options when they differ."""

    figure: str
    unit: Text
    option: Text | None


@dataclass(frozen=True, slots=True)
class RightCard:
    """A right to lay on the table: what it pays; behind it, when, where and with what.

    Attributes:
        amounts: large figures; empty where a right is no single sum, then `pays` says it.
        limit: what limits it, in one line.
    """

    id: str
    colour: str
    icon: str
    head: Text
    title: Text
    amounts: tuple[Amount, ...]
    pays: Text | None
    limit: Text | None
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
    """A rumour; behind it, what is so and why it is believed."""

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
    """Return the card of a life event of that module."""
    verdicts = tuple(_verdicts(catalogue, situation, words))
    claim = _claim_step(catalogue, situation, words)
    facts = _facts((situation.story, verdicts, situation.remember, claim))
    care = situation.care
    spaces = {s.id: s for s in catalogue.board.spaces} if catalogue.board else {}
    # A place's name is one word here: no line begins inside it.
    places = tuple(
        spaces[p].title.model_copy(update={"breaks": ()}) for p in situation.places if p in spaces
    )
    head = "event_village" if situation.village else "event"
    return EventCard(
        id=situation.id,
        colour="lotus",
        icon=situation.icon,
        head=words.put(head, module=module.short),
        place=words.put("event_at", places=joined(places)) if places else None,
        title=situation.title,
        story=situation.story,
        harm=harm_signs(situation.harm, words),
        care=care.note if care else None,
        cards=tuple(NamedRight(v.number, v.icon, v.title) for v in verdicts),
        verdicts=verdicts,
        kept=situation.harm.death or situation.harm.disability,
        claim=claim,
        remember=situation.remember,
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone=catalogue.helplines[care.helpline].phone if care else "",
        facts=facts,
    )


def cards_laid(situation: Situation) -> tuple[str, ...]:
    """Return the six rights in the order in which they are laid, the same as on the screen."""
    return tuple(sorted(situation.cards, key=lambda name: crc32(f"{name} {situation.id}".encode())))


def _verdicts(catalogue: Catalogue, situation: Situation, words: SheetText) -> Iterator[Verdict]:
    reasons = {t.benefit: t.why for t in situation.tempting}
    for number, name in enumerate(cards_laid(situation), 1):
        benefit = catalogue.benefits[name]
        helps = name in situation.helps
        says = (
            tuple(_sums(catalogue, situation, benefit, words))
            if helps
            else (reasons.get(name, words["not_this_story"]),)
        )
        needs = condition(catalogue, situation, benefit, words) if helps else None
        yield Verdict(number, benefit.icon, benefit.short, helps, says, needs)


def _sums(
    catalogue: Catalogue, situation: Situation, benefit: Benefit, words: SheetText
) -> Iterator[Text]:
    scheme = catalogue.schemes.get(benefit.scheme or "")
    titles = {o.id: o.short for o in scheme.options} if scheme else {}
    marked = any(catalogue.facts[f].unconfirmed for f in references_of(benefit, catalogue))
    age = catalogue.tuning["life_first_age"].value if "life_first_age" in catalogue.tuning else 0
    for paid in payouts(catalogue, situation, benefit, age):
        text = words.put(
            f"pays_{paid.way}",
            each=grouped(paid.each),
            times=grouped(paid.times),
            baht=grouped(paid.baht),
            hearts=getattr(benefit.pays, "hearts", 0),
        )
        if paid.way == "mends" and not paid.each:
            hearts = getattr(benefit.pays, "hearts", 0)
            text = words.put("pays_hearts", hearts=hearts) if hearts else words["pays_free"]
        if paid.shared:
            text = words.put("pays_shared", pays=text, most=grouped(paid.shared))
        if paid.option:
            options = joined(tuple(titles[o] for o in paid.option.split() if o in titles))
            text = words.put("pays_for", option=options, pays=text)
        yield text.model_copy(update={"unconfirmed": True}) if marked else text


def references_of(benefit: Benefit, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the facts behind what the right pays."""
    cells = catalogue.benefit_cells.get(benefit.id, {})
    return tuple(dict.fromkeys(f for cell in cells.values() for f in cell.facts))


def _claim_step(catalogue: Catalogue, situation: Situation, words: SheetText) -> ClaimStep | None:
    """Return the decision at the counter; none at what befalls the village, which pays at once."""
    question = catalogue.questions.get(situation.claim or "")
    if question is None or situation.village:
        return None
    sides = sides_of(question, words.letters)
    answer = sides.answer
    if question.kind == "true_false":
        verdict = words["holds" if sides.holds else "does_not_hold"].shown
        answer = (Labelled(verdict, question.explain),)
    elif question.kind == "match":
        answer = (Labelled(sides.letters, question.explain),)
    elif question.kind == "number" and sides.unit is not None:
        answer = (Labelled(sides.figure, sides.unit),)
    lines = (*sides.lines, *sides.facing)
    return ClaimStep(question.ask, lines, answer)


def right_card(
    catalogue: Catalogue, holder: Rights, benefit: Benefit, words: SheetText
) -> RightCard:
    """Return the card of a right of that module or supplement."""
    scheme = catalogue.schemes.get(benefit.scheme or "")
    amounts = benefit_amounts(catalogue, benefit, words)
    cells = tuple(dict.fromkeys(catalogue.benefit_cells.get(benefit.id, {}).values()))
    claim = benefit.claim
    within = catalogue.facts[claim.within].text if claim and claim.within else None
    pays = None if amounts or not cells else sentence(cells[0])
    facts = tuple(
        dict.fromkeys(
            [*benefit.facts, *references_of(benefit, catalogue), *_facts((pays, benefit.when))]
        )
    )
    return RightCard(
        id=benefit.id,
        colour=holder.colour,
        icon=benefit.icon,
        head=words.put("right", scheme=scheme.short if scheme else holder.short),
        title=benefit.short,
        amounts=amounts,
        pays=pays,
        limit=_limit(catalogue, benefit, words),
        when=benefit.when,
        place=catalogue.places[claim.at].title if claim else None,
        within=within,
        bring=tuple(catalogue.papers[p].title for p in claim.bring) if claim else (),
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone="",
        facts=facts,
    )


def rumour_card(catalogue: Catalogue, module: Module, myth: Myth, words: SheetText) -> RumourCard:
    """Return the card of a rumour of that module."""
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
    """Return what the event costs, in pictures and words; only what it does cost."""
    return tuple(
        Sign(icon, words.put(f"harm_{name}", n=grouped(getattr(harm, name))))
        for name, icon in HARM_ICONS.items()
        if getattr(harm, name)
    )


def benefit_amounts(
    catalogue: Catalogue, benefit: Benefit, words: SheetText, only: str = ""
) -> tuple[Amount, ...]:
    """Return the large figures of a right; none for one that is no single sum.

    Args:
        only: the option of the scheme to tell of; empty: all, those that pay alike together.
    """
    pays = benefit.pays
    if not isinstance(pays, PerUnit | LumpSum | Monthly):
        return ()
    unit = {"lump_sum": "unit_once", "monthly": "unit_month"}.get(pays.shape)
    unit = unit or f"unit_{getattr(pays, 'unit', '')}"
    scheme = catalogue.schemes.get(benefit.scheme or "")
    titles = {o.id: o.short for o in scheme.options} if scheme else {}
    sharing: dict[tuple[str, ...], list[str]] = {}
    for option in catalogue.benefit_cells.get(benefit.id, {}):
        if only and option != only:
            continue
        ids = [_fact_for(pays.amount, option)]
        if isinstance(pays, Monthly) and pays.up_to is not None:
            ids.append(_fact_for(pays.up_to, option))
        figures = (f"{_number(catalogue, i)}{'*' * catalogue.facts[i].unconfirmed}" for i in ids)
        sharing.setdefault(tuple(figures), []).append(option)
    return tuple(
        Amount(
            "–".join(figures),
            words[unit],
            joined(tuple(titles[o] for o in options if o in titles)) if len(sharing) > 1 else None,
        )
        for figures, options in sharing.items()
    )


def _limit(catalogue: Catalogue, benefit: Benefit, words: SheetText) -> Text | None:
    """Return what a year of a right comes to at most, in one line."""
    pays = benefit.pays
    if not isinstance(pays, PerUnit) or pays.at_most is None:
        return None
    facts = [pays.at_most] if isinstance(pays.at_most, str) else pays.at_most.values()
    shown = "/".join(dict.fromkeys(_number(catalogue, fact) for fact in facts))
    return words.put(f"limit_{pays.unit}", n=shown)


def _fact_for(amount: ByOption, option: str) -> str:
    return amount if isinstance(amount, str) else amount[option]


def _number(catalogue: Catalogue, fact: str) -> str:
    value = catalogue.facts[fact].value
    return grouped(value) if isinstance(value, int | float) else str(value)


def _facts(shown: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for text in texts_in(shown) for f in text.facts))
