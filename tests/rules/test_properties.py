"""What holds in every game, whatever is chosen."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from games.rules import (
    AnswersIn,
    Begin,
    IllegalMove,
    Move,
    NextChapter,
    Setup,
    State,
    Tables,
    Throw,
    apply,
    compile_tables,
    event_to_json,
    legal_replies,
    log_from_json,
    log_to_json,
    move_from_json,
    move_to_json,
    new_game,
    replay,
    state_from_json,
    state_to_json,
    why_not,
    why_not_reply,
)
from games.rules.model.events import EventDrawn, GameOver, Purse, Thrown
from games.rules.model.mutable import MutableState
from games.simulation.bots import choose
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import bots_of, legal_moves_but_answers, random_game, random_log

CHOICES = ((), ("section40",), ("gold_card",), ("sogiesc",), ("gold_card", "nsf"))
TABLES = {modules: compile_tables(fixture_catalogue(), modules) for modules in CHOICES}

setups = st.tuples(
    st.integers(1, 6),
    st.sampled_from(("calm", "ordinary", "storm")),
    st.booleans(),
    st.integers(2, 4),
).map(lambda s: Setup(s[0], luck=s[1], together=s[2] and s[0] > 1, chapters=s[3]))
games = st.tuples(st.sampled_from(CHOICES), setups, st.integers(0, 2**63))
Game = tuple[tuple[str, ...], Setup, int]
short = settings(max_examples=30, deadline=None)


@given(games)
@short
def test_money_changes_by_what_is_told_and_by_nothing_else(game: Game) -> None:
    modules, setup, seed = game
    for before, _, after, events in random_game(TABLES[modules], setup, seed):
        purses = [household.money for household in before.households]
        for event in events:
            if isinstance(event, Purse):
                purses[event.seat] += event.baht
                assert purses[event.seat] == event.money
        assert purses == [household.money for household in after.households]


@given(games)
@short
def test_nothing_is_negative_that_may_not_be(game: Game) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    for _, _, after, _ in random_game(tables, setup, seed):
        for household in after.households:
            assert 0 <= household.hearts <= 3
            assert 0 <= household.steps <= 3
            assert min(household.stars, household.hints, household.coins) >= 0
            assert household.debt >= 0
            assert min(household.before) >= 0
            assert min(household.months) >= 0
            assert household.hold in tables.plans
            assert 0 <= household.position < len(tables.spaces)
            if after.phase in ("close", "over"):
                assert household.money >= 0
        assert 0 <= after.storm <= tables.storm.steps
        assert len(state_to_json(after)) < 8000


@given(games)
@short
def test_replay_and_json_give_the_same_state(game: Game) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    log, last = random_log(tables, setup, seed)
    assert replay(tables, log) == last
    assert state_from_json(state_to_json(last)) == last
    assert log_from_json(log_to_json(log)) == log
    assert all(move_from_json(move_to_json(move)) == move for move in log.moves)


@given(games)
@short
def test_in_the_first_opening_every_household_can_join_every_scheme(game: Game) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    state = new_game(tables, setup, seed)
    silence = AnswersIn((None,) * setup.households)
    for move in (Begin(), silence):
        state, _ = apply(tables, state, move)
    assert state.phase == "opening"
    schemes = {o.scheme for o in tables.joinable}
    for seat in range(setup.households):
        joined = {o.scheme for o in tables.joinable if _may_join(tables, state, seat, o.id)}
        assert joined == schemes


def _may_join(tables: Tables, state: State, seat: int, option: str) -> bool:
    return why_not_reply(tables, state, seat, (option,)) is None


@given(games, st.integers(1, 60))
@short
def test_undo_is_dropping_the_last_move(game: Game, length: int) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    log, _ = random_log(tables, setup, seed)
    cut = log._replace(moves=log.moves[:length])
    undone = replay(tables, cut.undone())
    assert apply(tables, undone, cut.moves[-1])[0] == replay(tables, cut)


@given(games)
@settings(max_examples=10, deadline=None)
def test_every_legal_move_applies(game: Game) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    for number, (before, _, _, _) in enumerate(random_game(tables, setup, seed)):
        for move in legal_moves_but_answers(tables, before):
            apply(tables, before, move)
        silence = (None,) * setup.households
        if why_not(tables, before, AnswersIn(silence)) is not None:
            continue
        for seat in range(setup.households):
            for reply in list(legal_replies(tables, before, seat))[number % 5 :: 5]:
                answers = (*silence[:seat], reply, *silence[seat + 1 :])
                apply(tables, before, AnswersIn(answers))


@given(games)
@settings(max_examples=10, deadline=None)
def test_a_move_of_another_phase_is_refused_with_its_reason(game: Game) -> None:
    modules, setup, seed = game
    tables = TABLES[modules]
    phases = {Begin(): "ready", Throw(): "throw", NextChapter(): "close"}
    for before, _, _, _ in random_game(tables, setup, seed):
        for move, phase in phases.items():
            if before.phase == phase:
                continue
            refused = why_not(tables, before, move)
            assert isinstance(refused, IllegalMove)
            assert refused.reason == "phase"
            assert refused.move is move


NAMES = st.sampled_from(["gold_card", "fund", "nsf.small", "s.rest", "step", "nonsense"])
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-2, 9)
    | st.floats()
    | NAMES
    | st.lists(NAMES | st.booleans() | st.none() | st.integers(-1, 5), max_size=4)
    | st.dictionaries(NAMES, st.integers(), max_size=1)
)
FIELDS: dict[str, tuple[str, ...]] = {
    "mentor": ("scheme",),
    "invite": ("seat", "option"),
    "throw": (),
    "next_chapter": (),
}
OTHERS = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda kind: st.fixed_dictionaries(
        {"move": st.just(kind), **dict.fromkeys(FIELDS[kind], VALUES)}
    )
)
ANSWERS = st.fixed_dictionaries(
    {"move": st.just("answers"), "answers": st.lists(VALUES, max_size=6)}
)


@given(games, OTHERS | ANSWERS)
@settings(max_examples=80, deadline=None)
def test_whatever_a_file_holds_is_a_move_or_refused(game: Game, data: dict[str, object]) -> None:
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
@settings(max_examples=10, deadline=None)
def test_the_state_given_to_apply_is_left_alone(game: Game) -> None:
    modules, setup, seed = game
    for before, move, _, _ in random_game(TABLES[modules], setup, seed):
        text = state_to_json(before)
        apply(TABLES[modules], before, move)
        assert state_to_json(before) == text


@given(games)
@settings(max_examples=10, deadline=None)
def test_the_game_ends_once_with_a_place_and_a_title_for_everyone(game: Game) -> None:
    modules, setup, seed = game
    endings = []
    for _, _, _, events in random_game(TABLES[modules], setup, seed):
        endings.extend(event for event in events if isinstance(event, GameOver))
        assert all(event_to_json(event)["event"] for event in events)
    assert len(endings) == 1
    places = endings[0].places
    assert sorted(place.seat for place in places) == list(range(setup.households))
    assert all(place.title for place in places)
    alone = [place.title for place in places if place.title != "title.12"]
    assert len(set(alone)) == len(alone)


def test_luck_does_not_depend_on_what_is_chosen() -> None:
    tables = TABLES[()]
    setup = Setup(3, 45, chapters=4)
    bots = bots_of(tables, 3)

    def by_bots(state: State) -> Move:
        return choose(tables, MutableState(state), bots)

    def by_silence(state: State) -> Move:
        silence = AnswersIn((None,) * setup.households)
        if why_not(tables, state, silence) is None:
            return silence
        return legal_moves_but_answers(tables, state)[0]

    assert _met(setup, by_bots) == _met(setup, by_silence)


def _met(setup: Setup, choosing: Callable[[State], Move]) -> list[tuple[object, ...]]:
    """Return the dice and the events of a game."""
    tables = TABLES[()]
    state = new_game(tables, setup, 5)
    seen: list[tuple[object, ...]] = []
    while state.phase != "over":
        state, events = apply(tables, state, choosing(state))
        for event in events:
            if isinstance(event, Thrown):
                seen.append(event[:4])
            elif isinstance(event, EventDrawn):
                seen.append(event[:3])
    return seen
