"""A running game on the screen: its session, and the scenes still to be shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Benefit
from engine.schema.game import Occupation, Space, TeamName
from engine.schema.text import Text
from games.rules import Event, Log, Move, State, Tables
from games.session.game_session import GameSession
from games.ui.shell.scene import Scene, SceneStack
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.interface_text import InterfaceText, joined
from games.ui.toolkit.theme import Pair, pair


@dataclass
class Settings:
    """What this device remembers.

    Attributes:
        large: body type at 1/22 of the height.
        calm: no motion.
        quiet: no sound.
    """

    large: bool = False
    calm: bool = False
    quiet: bool = False


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
        stage: SceneStack,
        session: GameSession,
        catalogue: Catalogue,
        settings: Settings,
        router: SceneRouter,
        words: InterfaceText,
    ) -> None:
        super().__init__(stage, catalogue, words)
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
        """What the last move brought about."""
        return self.session.events

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
        """Tells what the last move brought about, then asks for the next."""
        self.show_all(self.router.report(self))

    def show_all(self, scenes: Iterable[Scene]) -> None:
        """Shows these scenes one after the other, then asks for the next move."""
        self._queue = deque(scenes)
        self.next()

    def next(self) -> None:
        """The next scene: told, or asked."""
        self.stage.show(self._queue.popleft() if self._queue else self.router.ask(self))

    def pass_over(self, *kinds: str) -> None:
        """The next scene that is of none of these kinds."""
        while self._queue and self._queue[0].kind in kinds:
            self._queue.popleft()
        self.next()

    # What scenes ask about the teams and the content.

    def team(self, seat: int) -> TeamName:
        """Name, icon and colour of the team in that seat."""
        name = self.state.teams[seat].name
        return next(t for t in self.catalogue.teams if t.id == name)

    def team_pair(self, seat: int) -> Pair:
        """The team's colours."""
        return pair(self.team(seat).colour)

    def occupation(self, seat: int) -> Occupation:
        """What the team works as."""
        job = self.state.teams[seat].occupation
        return next(o for o in self.catalogue.occupations if o.id == job)

    @property
    def spaces(self) -> tuple[Space, ...]:
        """The board's 28 spaces."""
        board = self.catalogue.board
        return board.spaces if board else ()

    def benefit(self, benefit: str) -> Benefit:
        """The benefit of that id."""
        return self.catalogue.benefits[benefit]

    @property
    def claim_is_own(self) -> bool:
        """Whether the claim question on the table is about filing for this very event; another
        of the same objective may stand in for it."""
        return self.catalogue.situations[self.state.situation].claim == self.state.question

    def option_title(self, hold: str, *, alone: bool = True) -> Text:
        """Words for an id of `Protect.hold`.

        Args:
            alone: no heading names the scheme beside it, so the words must.
        """
        scheme_id, _, option_id = hold.rpartition(".")
        scheme = self.catalogue.schemes.get(scheme_id)
        if scheme is None:
            return self.words(f"hold.{hold}")
        option = next(o for o in scheme.options if o.id == option_id)
        return joined(scheme.short, option.short) if alone else option.title

    def option_short(self, hold: str) -> Text:
        """The short name of a scheme's option, without the scheme's."""
        scheme_id, _, option_id = hold.rpartition(".")
        return next(o.short for o in self.catalogue.schemes[scheme_id].options if o.id == option_id)

    def option_covers(self, hold: str) -> Text | None:
        """What it is good for, in a line; None when the content does not say."""
        scheme_id, _, option_id = hold.rpartition(".")
        scheme = self.catalogue.schemes.get(scheme_id)
        if scheme is None:
            return self.words(f"hold.{hold}.covers", night=self.tables.amounts.fund_night)
        return next(o for o in scheme.options if o.id == option_id).covers

    def option_icon(self, hold: str) -> str:
        """The icon of what is held."""
        scheme = self.catalogue.schemes.get(hold.rpartition(".")[0] or hold)
        scheme = scheme or self.catalogue.schemes.get(hold)
        if scheme is not None:
            return scheme.icon
        return {"fund": "handshake", "nomination": "memo"}.get(hold, "identification-card")
