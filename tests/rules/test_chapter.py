"""A chapter from its opening to its close, by small games played by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from games.rules import (
    AnswersIn,
    Begin,
    GoToOldAge,
    Greet,
    IllegalMove,
    Invite,
    NextChapter,
    Reply,
    Setup,
    State,
    Tables,
    Throw,
    age_of,
    apply,
    asks,
    chapter_ages,
    coins_needed,
    dream_prices,
    dreams_offered,
    invitations,
    legal_replies,
    new_game,
    offers,
    open_ballot,
    open_steps,
    protection,
    turn_order,
    why_not,
)
from games.rules.model import events as ev
from tests.rules.playing import until

TWO = Setup(2, 45, chapters=4)
PROTECTED = ("gold_card", "nomination", "nsf.small", "section40.option1")


def play(tables: Tables, state: State, *replies: Reply) -> tuple[State, tuple[ev.Event, ...]]:
    return apply(tables, state, AnswersIn(replies))


def of(kind: type, events: tuple[ev.Event, ...]) -> list:  # type: ignore[type-arg]
    return [event for event in events if isinstance(event, kind)]


def opened(tables: Tables, setup: Setup = TWO, seed: int = 7) -> State:
    state, _ = apply(tables, new_game(tables, setup, seed), Begin())
    return apply(tables, state, AnswersIn((None,) * setup.households))[0]


def changed(state: State, seat: int, **values: object) -> State:
    households = list(state.households)
    households[seat] = households[seat]._replace(**values)  # type: ignore[arg-type]
    return state._replace(households=tuple(households))


def at_village(tables: Tables, *holds: tuple[str, ...], name: str = "s.cough") -> State:
    state, _ = play(tables, opened(tables), *holds)
    row = tables.situations[name]
    return state._replace(situation=name, cards=row.cards, month=10)


def test_the_opening_throw_gives_every_household_the_same_chance(tables: Tables) -> None:
    begun: Counter[int] = Counter()
    for seed in range(600):
        state, events = apply(tables, new_game(tables, Setup(3, chapters=4), seed), Begin())
        assert events == (ev.StarterDrawn(state.starter),)
        assert turn_order(state)[0] == state.starter
        assert turn_order(state._replace(chapter=2))[0] == (state.starter + 1) % 3
        begun[state.starter] += 1
    assert set(begun) == {0, 1, 2}
    assert min(begun.values()) > 160


def test_a_household_alone_begins_without_a_throw(tables: Tables) -> None:
    state, events = apply(tables, new_game(tables, Setup(1, chapters=4), 7), Begin())
    assert (state.starter, events) == (0, ())


def test_everybody_is_offered_three_dreams_of_their_own(tables: Tables) -> None:
    state, _ = apply(tables, new_game(tables, TWO, 7), Begin())
    assert state.phase == "dream"
    offered = [dreams_offered(tables, state, seat) for seat in range(2)]
    assert len({*offered[0], *offered[1]}) == 6
    state, events = play(tables, state, offered[0][2], None)
    assert [h.dream for h in state.households] == [offered[0][2], offered[1][0]]
    chosen = of(ev.DreamChosen, events)[0]
    assert chosen.prices == dream_prices(tables, state, offered[0][2])
    assert state.phase == "opening"


def test_ages_lead_to_sixty(tables: Tables) -> None:
    assert chapter_ages(tables, 4) == (22, 32, 42, 52)
    assert chapter_ages(tables, 2) == (22, 41)
    for chapters in range(2, 9):
        assert chapter_ages(tables, chapters)[-1] < 60


def test_prices_follow_the_number_of_chapters(tables: Tables) -> None:
    four = new_game(tables, TWO, 1)
    two = new_game(tables, TWO._replace(chapters=2), 1)
    assert dream_prices(tables, four, "dream.0") == (2000, 3000, 5000)
    assert dream_prices(tables, two, "dream.0") == (1000, 1500, 2500)


def test_an_opening_is_one_decision_of_all(tables: Tables) -> None:
    state = opened(tables)
    assert [choice.option for choice in protection(tables, state, 0)] == list(tables.options)
    after, events = play(tables, state, PROTECTED, ())
    assert after.households[0].hold == tuple(sorted(PROTECTED))
    spent = state.households[0].money - after.households[0].money
    assert spent == 12 * 70 + 600
    assert [event.spent for event in of(ev.Protected, events)] == [spent, 0]
    matched = of(ev.Matched, events)
    assert [(m.seat, m.percent, m.baht) for m in matched] == [(0, 50, 300)]
    assert after.phase == "village"


@pytest.mark.parametrize(
    ("hold", "reason"),
    [
        (("nsf.small", "section40.option2"), "excluded"),
        (("section40.option1", "section40.option2"), "excluded"),
        (("section41",), "unknown"),
        (("nsf.large", "section40.option1", "fund"), "money"),
        ("fund", "shape"),
    ],
)
def test_what_cannot_be_held_is_refused(tables: Tables, hold: Reply, reason: str) -> None:
    state = changed(opened(tables), 0, money=4000)
    with pytest.raises(IllegalMove) as refused:
        play(tables, state, hold, None)
    assert refused.value.reason == reason


def test_one_story_befalls_all_and_ends_differently(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, ("gold_card",))
    claims = ("g.treatment", "s.inpatient", "s.rest")
    after, events = play(tables, state, claims, claims)
    one, other = of(ev.Revealed, events)
    assert one.pays == 300 + 3 * 200
    assert one.trips == 0
    assert one.covered == other.covered == 600
    assert other.pays == 0
    assert other.trips == 2 * tables.amounts.trip
    assert other.not_joined == 900 + 2 * 200
    assert [v.benefit for v in one.verdicts] == list(state.cards)
    assert after.households[0].received == 900
    assert after.phase == "throw"


def test_what_was_held_and_not_asked_for_is_counted_apart(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, PROTECTED)
    after, events = play(tables, state, ("g.treatment",), ())
    one, other = of(ev.Revealed, events)
    assert one.missed == 900 + 2 * 200
    assert other.missed == 900 + 2 * 200 + 600
    assert one.not_joined == other.not_joined == 0
    assert after.households[1].hearts == 2  # ill, nothing for the lost days: back too early


def test_three_cards_at_most(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, PROTECTED)
    refused = why_not(tables, state, AnswersIn((state.cards[:4], None)))
    assert refused is not None
    assert refused.reason == "many"


def test_a_card_in_vain_costs_a_day_and_no_more(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, PROTECTED)
    wrong = tuple(card for card in state.cards if card not in tables.situations["s.cough"].helps)
    before = state.households[0].money
    _, events = play(tables, state, wrong[:2], ())
    lost = [e.baht for e in of(ev.Purse, events) if e.reason == "trip"]
    assert lost == [-2 * tables.amounts.trip]
    assert before > 0


def test_a_contribution_test_counts_only_months_before(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, PROTECTED)._replace(month=3)
    _, events = play(tables, state, ("s.inpatient",), ())
    verdict = next(v for v in of(ev.Revealed, events)[0].verdicts if v.benefit == "s.inpatient")
    assert (verdict.outcome, verdict.have, verdict.need) == ("contributions", 2, 3)


def place_event(tables: Tables, name: str) -> State:
    state = until(tables, opened(tables), "throw")
    state = changed(state, state.turn, hold=PROTECTED, before=(48,), joined=(0,), hearts=3)
    row = tables.situations[name]
    return state._replace(phase="event", situation=name, cards=row.cards, month=10)


def test_others_back_the_card_that_pays_most(tables: Tables) -> None:
    state = place_event(tables, "s.long")
    turn, other = state.turn, 1 - state.turn
    replies: list[Reply] = [None, None]
    replies[turn] = ("s.inpatient", "s.rest")
    replies[other] = "s.inpatient"
    after, events = play(tables, state, *replies)
    backed = of(ev.Backed, events)
    assert [(b.seat, b.right, b.stars) for b in backed] == [(other, True, 1)]
    assert after.households[other].stars == state.households[other].stars + 1
    assert after.phase == "claim"
    assert of(ev.Revealed, events)[0].waits


def test_the_counter_decides_when_the_money_comes(tables: Tables) -> None:
    state = place_event(tables, "s.long")
    turn = state.turn
    replies: list[Reply] = [None, None]
    replies[turn] = ("s.inpatient", "s.rest")
    state, _ = play(tables, state, *replies)
    question = tables.questions[state.question]
    assert question.id == "section40.q2"
    baht = sum(amount for _, amount in state.waiting)
    answers: list[Reply] = [None, None]
    answers[turn] = question.answer
    now, events = play(tables, state, *answers)
    assert of(ev.ClaimSettled, events)[0].now
    assert now.households[turn].money - state.households[turn].money == baht
    later, events = play(tables, state, None, None)
    assert not of(ev.ClaimSettled, events)[0].now
    assert later.households[turn].later == state.waiting


def question_state(tables: Tables, name: str) -> State:
    state = until(tables, opened(tables, Setup(3, 45, chapters=4)), "throw")
    return state._replace(phase="question", question=name, shown=())


def test_all_answer_a_choice_and_the_one_on_turn_wins_two(tables: Tables) -> None:
    state = question_state(tables, "section40.q0")
    before = [h.stars for h in state.households]
    after, events = play(tables, state, 0, 0, 0)
    won = [h.stars - b for h, b in zip(after.households, before, strict=True)]
    assert won[state.turn] == 2
    assert sum(won) == 4
    assert of(ev.Answered, events)[0].right == (True, True, True)


def test_judging_well_wins_a_star_and_seeing_the_mistake_two(tables: Tables) -> None:
    state = question_state(tables, "section40.q3")
    turn = state.turn
    others = [seat for seat in range(3) if seat != turn]
    for answer, agrees, won in (
        ((0, 1, 2), (True, False), [1, 0]),
        ((2, 1, 0), (True, False), [0, 2]),
    ):
        replies: list[Reply] = [None] * 3
        replies[turn] = answer
        for seat, agree in zip(others, agrees, strict=True):
            replies[seat] = agree
        after, _ = play(tables, state, *replies)
        assert [after.households[s].stars - state.households[s].stars for s in others] == won


def test_an_invited_household_decides_itself(tables: Tables) -> None:
    state = until(tables, opened(tables), "throw")
    turn, guest = state.turn, 1 - state.turn
    state = changed(state, guest, hold=(), money=3000)._replace(phase="unit")
    offered = invitations(tables, state)
    assert (guest, "section40.option1") in [(i.seat, i.option) for i in offered]
    state, _ = apply(tables, state, Invite(guest, "section40.option1"))
    assert state.phase == "invite"
    assert [ask.kind for ask in asks(tables, state)][guest] == "agree"
    assert asks(tables, state)[turn].kind == "nothing"
    declines: list[Reply] = [None, None]
    declines[guest] = False
    same, _ = play(tables, state, *declines)
    assert same.households[guest].hold == ()
    agrees: list[Reply] = [None, None]
    agrees[guest] = True
    joined, _ = play(tables, state, *agrees)
    household = joined.households[guest]
    assert household.hold == ("section40.option1",)
    assert household.money == 3000 - 6 * 70
    assert household.joined == (6,)
    assert joined.households[turn].helped == 1
    assert joined.phase == "question"


def test_every_turn_asks_something_of_everybody(tables: Tables) -> None:
    state = until(tables, opened(tables), "throw")._replace(phase="unit")
    state, events = apply(tables, state, Greet())
    assert state.phase == "question"
    assert of(ev.QuestionAsked, events)


def test_a_goal_is_built_with_coins_given_in_secret(tables: Tables) -> None:
    state = until(tables, opened(tables), "goal")
    state = state._replace(coins=0)
    need = coins_needed(tables, state)
    state = changed(changed(state, 0, money=1000), 1, money=1000)
    goal = state.goal
    after, events = play(tables, state, 3, 1)
    given = of(ev.GoalGiven, events)[0]
    assert given.gives == (3, 1)
    assert given.built == (need <= 4)
    assert (goal in after.built) == (need <= 4)
    poor = changed(state, 0, money=150)
    assert list(legal_replies(tables, poor, 0)) == [None, 0, 1]


def test_steps_and_tools_are_bought_while_there_is_money(tables: Tables) -> None:
    state = until(tables, opened(tables), "throw")
    state = changed(state, 0, money=7500, debt=0, steps=0, tool=False)
    state = state._replace(phase="market", turn=-1, chapter=3)
    prices = dream_prices(tables, state, state.households[0].dream)
    assert {offer.what for offer in offers(tables, state, 0)} == {"step", "tool"}
    after, events = play(tables, state, ("tool", "step", "step"), None)
    assert len(of(ev.Bought, events)) == 3
    assert after.households[0].steps == 2
    assert after.households[0].tool
    spent = [e.baht for e in of(ev.Purse, events) if e.reason == "bought"]
    assert sum(spent) == -(2000 + prices[0] + prices[1])
    refused = why_not(tables, state, AnswersIn((("step",) * 3, None)))
    assert refused is not None
    assert refused.reason == "money"
    indebted = changed(state, 0, debt=7000)
    assert list(legal_replies(tables, indebted, 0)) == [None]


def test_the_storm_breaks_over_everybody_and_goals_soften_it(tables: Tables) -> None:
    state = until(tables, opened(tables), "goal")
    state = state._replace(turn=-1, storm=tables.storm.steps - 1, built=())
    bare = changed(changed(state, 0, hold=(), hearts=3), 1, hold=PROTECTED, hearts=3)
    after, events = play(tables, bare, None, None)
    storm = of(ev.StormBroke, events)[0]
    assert storm.hearts == (1, 0)
    assert min(storm.losses) > tables.storm.repair
    assert after.storm == 0
    spared = bare._replace(built=("goal.storm",))
    _, events = play(tables, spared, None, None)
    softer = of(ev.StormBroke, events)[0]
    assert softer.spared == ("goal.storm",)
    assert all(2 * a <= b + 1 for a, b in zip(softer.losses, storm.losses, strict=True))


def test_years_carry_months_and_saving_with_the_match_of_each_age(tables: Tables) -> None:
    state = opened(tables)
    state, _ = play(tables, state, PROTECTED, ())
    closed = state._replace(phase="close", turn=-1)
    after, events = apply(tables, closed, NextChapter())
    household = after.households[0]
    assert age_of(tables, after) == 32
    assert household.before == (120,)
    assert sum(household.months) == 120
    assert household.saved == 10 * 600
    # 22 to 30 years at half, 31 at 80 percent.
    assert household.matched == 9 * 300 + 480
    passed = of(ev.YearsPassed, events)[0]
    assert (passed.years, passed.saved, passed.matched) == (10, 6000, 9 * 300 + 480)
    assert turn_order(after) == (1, 0)


def test_the_leader_may_go_to_old_age_at_any_close(tables: Tables) -> None:
    state = opened(tables)
    state, _ = play(tables, state, PROTECTED, ())
    closed = state._replace(phase="close", turn=-1)
    over, events = apply(tables, closed, GoToOldAge())
    assert over.phase == "over"
    assert sum(over.households[0].months) == 12 * 38
    basket = of(ev.OldAge, events)[0]
    assert basket.monthly == sum(line.monthly for line in basket.lines)
    allowance = next(line for line in basket.lines if line.benefit == "a.old_age")
    assert allowance.monthly == 600
    assert basket.pieces == basket.monthly // tables.amounts.piece
    game_over = of(ev.GameOver, events)[0]
    assert [place.seat for place in game_over.places] == [0, 1]


def test_there_is_no_chapter_after_the_last(tables: Tables) -> None:
    state = until(tables, opened(tables), "close")._replace(chapter=4)
    refused = why_not(tables, state, NextChapter())
    assert refused is not None
    assert refused.reason == "last"


def test_what_is_missing_at_the_close_becomes_debt_that_grows(tables: Tables) -> None:
    state = until(tables, opened(tables), "goal")
    state = state._replace(turn=-1, storm=0)
    state = changed(changed(state, 0, money=-500, debt=0), 1, money=0, debt=0)
    state, events = play(tables, state, None, None)
    assert state.phase == "close"
    assert state.households[0].debt == 500
    line = of(ev.ChapterClosed, events)[0]
    assert line.grows == 700
    after, _ = apply(tables, state, NextChapter())
    assert after.households[0].debt == 700


def test_as_one_village_the_others_pay(tables: Tables) -> None:
    setup = Setup(3, 45, chapters=4, together=True)
    state = until(tables, opened(tables, setup), "goal")._replace(turn=-1, storm=0)
    for seat, money in enumerate((-600, 500, 50)):
        state = changed(state, seat, money=money, debt=0)
    state = state._replace(built=tuple(tables.goals), goal=state.goal)
    state, events = play(tables, state, None, None, None)
    paid = of(ev.NeighboursPaid, events)
    assert not paid  # the others have not enough between them
    richer = until(tables, opened(tables, setup), "goal")._replace(turn=-1, storm=0)
    for seat, money in enumerate((-600, 1500, 50)):
        richer = changed(richer, seat, money=money, debt=0, steps=3, tool=True)
    richer, events = play(tables, richer, None, None, None)
    assert of(ev.NeighboursPaid, events)[0].gives == (0, 550, 50)
    assert richer.households[0].debt == 0


def test_a_death_buys_no_dream(tables: Tables) -> None:
    state = place_event(tables, "s.crash")
    turn = state.turn
    replies: list[Reply] = [None, None]
    replies[turn] = ("s.funeral",)
    state, events = play(tables, state, *replies)
    kept = of(ev.KeptAside, events)[0]
    assert kept.baht == 25000 - 15000
    assert sum(baht for _, baht in state.waiting) == 15000


def test_nobody_throws_before_the_turn(tables: Tables) -> None:
    refused = why_not(tables, opened(tables), Throw())
    assert refused is not None
    assert refused.reason == "phase"


def test_a_ballot_collects_answers_until_all_are_in(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, ())
    ballot = open_ballot(tables, state)
    assert ballot.waiting == (0, 1)
    ballot = ballot.given(1, ("g.treatment",))
    assert ballot.waiting == (0,)
    assert ballot.without(1).waiting == (0, 1)
    ballot = ballot.given(0, None)
    assert ballot.waiting == ()
    move = ballot.move()
    assert move == AnswersIn((None, ("g.treatment",)))
    after, _ = apply(tables, state, move)
    assert open_ballot(tables, after).key != ballot.key


def test_treatment_that_nobody_covers_is_borne_up_to_a_limit(tables: Tables) -> None:
    state = at_village(tables, PROTECTED, PROTECTED, name="s.fall")
    _, events = play(tables, state, ("g.treatment",), ())
    covered, bare = of(ev.Revealed, events)
    most = tables.amounts.treatment_most
    assert (covered.treatment, covered.covered, covered.waived) == (4000, 4000, 0)
    assert (bare.treatment, bare.covered, bare.waived) == (4000, 0, 4000 - most)
    assert covered.cost == covered.lost_income + covered.other
    assert bare.cost == bare.lost_income + bare.other + most


def test_a_household_alone_plays_the_same_game(tables: Tables) -> None:
    state = until(tables, opened(tables, Setup(1, 45, chapters=2)), "village")
    state, events = play(tables, state, ("g.treatment",))
    assert [e.seat for e in of(ev.Revealed, events)] == [0]
    state = until(tables, state, "close")
    over, events = apply(tables, state, GoToOldAge())
    assert [(p.seat, p.place) for p in of(ev.GameOver, events)[0].places] == [(0, 1)]
    assert over.phase == "over"


def test_a_dream_takes_a_life(tables: Tables) -> None:
    for chapters, wanted in ((2, [2, 3]), (3, [1, 2, 3]), (4, [1, 2, 3, 3])):
        state = new_game(tables, TWO._replace(chapters=chapters), 1)
        opened_by = [open_steps(state._replace(chapter=c)) for c in range(1, chapters + 1)]
        assert opened_by == wanted
    state = changed(until(tables, opened(tables), "throw"), 0, money=20000, steps=0)
    state = state._replace(phase="market", turn=-1)
    refused = why_not(tables, state, AnswersIn((("step", "step"), None)))
    assert refused is not None
    assert refused.reason == "unknown"
