"""The report: counts, and each property of the game beside its bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from games.simulation.spread import Distribution


@dataclass(frozen=True, slots=True)
class Bar:
    """A property the game must have.

    Attributes:
        found: what the simulation found, in words and figures.
        bar: what it must be.
        holds: whether it does; None when these games cannot tell.
    """

    name: str
    found: str
    bar: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Report:
    """What `rusit simulate` prints. Shares are of 1, amounts in baht a team and game.

    Attributes:
        seats, occupations: share of first places, by seat (from 1), and by occupation among
            the teams that had it; 1 of the number of teams is fair.
        expert: share of first places of a team that knows 90 of 100 among others that know 50.
        luck, together: as set up; when together nobody is ranked.
        caption: what was played, in a line, by language; stands over the pictures.
        best_plans: for each occupation the fixed plans with the highest mean score: the best
            one, then those that chance alone may have put behind it.
        moves_a_second, games_a_second: on one core, bots' thinking included.
        distributions: scores, hearts, lengths and payments.
    """

    games: int
    teams: int
    minutes: int
    luck: str
    together: bool
    seed: int
    modules: tuple[str, ...]
    edition: str
    caption: Mapping[str, str]
    rounds: int
    length_minutes: float
    games_a_second: float
    moves_a_second: float
    seats: Mapping[str, float]
    occupations: Mapping[str, float]
    mean_scores: Mapping[str, float]
    expert: float
    community: float
    protected_higher: float
    best_plans: Mapping[str, tuple[str, ...]]
    rights_paid: float
    rights_covered: float
    rights_missed: float
    in_debt: float
    hearts: Mapping[str, float]
    stars: float
    never_asked: tuple[str, ...]
    never_met: tuple[str, ...]
    distributions: tuple[Distribution, ...]
    bars: tuple[Bar, ...]

    @property
    def passed(self) -> bool:
        """Whether every bar that could be told holds."""
        return all(bar.holds is not False for bar in self.bars)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {**asdict(self), "passed": self.passed}

    def text_report(self) -> str:
        """The report as text for a terminal."""
        lines = [
            f"{self.games} games · {self.teams} teams · {self.minutes} minutes · "
            f"{self.rounds} rounds · {self.luck} luck"
            f"{' · together' if self.together else ''} · seed {self.seed}",
            f"modules {', '.join(self.modules)} · edition {self.edition}",
            "",
            "first places by seat        " + _shares(self.seats),
            "first places by occupation  " + _shares(self.occupations),
            "mean score by occupation    " + _numbers(self.mean_scores),
            f"expert among the others     {self.expert:.1%}",
            f"the community wins          {self.community:.1%}",
            f"rights a team and game      paid {self.rights_paid:,.0f} · covered "
            f"{self.rights_covered:,.0f} · missed {self.rights_missed:,.0f} baht",
            f"in debt at the end          {self.in_debt:.1%}",
            "hearts at the end           " + _shares(self.hearts),
            f"stars at the end            {self.stars:.1f}",
            *(
                f"{d.name:<28}5 % to {d.low:,} · half to {d.median:,} · 95 % to {d.high:,} "
                f"{d.unit['en']}"
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


def _numbers(numbers: Mapping[str, float]) -> str:
    return " · ".join(f"{name} {number:.0f}" for name, number in numbers.items())
