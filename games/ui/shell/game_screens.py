"""A running game on the screen: its session, and the scenes still to be shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from engine.catalogue import Catalogue
from engine.schema.benefit import Benefit
from engine.schema.game import Occupation, Space, TeamName
from engine.schema.household import Dream, VillageGoal
from engine.schema.text import Text
from games.rules import Clock, Event, Log, Move, State, Tables, age_of
from games.session.game_session import GameSession
from games.ui.shell.scene import Scene, SceneStack
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.interface_text import InterfaceText, joined
from games.ui.toolkit.theme import HouseholdColours, household_colours


@dataclass
class Settings:
    """The settings this device remembers.

    Attributes:
        large: larger type.
        calm: no motion.
        quiet: no sound.
        hidden: each household taps its answer in turn, hidden; else the leader taps what
            the paddles show.
    """

    large: bool = False
    calm: bool = False
    quiet: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class SceneRouter:
    """The scenes of a game, and its ways back to the application.

    Attributes:
        report: the scenes that show the last move's events.
        ask: the scene that asks for the next move.
        menu: the menu's scene.
        leave: goes home; the game stays saved.
        finish: goes home; the game is closed for good.
    """

    report: Callable[[GameScreens], Iterable[Scene]]
    ask: Callable[[GameScreens], Scene]
    menu: Callable[[GameScreens], Scene]
    leave: Callable[[], None]
    finish: Callable[[], None]


class GameScreens(ScreenContext):
    """One game being played on the screen.

    A move goes to the session; the scenes that report its events are shown one after the
    other (the queue), then the scene that asks for the next move.
    """

    def __init__(
        self,
        scenes: SceneStack,
        session: GameSession,
        catalogue: Catalogue,
        settings: Settings,
        router: SceneRouter,
        words: InterfaceText,
    ) -> None:
        super().__init__(scenes, catalogue, words)
        self.session = session
        self.settings = settings
        self.router = router
        self._queue: deque[Scene] = deque()

    @property
    def tables(self) -> Tables:
        """The tables the game is played with."""
        return self.session.tables

    @property
    def log(self) -> Log:
        """Seed, set-up and every move so far."""
        return self.session.log

    @property
    def state(self) -> State:
        """The state now."""
        return self.session.state

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the last move."""
        return self.session.events

    @cached_property
    def clock(self) -> Clock:
        """The clock model of this game."""
        state = self.state
        return Clock(self.tables, len(state.households), state.talk)

    def play(self, move: Move) -> None:
        """Make a move, then show what it brought about.

        Raises:
            IllegalMove: the screen offered what the rules refuse: a mistake of the program.
            RusitError: SES02 if the disk refuses; the game then stands where it stood.
        """
        self.session.play(move)
        self.present()

    def allows(self, move: Move) -> bool:
        """Return True if the rules allow the move now."""
        return self.session.allows(move)

    def undo(self) -> None:
        """Take the last move back."""
        if self.session.undo():
            self._queue.clear()
            self.next()

    def present(self) -> None:
        """Show what the last move brought about, then ask for the next."""
        self.show_all(self.router.report(self))

    def show_all(self, scenes: Iterable[Scene]) -> None:
        """Show these scenes one after the other, then ask for the next move."""
        self._queue = deque(scenes)
        self.next()

    def next(self) -> None:
        """Show the next scene of the queue, or ask for the next move."""
        self.scenes.show(self._queue.popleft() if self._queue else self.router.ask(self))

    # What scenes ask about the households and the content.

    @property
    def seats(self) -> range:
        """The seats of the households, from 0."""
        return range(len(self.state.households))

    @property
    def age(self) -> int:
        """The age of everybody in the running chapter."""
        return age_of(self.tables, self.state)

    def household(self, seat: int) -> TeamName:
        """Return the record with name, face and emblem of the household in that seat."""
        name = self.state.households[seat].name
        return next(t for t in self.catalogue.teams if t.id == name)

    def household_name(self, seat: int) -> Text:
        """Return its flower name."""
        record = self.household(seat)
        return record.name or record.title

    def household_colours(self, seat: int) -> HouseholdColours:
        """Return its ring, tint and dark."""
        return household_colours(self.state.households[seat].name)

    def occupation(self, seat: int) -> Occupation:
        """Return what the household works as."""
        job = self.state.households[seat].occupation
        return next(o for o in self.catalogue.occupations if o.id == job)

    def dream(self, seat: int) -> Dream | None:
        """Return its dream; None before it is chosen."""
        chosen = self.state.households[seat].dream
        return next((d for d in self.catalogue.dreams if d.id == chosen), None)

    def goal(self, goal: str) -> VillageGoal | None:
        """Return the village goal of that id."""
        village = self.catalogue.village
        goals = village.goals if village is not None else ()
        return next((g for g in goals if g.id == goal), None)

    @property
    def spaces(self) -> tuple[Space, ...]:
        """The board's 28 spaces."""
        board = self.catalogue.board
        return board.spaces if board else ()

    def benefit(self, benefit: str) -> Benefit:
        """Return the benefit of that id."""
        return self.catalogue.benefits[benefit]

    def scheme_short(self, scheme: str) -> Text:
        """Return the short name of a scheme, of the fund or of an act."""
        record = self.catalogue.schemes.get(scheme)
        return record.short if record is not None else self.words(f"hold.{scheme}")

    def option_title(self, hold: str, *, alone: bool = True) -> Text:
        """Return words for an id of `Household.hold`.

        Args:
            alone: no heading names the scheme beside it, so the words must.
        """
        scheme_id, _, option_id = hold.rpartition(".")
        scheme = self.catalogue.schemes.get(scheme_id)
        if scheme is None:
            whole = self.catalogue.schemes.get(hold)
            return whole.short if whole is not None else self.words(f"hold.{hold}")
        option = next(o for o in scheme.options if o.id == option_id)
        return joined(scheme.short, option.short) if alone else option.title

    def option_icon(self, hold: str) -> str:
        """Return the icon of what is held."""
        scheme = self.catalogue.schemes.get(hold.rpartition(".")[0] or hold)
        scheme = scheme or self.catalogue.schemes.get(hold)
        if scheme is not None:
            return scheme.icon
        return {"fund": "busts-in-silhouette", "nomination": "memo"}.get(
            hold, "identification-card"
        )
