"""What holds in every game, whatever is chosen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from games.rules import (
    Begin,
    Borrow,
    IllegalMove,
    Log,
    Setup,
    Tables,
    Throw,
    apply,
    compile_tables,
    event_to_json,
    legal_moves,
    log_from_json,
    log_to_json,
    move_from_json,
    move_to_json,
    new_game,
    purse_changes,
    replay,
    state_from_json,
    state_to_json,
    why_not,
)
from games.rules.events import GameOver
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_game, random_log

CHOICES = ((), ("section40",), ("gold_card",), ("nsf",), ("gold_card", "nsf"))
TABLES = {modules: compile_tables(fixture_catalogue(), modules) for modules in CHOICES}

games = st.tuples(
    st.sampled_from(CHOICES),
    st.tuples(st.integers(1, 6), st.sampled_from((20, 40, 60))).map(lambda pair: Setup(*pair)),
    st.integers(0, 2**63),
)
short = settings(max_examples=40)


@given(games)
@short
def test_every_change_of_a_purse_is_in_an_event(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    for before, _, after, told in random_game(TABLES[modules], setup, seed):
        purses = [team.money for team in before.teams]
        for event in told:
            for team, baht in purse_changes(event):
                purses[team] += baht
        assert purses == [team.money for team in after.teams]


@given(games)
@short
def test_hearts_money_and_debt_stay_in_their_bounds(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    for _, _, after, _ in random_game(tables, setup, seed):
        for seat, team in enumerate(after.teams):
            assert 0 <= team.hearts <= 3
            assert team.stars >= 0
            assert team.hints >= 0
            assert 0 <= team.debt <= tables.amounts.debt_most
            assert team.money >= 0 or seat == after.turn
            assert team.hold in tables.plans
            assert 0 <= team.position < 28


@given(games)
@short
def test_replay_and_json_give_the_same_state(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    log, last = random_log(tables, setup, seed)
    assert replay(tables, log) == last
    assert state_from_json(state_to_json(last)) == last
    assert len(state_to_json(last)) < 8000
    assert log_from_json(log_to_json(log)) == log
    assert all(move_from_json(move_to_json(move)) == move for move in log.moves)


@given(games, st.integers(0, 200))
@short
def test_undo_is_dropping_the_last_move(
    game: tuple[tuple[str, ...], Setup, int], length: int
) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    log, _ = random_log(tables, setup, seed)
    cut = log._replace(moves=log.moves[: max(1, length)])
    undone = cut.undone()
    state = replay(tables, undone)
    assert apply(tables, state, cut.moves[-1])[0] == replay(tables, cut)


@given(games)
@settings(max_examples=12)
def test_every_legal_move_is_accepted_and_there_is_always_one(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    for number, (before, _, _, _) in enumerate(random_game(tables, setup, seed)):
        moves = list(legal_moves(tables, before))
        assert moves
        assert len(set(map(repr, moves))) == len(moves)
        for move in moves[number % 7 :: 7]:
            apply(tables, before, move)


@given(games)
@settings(max_examples=12)
def test_a_move_of_another_phase_is_refused_with_its_reason(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    phases = {Begin(): "ready", Throw(): "throw", Borrow(): "shortfall"}
    for before, _, _, _ in random_game(tables, setup, seed):
        for move, phase in phases.items():
            if before.phase == phase:
                continue
            refused = why_not(tables, before, move)
            assert isinstance(refused, IllegalMove)
            assert refused.reason == "phase"
            assert refused.move is move
            assert before.phase in str(refused)


NAMES = st.sampled_from(["gold_card", "fund", "nsf.small", "s.rest", "nonsense"])
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-2, 9)
    | st.floats()
    | NAMES
    | st.lists(NAMES | st.booleans() | st.none() | st.integers(-1, 5), max_size=7)
    | st.dictionaries(NAMES, st.integers(), max_size=1)
)
FIELDS = {
    "protect": ("hold",),
    "answer": ("response",),
    "pick": ("cards",),
    "rumour": ("answers",),
    "mentor": ("scheme",),
    "help": ("team", "option"),
    "contribute": ("gives",),
    "throw": (),
}


@given(
    games,
    st.sampled_from(sorted(FIELDS)).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"move": st.just(kind), **dict.fromkeys(FIELDS[kind], VALUES)}
        )
    ),
)
@settings(max_examples=60)
def test_whatever_a_file_holds_is_a_move_or_told(
    game: tuple[tuple[str, ...], Setup, int], data: dict[str, object]
) -> None:
    """And a move of the right shape is judged in every phase, however foolish."""
    try:
        move = move_from_json(data)
    except ValueError:
        return
    modules, setup, seed = game
    for before, _, _, _ in random_game(TABLES[modules], setup, seed):
        refused = why_not(TABLES[modules], before, move)
        assert refused is None or refused.reason


@given(games)
@settings(max_examples=10)
def test_the_state_given_to_apply_is_left_alone(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    for before, move, _, _ in random_game(TABLES[modules], setup, seed):
        text = state_to_json(before)
        apply(TABLES[modules], before, move)
        assert state_to_json(before) == text


@given(games)
@settings(max_examples=10)
def test_the_game_ends_once_with_everyone_ranked(
    game: tuple[tuple[str, ...], Setup, int],
) -> None:
    modules, setup, seed = game
    endings = []
    turns = 0
    for _, move, _, told in random_game(TABLES[modules], setup, seed):
        turns += isinstance(move, Throw)
        endings.extend(event for event in told if isinstance(event, GameOver))
        assert all(event_to_json(event)["event"] for event in told)
    assert len(endings) == 1
    assert sorted(endings[0].ranking) == list(range(setup.teams))
    rounds = new_game(TABLES[modules], setup, seed).rounds
    assert turns == rounds * setup.teams
    assert abs(turns * 75 / 60 - setup.minutes) <= 0.15 * setup.minutes


def test_luck_does_not_depend_on_what_is_chosen(tables: Tables) -> None:
    setup = Setup(teams=3, minutes=40)

    def met(seed: int, log: Log) -> list[object]:
        state = new_game(tables, setup, seed)
        seen: list[object] = []
        for move in log.moves:
            state, told = apply(tables, state, move)
            seen.extend(
                (type(e).__name__, *e[:3])
                for e in told
                if type(e).__name__ in ("Thrown", "EventDrawn", "RumourHeard")
            )
        return seen

    one, _ = random_log(tables, setup, 5)
    chance = list(random_game(tables, setup, 5))
    state = new_game(tables, setup, 5)
    plain = one._replace(moves=())
    while state.phase != "over":
        move = next(iter(legal_moves(tables, state)))
        plain = plain.with_move(move)
        state, _ = apply(tables, state, move)
    assert len(chance) == len(one.moves)
    assert one.moves != plain.moves
    assert met(5, one) == met(5, plain)
