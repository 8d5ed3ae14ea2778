"""A game from its first state to its last: new, apply, the log, replay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from games.rules import luck
from games.rules.compile.errors import Unplayable
from games.rules.events import Event
from games.rules.legal import why_not
from games.rules.moves import Move, move_from_json, move_to_json
from games.rules.mutable_state import MutableState
from games.rules.state import Luck, Setup, State, TeamState
from games.rules.tables import Tables
from games.rules.tuning import Amounts
from games.rules.turn import step
from games.rules.year import FULL_HEART

MOST_TEAMS = 6
MINUTES = (20, 40, 60)


def rounds_for(seconds_a_turn: int, minutes: int, teams: int) -> int:
    """The number of rounds that comes nearest to the minutes, at least one."""
    return max(1, round(minutes * 60 / (seconds_a_turn * teams)))


def years_of(amounts: Amounts, setup: Setup) -> int:
    """The years of a game: as many as its minutes hold; of one person, a working life at most."""
    years = rounds_for(amounts.seconds_a_turn, setup.minutes, setup.teams)
    working_life = amounts.last_age - amounts.youngest + 1
    return min(years, working_life) if setup.teams == 1 else years


def new_game(tables: Tables, setup: Setup, seed: int) -> State:
    """The first state: phase ``ready``, occupations and ages drawn, teams on corners.

    Raises:
        Unplayable: GAME04 teams, minutes, names or occupations that cannot be played.
    """
    _check_setup(tables, setup)
    amounts = tables.amounts
    teams = setup.teams
    rounds = years_of(amounts, setup)
    latest = amounts.last_age - rounds + 1
    works = list(tables.occupations)
    drawn = [works[i] for i in luck.shuffled(len(works), seed, luck.OCCUPATION)]
    occupations = setup.occupations or tuple(drawn[i % len(drawn)] for i in range(teams))
    names = setup.names or tables.names[:teams]
    corners = luck.shuffled(len(tables.corners), seed, luck.CORNER)
    oldest = max(amounts.youngest, min(amounts.oldest, latest))
    return State(
        seed=seed,
        minutes=setup.minutes,
        rounds=rounds,
        round=1,
        turn=0,
        phase="ready",
        teams=tuple(
            TeamState(
                name=names[seat],
                occupation=occupations[seat],
                age=amounts.youngest
                + luck.below(oldest - amounts.youngest + 1, seed, luck.AGE, 0, seat),
                position=tables.corners[corners[seat % len(corners)]],
                money=amounts.start_money,
                debt=0,
                hearts=FULL_HEART,
                stars=0,
                hints=0,
                hold=(),
                paid=(0,) * tables.contributory,
                months=(0,) * len(tables.options),
                saved=0,
                matched=0,
                saved_now=0,
                later=(),
                standing=(),
                received=0,
                covered=0,
                missed=0,
                event_now=False,
                empty_years=0,
            )
            for seat in range(teams)
        ),
        die=0,
        question="",
        shown=(),
        hinted=(),
        myth="",
        situation="",
        month=0,
        cards=(),
        waiting=(),
        project="",
        projects=(),
        asked=0,
        met=0,
        heard=0,
        luck=setup.luck,
        together=setup.together,
    )


def _check_setup(tables: Tables, setup: Setup) -> None:
    wrong = ""
    if not 1 <= setup.teams <= min(MOST_TEAMS, len(tables.names)):
        wrong = f"{setup.teams} teams cannot play; 1 to {MOST_TEAMS} can"
    elif setup.minutes not in MINUTES:
        wrong = f"{setup.minutes} minutes cannot be chosen; 20, 40 or 60 can"
    elif setup.names and (
        len(set(setup.names)) != setup.teams or not set(setup.names) <= set(tables.names)
    ):
        wrong = "team names must be known, different, and one for each team"
    elif setup.occupations and (
        len(setup.occupations) != setup.teams
        or not set(setup.occupations) <= set(tables.occupations)
    ):
        wrong = "occupations must be known, one for each team"
    elif setup.luck not in get_args(Luck):
        wrong = f"there is no luck {setup.luck!r}; there are {', '.join(get_args(Luck))}"
    elif setup.together and setup.teams == 1:
        wrong = "playing together takes two teams or more"
    if wrong:
        raise Unplayable("GAME04", wrong, hint="see `rusit play --help`")


def apply(tables: Tables, state: State, move: Move) -> tuple[State, tuple[Event, ...]]:
    """The state after the move, and what happened.

    Raises:
        IllegalMove: the rules do not allow the move now; it carries the reason.
    """
    refused = why_not(tables, state, move)
    if refused is not None:
        raise refused
    draft = MutableState(state)
    told: list[Event] = []
    step(tables, draft, move, told)
    return draft.frozen(), tuple(told)


class Log(NamedTuple):
    """A game as it is saved: seed, set-up and moves. Everything else follows.

    Attributes:
        edition: of the catalogue it was played with.
        modules: ids chosen.
    """

    setup: Setup
    seed: int
    edition: str
    modules: tuple[str, ...]
    moves: tuple[Move, ...] = ()

    def with_move(self, move: Move) -> Log:
        """The log with one move more."""
        return self._replace(moves=(*self.moves, move))

    def undone(self) -> Log:
        """The log without its last move."""
        return self._replace(moves=self.moves[:-1])


def start_log(tables: Tables, setup: Setup, seed: int) -> Log:
    """The log of a game that begins."""
    return Log(setup, seed, tables.edition, tables.modules)


def replay(tables: Tables, log: Log) -> State:
    """The state the log leads to; byte for byte the one that was played.

    Raises:
        IllegalMove: the log does not fit these tables.
    """
    state = new_game(tables, log.setup, log.seed)
    for move in log.moves:
        state, _ = apply(tables, state, move)
    return state


def replay_steps(tables: Tables, log: Log) -> Iterator[tuple[State, Move, tuple[Event, ...]]]:
    """Each move of the log with the state after it and its events."""
    state = new_game(tables, log.setup, log.seed)
    for move in log.moves:
        state, told = apply(tables, state, move)
        yield state, move, told


def setup_to_json(setup: Setup, modules: tuple[str, ...]) -> str:
    """The set-up and the modules as JSON, for the save file."""
    return json.dumps({**setup._asdict(), "modules": modules}, ensure_ascii=False)


def setup_from_json(text: str) -> tuple[Setup, tuple[str, ...]]:
    """The set-up and the modules in that text.

    Raises:
        ValueError: the text is not a set-up.
    """
    try:
        data = json.loads(text)
        return _setup(data), _names(data["modules"])
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a set-up: {error}") from None


def _setup(data: dict[str, Any]) -> Setup:
    """The set-up as data; saves from before there were modes lack luck and together."""
    return Setup(
        _a(int, data["teams"]),
        _a(int, data["minutes"]),
        _names(data["names"]),
        _names(data["occupations"]),
        _a(str, data.get("luck", "ordinary")),
        _a(bool, data.get("together", False)),
    )


def _names(values: Any) -> tuple[str, ...]:
    return tuple(_a(str, value) for value in _a(list, values))


def _a(kind: type[Any], value: Any) -> Any:
    """The value, when it is of that very kind."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def log_to_json(log: Log) -> str:
    """The whole log as JSON."""
    return json.dumps(
        {
            "setup": log.setup._asdict(),
            "seed": log.seed,
            "edition": log.edition,
            "modules": log.modules,
            "moves": [move_to_json(move) for move in log.moves],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def log_from_json(text: str) -> Log:
    """The log in that text.

    Raises:
        ValueError: the text is not a log.
    """
    try:
        data = json.loads(text)
        return Log(
            setup=_setup(data["setup"]),
            seed=_a(int, data["seed"]),
            edition=_a(str, data["edition"]),
            modules=_names(data["modules"]),
            moves=tuple(move_from_json(move) for move in data["moves"]),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a log: {error}") from None
