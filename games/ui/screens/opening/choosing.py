"""The households' choice of protection, while the opening is on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.rules import ProtectionChoice, affordable, protection
from games.rules.phases.protection import whole_hold
from games.ui.screens.opening.terms import option_row, siblings
from games.ui.shell.game_screens import GameScreens

NONE = ""
"""Chosen for a scheme: not to hold it."""


def schemes_of(game: GameScreens) -> tuple[str, ...]:
    """Return schemes, acts and the fund in the order of the tables."""
    return tuple(dict.fromkeys(row.scheme for row in game.tables.options.values()))


@dataclass
class Choosing:
    """The protection each household has ticked so far; lawful and affordable at every moment.

    Attributes:
        chosen: by seat, the ids ticked; it begins with what is held and can be kept.
        decided: (seat, scheme) pairs that a household has tapped.
    """

    game: GameScreens
    chosen: list[tuple[str, ...]] = field(init=False)
    decided: set[tuple[int, str]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        tables, age = self.game.tables, self.game.age
        self.chosen = [
            affordable(tables, household, household.hold, age)
            for household in self.game.state.households
        ]

    def choices(self, seat: int) -> dict[str, ProtectionChoice]:
        """Return every choice of a household, judged beside what it has ticked."""
        found = protection(self.game.tables, self.game.state, seat, self.chosen[seat])
        return {choice.option: choice for choice in found}

    def held(self, seat: int, scheme: str) -> str:
        """Return the option ticked of that scheme; `NONE` without one."""
        own = (o for o in self.chosen[seat] if option_row(self.game, o).scheme == scheme)
        return next(own, NONE)

    def done(self, seat: int, option: str) -> bool:
        """Return True if it is an act that was done before and stays."""
        household = self.game.state.households[seat]
        return option_row(self.game, option).act and option in household.hold

    def pick(self, seat: int, scheme: str, option: str) -> None:
        """Tick the option of the scheme, or `NONE`; what is refused changes nothing."""
        if option and self.choices(seat)[option].refusal:
            return
        game = self.game
        rest = [o for o in self.chosen[seat] if option_row(game, o).scheme != scheme]
        wanted = (*rest, option) if option else tuple(rest)
        self.chosen[seat] = whole_hold(game.tables, game.state.households[seat], wanted)
        self.decided.add((seat, scheme))

    def cost(self, seat: int) -> int:
        """Return the baht that this year costs the household."""
        choices = self.choices(seat)
        return sum(choices[option].cost for option in self.chosen[seat])

    def left(self, seat: int) -> int:
        """Return the baht in hand after paying for what is ticked."""
        return self.game.state.households[seat].money - self.cost(seat)

    def open(self, seat: int, scheme: str) -> bool:
        """Return True if the household may take an option of that scheme, or another one."""
        choices = self.choices(seat)
        return any(
            not choices[row.id].refusal and not self.done(seat, row.id)
            for row in siblings(self.game, scheme)
        )

    def waits(self, seat: int, schemes: tuple[str, ...]) -> bool:
        """Return True if the household has decided nothing of these and could."""
        if any((seat, scheme) in self.decided for scheme in schemes):
            return False
        return any(self.open(seat, scheme) for scheme in schemes)
