"""Tables: what the rules read while playing. Plain rows, compiled once from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.rules import luck
from games.rules.moves import Response
from games.rules.tuning import Amounts

FUND = "fund"
"""The community welfare fund: a local example of the game, not a scheme of law."""
NOMINATION = "nomination"
"""The act of writing down who receives."""

NO_LIMIT = 1 << 30


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One thing to hold: an option of a scheme, the fund, or an act.

    Attributes:
        scheme: its scheme, or its own id for fund and acts.
        monthly: contribution in baht a month; `yearly` saving or fee in baht a year.
        act: done once, held for ever.
        index: place in `Tables.options`, `contributory` place of its scheme's months.
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
    """Which of the two says that the law does not allow them together, if one does."""
    if one.excludes & {other.id, other.scheme}:
        return one
    if other.excludes & {one.id, one.scheme}:
        return other
    return None


@dataclass(frozen=True, slots=True)
class ProtectionPlan:
    """A lawful set of things held together."""

    hold: tuple[str, ...]
    options: tuple[OptionRow, ...]
    schemes: dict[str, OptionRow]
    year: int


@dataclass(frozen=True, slots=True)
class Test:
    """A contribution test: `months` of the last `window` (0: of all)."""

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
        facts: by option id: the facts the sum and its conditions rest on, `accident_facts`
            the same with the accident's test; `grounds` the others that the right itself
            rests on.
    """

    id: str
    index: int
    module: str
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
    test: Test | None = None
    accident_test: Test | None = None
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
        """The facts behind what the option pays, an accident's own test among them."""
        facts = self.accident_facts if accident and self.accident_test else self.facts
        return facts.get(option) or facts.get("", ())


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as the rules see it.

    Attributes:
        answer: the right response, in written order; `several` sorted.
        size: options, steps or pairs; `strike` the wrong options.
        alike: of pairs whose right sides are not all different, the first that reads the same
            as each: two needs may share one office.
    """

    id: str
    index: int
    module: int
    kind: str
    answer: Response
    size: int = 0
    strike: tuple[int, ...] = ()
    lowest: int = 0
    highest: int = 0
    step: int = 1
    tolerance: int = 0
    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SituationRow:
    """A life event as the rules see it.

    Attributes:
        treatment: 0 when a right of a module that is not played covers it.
        avoidable: the part of it that a right of access spares: none where another right
            covers the treatment itself.
        claims: its claim question, and others of the same objective, with weights.
    """

    id: str
    index: int
    jobs: frozenset[str]
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
    helps: tuple[str, ...]
    tempting: tuple[str, ...]
    fillers: tuple[str, ...]
    claims: tuple[tuple[QuestionRow, int], ...]

    @property
    def days(self) -> int:
        """All days without income."""
        return self.hospital_days + self.rest_days + self.lost_days


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """A kind of work, and the events that can befall it with their weights."""

    id: str
    income: int
    swing: int
    living: int
    events: tuple[tuple[SituationRow, int], ...]


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space; `module` is an index into `Tables.modules` or -1 for any."""

    id: str
    kind: str
    module: int


@dataclass(frozen=True, slots=True)
class Pile:
    """The questions of one objective, with the weights they are drawn by."""

    mask: int
    questions: tuple[QuestionRow, ...]
    weights: dict[str, int]


@dataclass(frozen=True, slots=True)
class CardDeck:
    """The questions of one module, by objective; `mask` their bits in `State.asked`."""

    size: int
    mask: int
    piles: tuple[Pile, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything a game of these modules needs.

    Attributes:
        asks: the explaining schemes: ids a mentor can be asked about.
        joinable: what another team can be helped to join.
        old_age: rights that come with old age.
        matches: the match benefit of a saving scheme, by scheme id.
    """

    edition: str
    modules: tuple[str, ...]
    amounts: Amounts
    occupations: dict[str, OccupationRow]
    names: tuple[str, ...]
    spaces: tuple[SpaceRow, ...]
    corners: tuple[int, ...]
    options: dict[str, OptionRow]
    plans: dict[tuple[str, ...], ProtectionPlan]
    contributory: int
    asks: tuple[str, ...]
    joinable: tuple[OptionRow, ...]
    benefits: dict[str, BenefitRow]
    old_age: tuple[BenefitRow, ...]
    matches: dict[str, BenefitRow]
    questions: dict[str, QuestionRow]
    decks: tuple[CardDeck, ...]
    situations: dict[str, SituationRow]
    myths: tuple[str, ...]
    truths: dict[str, bool]
    projects: dict[str, str]
    _rumours: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rumours(self, seed: int) -> tuple[int, ...]:
        """The order in which a game tells the rumours, as indexes into `myths`."""
        known = self._rumours.get(seed)
        if known is None:
            if len(self._rumours) > 64:
                self._rumours.clear()
            known = self._rumours[seed] = luck.shuffled(len(self.myths), seed, luck.DECK, 99)
        return known
