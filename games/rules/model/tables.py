"""Tables: what the rules read while playing. Plain rows, compiled once from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from engine.schema.question import Question, Response
from games.rules.model import luck
from games.rules.model.amounts import Amounts

FUND = "fund"
"""The community welfare fund: a local example of the game, not a scheme of law."""
NOMINATION = "nomination"
"""The act of writing down who receives."""

NO_LIMIT = 1 << 30
CARDS = 6
"""Right-cards on the table."""

Item = Literal["question", "event", "rumour", "unit", "goal", "market"]
"""What happens on a space."""


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One thing to hold: an option of a scheme, the fund, or an act.

    Attributes:
        scheme: its scheme, or its own id for fund and acts.
        monthly: contribution in baht a month; `yearly` saving or fee in baht a year.
        act: done once, held for ever.
        index: place in `Tables.options`; `contributory` its scheme's place among those paid
            monthly, or -1.
        fact: the fact of the contribution.
    """

    id: str
    index: int
    scheme: str
    monthly: int = 0
    yearly: int = 0
    saves: bool = False
    act: bool = False
    contributory: int = -1
    fact: str = ""
    place: str = ""
    youngest: int = 0
    oldest: int = NO_LIMIT
    age_facts: tuple[str, ...] = ()
    excludes: frozenset[str] = frozenset()


def excluded_by(one: OptionRow, other: OptionRow) -> OptionRow | None:
    """Return which of the two says that the law does not allow them together, if one does."""
    if one.excludes & {other.id, other.scheme}:
        return one
    if other.excludes & {one.id, one.scheme}:
        return other
    return None


@dataclass(frozen=True, slots=True)
class Plan:
    """A lawful set of things held together; `year` is what a year of it costs."""

    hold: tuple[str, ...]
    options: tuple[OptionRow, ...]
    schemes: dict[str, OptionRow]
    year: int


@dataclass(frozen=True, slots=True)
class ContributionTest:
    """At least `months` paid of the last `window` (0: of all)."""

    months: int
    window: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A right, with its facts' values filled in.

    Attributes:
        scheme: what must be held, or "" for everyone by law.
        automatic: its scheme is everyone's.
        options: the option ids that carry it, cheapest first.
        each: by option id (or "" alone): baht for each unit, month, or once.
        most: by option id: units a year; `fewest` units for which anything is paid.
        group: benefits with one yearly limit in common.
        bands: (up to this age, percent, facts) of a match; (from this age, baht a month,
            facts) of a payment that steps with age.
        facts: by option id: the facts the sum and its conditions rest on, `accident_facts`
            the same with the accident's test; `grounds` the others that the right itself
            rests on.
        old_age: it begins with old age.
    """

    id: str
    scheme: str
    automatic: bool
    options: tuple[str, ...]
    shape: str
    unit: str = ""
    each: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    fewest: int = 0
    children: int = NO_LIMIT
    group: str = ""
    for_months: int = -1
    covers_most: int = NO_LIMIT
    bands: tuple[tuple[int, int, tuple[str, ...]], ...] = ()
    hearts: int = 0
    test: ContributionTest | None = None
    accident_test: ContributionTest | None = None
    youngest: int = 0
    oldest: int = NO_LIMIT
    registered: str = ""
    named: bool = False
    ended: bool = False
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accident_facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    grounds: tuple[str, ...] = ()
    old_age: bool = False

    def rests_on(self, option: str, accident: bool = False) -> tuple[str, ...]:
        """Return the facts behind what the option pays, an accident's own test among them."""
        facts = self.accident_facts if accident and self.accident_test else self.facts
        return facts.get(option) or facts.get("", ())


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as the rules see it.

    Attributes:
        answer: the right response, in written order; `several` sorted.
        everybody: all households answer it; else one answers and the others judge.
        size: options, steps or pairs; `strike` the wrong options.
        written: the question itself, which judges the answers.
        ask, after: syllables read aloud before and after the answer.
    """

    id: str
    index: int
    module: int
    kind: str
    answer: Response
    everybody: bool
    written: Question = field(repr=False, compare=False)
    size: int = 0
    strike: tuple[int, ...] = ()
    lowest: int = 0
    highest: int = 0
    step: int = 1
    tolerance: int = 0
    ask: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class SituationRow:
    """A life event as the rules see it.

    Attributes:
        places: indexes of the spaces where it can happen; empty: any.
        treatment: what a right may cover; `avoidable` the part of it that a right of access
            spares: none where another right covers the treatment itself.
        own: it happens to the household itself. Else the law's ages are those of another person,
            whose age the story tells.
        keeps: a death or a lasting disability: what rights pay beyond the event's costs is
            kept by those it is for, and buys no dream.
        cards: six right-cards, those of `helps` that are laid among them.
        claims: its claim question, and others of the same objective.
        story, after: syllables read aloud before the claim and after it.
    """

    id: str
    index: int
    jobs: frozenset[str]
    places: frozenset[int]
    village: bool
    hospital_days: int
    rest_days: int
    lost_days: int
    visits: int
    children: int
    months: int
    treatment: int
    avoidable: int
    other: int
    hearts: int
    accident: bool
    own: bool
    keeps: bool
    helps: tuple[str, ...]
    cards: tuple[str, ...]
    claims: tuple[QuestionRow, ...]
    story: int = 0
    after: int = 0

    @property
    def ill(self) -> bool:
        """True if a doctor keeps somebody from work."""
        return self.hospital_days + self.rest_days > 0

    @property
    def days(self) -> int:
        """All days without income."""
        return self.hospital_days + self.rest_days + self.lost_days


class Befalling(NamedTuple):
    """The events of a space, and how likely each is beside the others.

    What few households can meet weighs more, so that every event of the content is met about
    as often.
    """

    rows: tuple[SituationRow, ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """A kind of work, its tool, and the events that can befall it.

    Attributes:
        first_swing: the lowest percent by which the first chapter's season moves the income:
            with less the purse would not hold the cheapest protection.
        tool_price, tool_income: of its tool, baht and baht a year; 0: it has none.
        events: by index of the space, what can happen there.
    """

    id: str
    income: int
    swing: int
    living: int
    first_swing: int
    tool_price: int
    tool_income: int
    events: tuple[Befalling, ...]


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space; `module` is an index into `Tables.modules` or -1 for any."""

    id: str
    item: Item
    module: int


@dataclass(frozen=True, slots=True)
class DreamRow:
    """A dream and the prices of its three steps, for `price_chapters` chapters."""

    id: str
    prices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A thing that the village builds: coins it needs for 1 to 6 households, and what it does.

    Attributes:
        effect: ``claim_help`` a wrong claim is paid now all the same · ``mend`` hearts after
            a chapter · ``cheaper_care`` percent of other costs spared · ``more_stars`` further
            stars for a right rumour · ``storm`` percent of the storm's harm spared.
        figure: how many, or how many percent.
    """

    id: str
    needs: tuple[int, ...]
    effect: str
    figure: int


@dataclass(frozen=True, slots=True)
class StormRow:
    """The storm: the length of its track, and its harm.

    Attributes:
        days: without income; `repair` baht; `hearts` lost by who holds no protection.
    """

    steps: int
    days: int
    repair: int
    hearts: int


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A title for the end and what earns it."""

    id: str
    earned_by: str


@dataclass(frozen=True, slots=True)
class MythRow:
    """A rumour; syllables read aloud before and after the answer."""

    id: str
    true: bool
    said: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Deck:
    """The questions of one module: bits of each objective in `State.asked`, and its rows."""

    mask: int
    piles: tuple[tuple[int, tuple[QuestionRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows and numbers of a game of these modules.

    Attributes:
        contributory: how many schemes are paid monthly.
        asks: the schemes a mentor can be asked about.
        joinable: what a household can be invited to.
        old_age: rights that come with old age.
        matches: the match benefit of a saving scheme, by scheme id.
        village: events that can befall every household alike; `paying` those in which
            protection that can be joined pays for lost days.
        true_myths, false_myths: indexes into `myths`.
        chapters: worked out already: chapters by households, talk and minutes.
        shares: worked out already: the state's share by option and age.
    """

    edition: str
    modules: tuple[str, ...]
    amounts: Amounts
    occupations: dict[str, OccupationRow]
    names: tuple[str, ...]
    spaces: tuple[SpaceRow, ...]
    corners: tuple[int, ...]
    options: dict[str, OptionRow]
    plans: dict[tuple[str, ...], Plan]
    contributory: int
    asks: tuple[str, ...]
    joinable: tuple[OptionRow, ...]
    benefits: dict[str, BenefitRow]
    old_age: tuple[BenefitRow, ...]
    matches: dict[str, BenefitRow]
    questions: dict[str, QuestionRow]
    decks: tuple[Deck, ...]
    situations: dict[str, SituationRow]
    village: tuple[SituationRow, ...]
    paying: tuple[SituationRow, ...]
    myths: tuple[MythRow, ...]
    truths: dict[str, bool]
    true_myths: tuple[int, ...]
    false_myths: tuple[int, ...]
    dreams: dict[str, DreamRow]
    goals: dict[str, GoalRow]
    storm: StormRow
    titles: tuple[TitleRow, ...]
    chapters: dict[tuple[int, int, int], int] = field(
        default_factory=dict, repr=False, compare=False
    )
    shares: dict[tuple[str, int], tuple[int, int, int, tuple[str, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _rumours: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rumours(self, seed: int) -> tuple[int, ...]:
        """Return the order in which a game tells the rumours, as indexes into `myths`.

        While both are left, a coin decides whether the next one is true: no answer is right
        more often, and what was told says nothing of what comes.
        """
        known = self._rumours.get(seed)
        if known is None:
            if len(self._rumours) > 64:
                self._rumours.clear()
            known = self._rumours[seed] = self._mixed_rumours(seed)
        return known

    def _mixed_rumours(self, seed: int) -> tuple[int, ...]:
        kinds = (self.true_myths, self.false_myths)
        piles = [
            [own[i] for i in luck.shuffled(len(own), seed, luck.DECK, 98 + at)]
            for at, own in enumerate(kinds)
        ]
        order: list[int] = []
        while all(piles):
            order.append(piles[luck.below(2, seed, luck.DECK, 97, len(order))].pop())
        order += piles[0] + piles[1]
        return tuple(order)
