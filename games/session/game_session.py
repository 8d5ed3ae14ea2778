"""A game on the table: its state, its journal, and which scene comes next.

A move is checked, written to the store, and only then taken and shown. What a move brought
about is told in scenes (the queue); when the queue is empty, the state's phase says which
scene asks for the next move. A game that is gone on with tells its last move again.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Benefit
from engine.schema.game import Occupation, Space, TeamName
from engine.schema.text import Text
from games.rules import (
    Event,
    Log,
    Move,
    State,
    Tables,
    apply,
    move_from_json,
    move_to_json,
    new_game,
    why_not,
)
from games.rules.events import TurnBegan, YearClosed
from games.session import SavedGame, Store
from games.ui.shell.desk import ScreenContext
from games.ui.shell.scene import Scene, SceneStack
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
class Director:
    """What a table asks of those who know the scenes and the application.

    Attributes:
        tell: the scenes that tell the last move's events.
        ask: the scene that asks for the next move.
        menu: the menu's scene.
        leave: goes home; the game stays saved.
        finish: goes home; the game is closed for good.
    """

    tell: Callable[[Table], Iterable[Scene]]
    ask: Callable[[Table], Scene]
    menu: Callable[[Table], Scene]
    leave: Callable[[], None]
    finish: Callable[[], None]


class Table(ScreenContext):
    """One game being played.

    Attributes:
        before: the state the last move was made in.
        events: what the last move brought about.
        year: all that happened in the year that was closed last.
        flags: questions the room could not answer.
        closed: the game is over for good, and only looked at.
    """

    def __init__(
        self,
        stage: SceneStack,
        store: Store,
        catalogue: Catalogue,
        tables: Tables,
        log: Log,
        game: int,
        settings: Settings,
        director: Director,
        words: InterfaceText,
    ) -> None:
        super().__init__(stage, catalogue, words)
        self.store = store
        self.tables = tables
        self.log = log
        self.game = game
        self.settings = settings
        self.director = director
        self.flags: set[str] = set()
        self.closed = False
        self.state: State = new_game(tables, log.setup, log.seed)
        self.before = self.state
        self.events: tuple[Event, ...] = ()
        self.year: tuple[Event, ...] = ()
        self._running: list[Event] = []
        self._queue: deque[Scene] = deque()
        for move in log.moves:
            self._take(move)

    def play(self, move: Move) -> None:
        """Makes a move: to the disk first, then on the table, then on the screen.

        Raises:
            IllegalMove: the screen offered what the rules refuse: a mistake of the program.
            RusitError: SES02 when the disk refuses; the game then stands where it stood.
        """
        wrong = why_not(self.tables, self.state, move)
        if wrong is not None:
            raise wrong
        text = json.dumps(move_to_json(move), separators=(",", ":"))
        self.store.append(self.game, len(self.log.moves), text)
        self.log = self.log._replace(moves=(*self.log.moves, move))
        self._take(move)
        self.present()

    def allows(self, move: Move) -> bool:
        """Whether the rules allow the move now."""
        return why_not(self.tables, self.state, move) is None

    def undo(self) -> None:
        """Takes the last move back."""
        if not self.log.moves:
            return
        self.store.drop_last(self.game)
        shorter = self.log.undone()
        self.log = shorter
        self.state = new_game(self.tables, shorter.setup, shorter.seed)
        self.before, self.events = self.state, ()
        for move in shorter.moves:
            self._take(move)
        self._queue.clear()
        self.next()

    def present(self) -> None:
        """Tells what the last move brought about, then asks for the next."""
        self.tell(self.director.tell(self))

    def tell(self, scenes: Iterable[Scene]) -> None:
        """Shows these scenes one after the other, then asks for the next move."""
        self._queue = deque(scenes)
        self.next()

    def next(self) -> None:
        """The next scene: told, or asked."""
        self.stage.show(self._queue.popleft() if self._queue else self.director.ask(self))

    def pass_over(self, *kinds: str) -> None:
        """The next scene that is of none of these kinds."""
        while self._queue and self._queue[0].kind in kinds:
            self._queue.popleft()
        self.next()

    def flag(self, subject: str) -> None:
        """Notes, or forgets, that the room could not answer this question."""
        on = subject not in self.flags
        self.store.flag(self.game, subject, on)
        (self.flags.add if on else self.flags.discard)(subject)

    def _take(self, move: Move) -> None:
        self.before = self.state
        self.state, self.events = apply(self.tables, self.state, move)
        for event in self.events:
            if isinstance(event, TurnBegan):
                self._running = []
            self._running.append(event)
            if isinstance(event, YearClosed):
                self.year = tuple(self._running)

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


def read_moves(saved: SavedGame) -> tuple[Move, ...]:
    """The saved moves.

    Raises:
        ValueError: one of them is not a move.
    """
    return tuple(move_from_json(json.loads(text)) for text in saved.moves)
