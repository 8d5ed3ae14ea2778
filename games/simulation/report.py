"""The report: counts, and each property of the balance table beside what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from games.simulation.spread import Distribution


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the balance table.

    Attributes:
        found: what the simulation found, in words and figures.
        bar: what it must be.
        holds: whether it does; None when these games cannot tell.
        of_game: whether it speaks of the game; else of the machine, and decides nothing.
    """

    name: str
    found: str
    bar: str
    holds: bool | None
    of_game: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """The report of `rusit simulate`. Shares are of 1, amounts in baht a household and game.

    All but `expert` and `tricks` are of games of households that know half.

    Attributes:
        teams: households; `rounds` chapters.
        caption: what was played, in a line; stands over the pictures.
        length_minutes: mean by the clock model, set-up and debrief included.
        games_a_second, moves_a_second: on one core, bots' thinking included; each answer of a
            household is a move.
        seats, occupations, dreams: share of first places, by seat (from 1), and among the
            households that had it; 1 of the number of households is fair.
        expert: share of first places of a household that knows 90 of 100 among others that
            know 50; `tricks` of one that does not think but uses a trick.
        half_time: how often who leads at half-time is first at the end.
        community: share of games that the village wins.
        protected_higher, protected_lower: share of twins that end with more, with less.
        never_paid: share of protected households that no right ever paid.
        best_plans: for each occupation the fixed plans that end highest: the best one, then
            those that chance alone may have put behind it.
        waiting, longest_wait: seconds between two decisions of a household.
        labels: minutes offered, by households; `label_minutes` what the model finds in play.
        rumours_false: share of rumours told that are false.
        rights_missed: had and not asked for; `rights_not_joined` not held.
        steps, hearts: share of households by dream steps bought and hearts at the end.
    """

    games: int
    teams: int
    minutes: int
    luck: str
    together: bool
    seed: int
    modules: tuple[str, ...]
    edition: str
    caption: str
    rounds: int
    length_minutes: float
    games_a_second: float
    moves_a_second: float
    seats: Mapping[str, float]
    occupations: Mapping[str, float]
    dreams: Mapping[str, float]
    expert: float
    tricks: Mapping[str, float]
    half_time: float
    community: float
    protected_higher: float
    protected_lower: float
    never_paid: float
    best_plans: Mapping[str, tuple[str, ...]]
    waiting: float
    longest_wait: int
    labels: Mapping[str, tuple[int, ...]]
    label_minutes: Mapping[str, float]
    rumours_false: float
    rights_paid: float
    rights_covered: float
    rights_missed: float
    rights_not_joined: float
    in_debt: float
    steps: Mapping[str, float]
    hearts: Mapping[str, float]
    stars: float
    storms: float
    goals_built: float
    never_asked: tuple[str, ...]
    never_met: tuple[str, ...]
    distributions: tuple[Distribution, ...]
    bars: tuple[Bar, ...]

    @property
    def passed(self) -> bool:
        """True if every row about the game that could be told holds."""
        return all(bar.holds is not False for bar in self.bars if bar.of_game)

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON."""
        return {**asdict(self), "passed": self.passed}

    def text_report(self) -> str:
        """Return the report as text for a terminal."""
        lines = [
            f"{self.games} games · {self.teams} households · {self.minutes} minutes · "
            f"{self.rounds} chapters · {self.luck} luck"
            f"{' · together' if self.together else ''} · seed {self.seed}",
            f"modules {', '.join(self.modules)} · edition {self.edition}",
            "",
            "first places by seat        " + _shares(self.seats),
            "first places by occupation  " + _shares(self.occupations),
            "first places by dream       " + _shares(self.dreams),
            f"expert among the others     {self.expert:.1%}",
            "tricks among the others     " + _shares(self.tricks),
            f"the village wins            {self.community:.1%}",
            f"rights a household and game paid {self.rights_paid:,.0f} · covered "
            f"{self.rights_covered:,.0f} · not asked for {self.rights_missed:,.0f} · not joined "
            f"{self.rights_not_joined:,.0f} baht",
            f"in debt at the end          {self.in_debt:.1%}",
            "dream steps at the end      " + _shares(self.steps),
            "hearts at the end           " + _shares(self.hearts),
            f"stars at the end            {self.stars:.1f}",
            f"a game                      {self.storms:.2f} storms · {self.goals_built:.2f} goals "
            f"built · {self.length_minutes:.1f} minutes",
            "minutes by the model        "
            + " · ".join(f"{name} {m:.1f}" for name, m in self.label_minutes.items()),
            *(
                f"{d.name:<28}5 % to {d.low:,} · half to {d.median:,} · 95 % to {d.high:,} {d.unit}"
                for d in self.distributions
            ),
            "best fixed plans",
            *(f"    {work}: {' | '.join(plans)}" for work, plans in self.best_plans.items()),
        ]
        if self.never_asked:
            lines.append("never asked                 " + ", ".join(self.never_asked))
        if self.never_met:
            lines.append("never met                   " + ", ".join(self.never_met))
        lines.append("")
        for bar in self.bars:
            mark = {True: "ok  ", False: "FAIL", None: "–   "}[bar.holds]
            lines.append(f"{mark} {bar.name}: {bar.found} (bar: {bar.bar})")
        return "\n".join(lines)


def _shares(shares: Mapping[str, float]) -> str:
    return " · ".join(f"{name} {share:.1%}" for name, share in shares.items())
