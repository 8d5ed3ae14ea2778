"""Cards of a household's life: dreams, occupations, protections and village goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Scheme, SchemeOption
from engine.schema.game import Occupation
from engine.schema.household import Dream, Tool, VillageGoal
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.cards.play_cards import Amount, benefit_amounts
from printables.text.html_text import joined
from printables.text.sheet_text import SheetText

CHAPTERS = 4
"""Prices of dreams and tools are written for a game of so many chapters."""
DIE = 6
HEARTS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a dream: its price, and the sentence told when it is bought."""

    number: int
    price: str
    text: Text


@dataclass(frozen=True, slots=True)
class DreamCard:
    """A dream with its three prices; behind it, what each step brings."""

    id: str
    title: Text
    icon: str
    head: Text
    steps: tuple[Step, ...]
    colour: str = "leaf"
    template: str = "dream"
    kind: str = "dream"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Season:
    """The year that a throw of the die makes: baht left after living.

    Attributes:
        left: with all hearts, then with one missing, two, three.
    """

    throw: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccupationCard:
    """A kind of work: a year's income and living; behind it, the seasons and the tool.

    Attributes:
        day: what a day without work costs, in baht.
        again: what to throw again in the first chapter, because the purse would not hold the
            cheapest protection; None when any throw leaves enough.
    """

    id: str
    title: Text
    icon: str
    head: Text
    income: str
    living: str
    left: str
    day: str
    risk: Text
    seasons: tuple[Season, ...]
    again: Text | None
    tool: Text | None
    tool_icon: str
    colour: str = "indigo"
    template: str = "occupation"
    kind: str = "occupation"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """A right that comes with a protection, and what it pays."""

    icon: str
    title: Text
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class ProtectionCard:
    """One thing to hold: what a month and a year of it cost, and what comes back.

    Attributes:
        month: baht a month; empty where it is paid by the year or once.
        beside: what the law does not allow to be held with it; None when nothing.
    """

    id: str
    title: Text
    icon: str
    colour: str
    head: Text
    month: str
    year: str
    gains: tuple[Gain, ...]
    because: Text | None
    beside: Text | None
    facts: tuple[str, ...]
    template: str = "protection"
    kind: str = "protection"
    sources: tuple[Text, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A thing that the village builds: coins by number of households, and its effect.

    Attributes:
        beside: what goals with the same effect come to together; None where that is plain.
    """

    id: str
    title: Text
    icon: str
    head: Text
    coins: tuple[str, ...]
    text: Text
    beside: Text | None
    colour: str = "leaf"
    template: str = "goal"
    kind: str = "goal"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


def price_for(catalogue: Catalogue, written: int, chapters: int) -> int:
    """Return a price in proportion to the chapters there are to earn it in."""
    unit = _number(catalogue, "life_price_round", 500)
    per = unit * _number(catalogue, "life_price_chapters", CHAPTERS)
    return max(1, (written * chapters + per // 2) // per) * unit


def dream_card(catalogue: Catalogue, dream: Dream, words: SheetText, chapters: int) -> DreamCard:
    """Return the card of a dream for a game of so many chapters."""
    steps = tuple(
        Step(n, grouped(price_for(catalogue, step.price, chapters)), step.text)
        for n, step in enumerate(dream.steps, 1)
    )
    return DreamCard(dream.id, dream.title, dream.icon, words["dream"], steps)


def occupation_card(
    catalogue: Catalogue, work: Occupation, words: SheetText, chapters: int
) -> OccupationCard:
    """Return the card of an occupation: the die stands for the season's luck."""
    tools: dict[str, Tool] = {tool.occupation: tool for tool in reversed(catalogue.tools)}
    tool = tools.get(work.id)
    incomes = [work.income * (100 + swing) // 100 for swing in season_swings(work.swing)]
    weary = _number(catalogue, "life_weary", 0)
    seasons = tuple(
        Season(
            throw,
            tuple(
                grouped(income - income * weary * missing // 100 - work.living)
                for missing in range(HEARTS + 1)
            ),
        )
        for throw, income in enumerate(incomes, 1)
    )
    least = cheapest_start(catalogue) - _number(catalogue, "life_start_money", 0)
    poor = [str(n) for n, income in enumerate(incomes, 1) if income - work.living < least]
    return OccupationCard(
        id=work.id,
        title=work.title,
        icon=work.icon,
        head=words["occupation"],
        income=grouped(work.income),
        living=grouped(work.living),
        left=grouped(work.income - work.living),
        day=grouped(work.income // _number(catalogue, "life_work_days", 360)),
        risk=work.risk,
        seasons=seasons,
        again=words.put("season_again", throws=" ".join(poor)) if poor else None,
        tool=words.put(
            "tool",
            tool=tool.title,
            price=grouped(price_for(catalogue, tool.price, chapters)),
            yearly=grouped(tool.yearly),
        )
        if tool
        else None,
        tool_icon=tool.icon if tool else "",
    )


def season_swings(swing: int) -> tuple[int, ...]:
    """Return the percent of income that each throw of the die adds, evenly from end to end."""
    return tuple(round(swing * (2 * throw - DIE + 1) / (DIE - 1)) for throw in range(DIE))


def cheapest_start(catalogue: Catalogue) -> int:
    """Return what the cheapest option of every scheme that is paid for costs in a year."""
    schemes = (scheme for scheme in catalogue.schemes.values() if not scheme.automatic)
    years = ([year_of(catalogue, option) for option in scheme.options] for scheme in schemes)
    return sum(min(costs) for costs in years if costs)


def month_of(catalogue: Catalogue, option: SchemeOption) -> int:
    """Return the contribution in baht a month; 0 where it is paid by the year."""
    month = catalogue.facts[option.pays_in].value if option.pays_in else None
    return int(month) if isinstance(month, int | float) else 0


def year_of(catalogue: Catalogue, option: SchemeOption) -> int:
    """Return what a year of the option costs, in baht."""
    return 12 * month_of(catalogue, option) or option.saves or 0


def protection_cards(catalogue: Catalogue, words: SheetText) -> Iterator[ProtectionCard]:
    """Yield a card for each thing that a household may pay for: scheme options and the fund."""
    for scheme in catalogue.schemes.values():
        for option in scheme.options:
            yield _option_card(catalogue, scheme, option, words)
    numbers = {n: _number(catalogue, f"life_fund_{n}", 0) for n in ("year", "night", "nights")}
    if all(numbers.values()):
        shown = {name: grouped(value) for name, value in numbers.items()}
        yield ProtectionCard(
            id="fund",
            title=words["fund"],
            icon="handshake",
            colour="leaf",
            head=words["protection"],
            month="",
            year=shown["year"],
            gains=(),
            because=words.put("fund_pays", night=shown["night"], nights=shown["nights"]),
            beside=None,
            facts=(),
        )


def _option_card(
    catalogue: Catalogue, scheme: Scheme, option: SchemeOption, words: SheetText
) -> ProtectionCard:
    gains: list[Gain] = []
    facts: list[str] = []
    for benefit in catalogue.benefits.values():
        if benefit.scheme != scheme.id or (benefit.options and option.id not in benefit.options):
            continue
        amounts = benefit_amounts(catalogue, benefit, words, option.id)
        cell = catalogue.benefit_cells.get(benefit.id, {}).get(option.id)
        if cell is not None and cell.facts:
            gains.append(Gain(benefit.icon, benefit.short, amounts or (Amount("", cell, None),)))
            facts.extend(cell.facts)
    month = month_of(catalogue, option)
    if option.pays_in:
        facts.append(option.pays_in)
    holder = catalogue.holder_of[scheme.id]
    refused = refused_beside(catalogue, scheme, option)
    return ProtectionCard(
        id=f"{scheme.id}.{option.id}",
        title=option.short
        if scheme.short.shown in option.short.shown
        else joined_title(scheme, option),
        icon=scheme.icon,
        colour=holder.colour,
        head=words["protection"],
        month=grouped(month) if month else "",
        year=grouped(year_of(catalogue, option)),
        gains=tuple(gains),
        because=scheme.join.because,
        beside=words.put("not_beside", others=joined(refused)) if refused else None,
        facts=tuple(dict.fromkeys(facts)),
    )


def refused_beside(catalogue: Catalogue, scheme: Scheme, option: SchemeOption) -> tuple[Text, ...]:
    """Return the names of what the law does not allow to be held beside the option.

    A scheme all of whose options are refused is named once.
    """

    def refuses(holder: Scheme, held: SchemeOption, other: Scheme, wanted: SchemeOption) -> bool:
        ruled_out = {*holder.join.excludes, *held.excludes}
        return not ruled_out.isdisjoint((other.id, f"{other.id}.{wanted.id}"))

    named: list[Text] = []
    for other in catalogue.schemes.values():
        if other.id == scheme.id:
            continue
        ruled_out = [
            wanted
            for wanted in other.options
            if refuses(scheme, option, other, wanted) or refuses(other, wanted, scheme, option)
        ]
        if ruled_out and len(ruled_out) == len(other.options):
            named.append(other.short)
        else:
            named.extend(joined_title(other, wanted) for wanted in ruled_out)
    return tuple(named)


def joined_title(scheme: Scheme, option: SchemeOption) -> Text:
    """Return the scheme's and the option's short names, one after the other."""
    both = Text(shown="{scheme} {option}", breaks=(9,))
    return both.put(scheme=scheme.short, option=option.short)


def goal_card(catalogue: Catalogue, goal: VillageGoal, words: SheetText) -> GoalCard:
    """Return the card of a village goal."""
    goals = catalogue.village.goals if catalogue.village else ()
    alike = [g for g in goals if g.effect == goal.effect]
    beside = None
    if goal.effect == "storm" and len(alike) > 1:
        rest = 100
        for other in alike:
            rest -= rest * (other.figure or 0) // 100
        beside = words.put("storm_goals", percent=rest)
    return GoalCard(
        id=goal.id,
        title=goal.title,
        icon=goal.icon,
        head=words["goal"],
        coins=tuple(map(str, goal.coins)),
        text=goal.text,
        beside=beside,
    )


def _number(catalogue: Catalogue, name: str, otherwise: int) -> int:
    found = catalogue.tuning.get(name)
    return found.value if found else otherwise
