"""The game on paper: everything the rules name is printed, and it pays what the game pays."""

from __future__ import annotations

from functools import cache

import pytest

from engine.catalogue.game_rules_text import rules_of
from engine.diagnostics.problems import RusitError
from games.rules import Clock, Setup, compile_tables, dream_prices, new_game
from games.rules import chapter_ages as ages_in_the_game
from games.rules.clock import best_chapters
from games.rules.model.tables import Tables
from games.rules.phases.judging import judge
from games.rules.phases.protection import HALF_YEAR
from games.rules.phases.saving import share
from printables.cards.household_cards import price_for, season_swings
from printables.cards.payouts import payouts
from printables.cards.play_cards import cards_laid
from printables.print_target import PrintOptions
from printables.sheets.chapter_years import chapter_ages, sums_put_aside
from printables.targets.registry import TargetMaker, targets
from printables.targets.session_pack import Session, session_targets
from tests.shipped import shipped_catalogue as catalogue


@cache
def tables() -> Tables:
    return compile_tables(catalogue(), tuple(m.id for m in catalogue().modules))


def test_what_the_rules_name_is_printed() -> None:
    printed = {target.name.rpartition("/")[2] for target in targets(catalogue())}

    assert {
        "board.pdf",
        "board-a4.pdf",
        "household-mat.pdf",
        "tokens.pdf",
        "pocket.pdf",
        "rules.pdf",
        "paddles.pdf",
        "dream-cards.pdf",
        "occupation-cards.pdf",
        "protection-cards.pdf",
        "goal-cards.pdf",
        "supplement-cards.pdf",
        "event-cards.pdf",
        "right-cards.pdf",
        "rumour-cards.pdf",
        "quiz-cards.pdf",
    } <= printed
    assert len(rules_of(catalogue())) == 13
    assert all(section.lines for section in rules_of(catalogue()))


def test_every_right_named_on_an_event_has_a_card_of_that_name() -> None:
    cards = {
        card.id: card
        for target in targets(catalogue())
        if target.name.endswith(("right-cards.pdf", "supplement-cards.pdf"))
        for card in target.content.cards
    }

    for target in targets(catalogue()):
        if not target.name.endswith("event-cards.pdf"):
            continue
        for card in target.content.cards:
            situation = catalogue().situations[card.id]
            assert [right.number for right in card.cards] == [1, 2, 3, 4, 5, 6]
            named = [right.title.shown for right in card.cards]
            assert named == [cards[name].title.shown for name in cards_laid(situation)]


def test_the_six_are_laid_as_on_the_screen() -> None:
    for name, row in tables().situations.items():
        assert cards_laid(catalogue().situations[name]) == row.cards


def test_paper_pays_what_the_game_pays() -> None:
    """Each right laid alone, by who holds its option and all that it needs."""
    checked = 0
    game = new_game(tables(), Setup(households=2), 1)
    age = tables().amounts.first_age
    for situation_id, row in tables().situations.items():
        situation = catalogue().situations[situation_id]
        for name in row.helps:
            benefit = catalogue().benefits[name]
            printed = payouts(catalogue(), situation, benefit, age)
            for plan in tables().plans.values():
                household = game.households[0]._replace(
                    hold=plan.hold,
                    months=(600,) * len(game.households[0].months),
                    before=(12,) * len(game.households[0].before),
                )
                result = judge(tables(), household, row, age, 12, (name,))
                verdict = next(v for v in result.verdicts if v.benefit == name)
                if not verdict.held or verdict.outcome in ("limit", "age"):
                    continue
                option = verdict.option.rpartition(".")[2]
                paid = next(p for p in printed if not p.option or option in p.option.split())
                if paid.way == "monthly":
                    assert verdict.each == paid.each, (situation_id, name)
                elif paid.way not in ("later", "nothing"):
                    assert verdict.baht == paid.baht, (situation_id, name, plan.hold)
                checked += 1
                break
    assert checked > 100


@pytest.mark.parametrize("chapters", [2, 3, 4, 6])
def test_prices_and_ages_are_the_games(chapters: int) -> None:
    game = new_game(tables(), Setup(households=2, chapters=chapters), 1)

    for dream in catalogue().dreams:
        printed = tuple(price_for(catalogue(), step.price, chapters) for step in dream.steps)
        assert printed == dream_prices(tables(), game, dream.id)
    assert chapter_ages(catalogue(), chapters) == ages_in_the_game(tables(), chapters)


@pytest.mark.parametrize("chapters", [2, 3, 4, 8])
def test_what_a_chapter_puts_aside_is_the_games(chapters: int) -> None:
    ages = (*ages_in_the_game(tables(), chapters), tables().amounts.last_age)
    printed = sums_put_aside(catalogue(), chapters)
    each = {name: baht for row in tables().old_age for name, baht in row.each.items() if name}

    assert set(printed) == {*each, *(o.id for o in tables().options.values() if o.saves)}
    for name, aside in printed.items():
        option = tables().options[name]
        for place, baht in enumerate(aside.baht):
            years = range(ages[place], ages[place + 1])
            saved = sum(option.yearly + share(tables(), option, age)[0] for age in years)
            paid = 12 * len(years) * each.get(name, 0)
            assert baht == f"{saved if option.saves else paid:,}"
        assert aside.half == (f"{HALF_YEAR * each[name]:,}" if name in each else "")


def test_the_die_stands_for_the_seasons_luck() -> None:
    for work in catalogue().occupations:
        swings = season_swings(work.swing)
        assert (swings[0], swings[-1]) == (-work.swing, work.swing)
        assert sum(swings) == 0
        assert list(swings) == sorted(swings)


@pytest.mark.parametrize("teams", [2, 3, 4, 5, 6])
def test_a_pack_has_the_chapters_of_the_games_clock(teams: int) -> None:
    clock = Clock(tables(), teams, 45)

    for minutes in (30, 45, 60, 90):
        chapters = Session(("section40",), teams, minutes).chapters
        wanted = best_chapters(clock, minutes)
        kept = abs(clock.game(chapters) / 60 - minutes)
        assert kept <= abs(clock.game(wanted) / 60 - minutes) + 2


def test_a_pack_is_twelve_sheets_and_the_same_for_the_same_seed() -> None:
    make = TargetMaker(catalogue(), PrintOptions(), {})
    session = Session(("section40", "nsf"), 4, 45, seed=7)

    first = session_targets(make, session)

    assert 9 <= first[0].content.sheets <= 12
    assert [t.key for t in first] == [t.key for t in session_targets(make, session)]
    other = session_targets(make, Session(("section40", "nsf"), 4, 45, seed=8))
    assert [t.key for t in first] != [t.key for t in other]
    village = [c for c in first[5].content.cards if catalogue().situations[c.id].village]
    assert len(village) == session.chapters


@pytest.mark.parametrize(
    ("session", "code"),
    [
        (Session(("section41",), 4, 45), "PACK01"),
        (Session(("section40",), 9, 45), "PACK02"),
        (Session(("section40",), 4, 500), "PACK02"),
    ],
)
def test_an_impossible_pack_says_why(session: Session, code: str) -> None:
    with pytest.raises(RusitError, match=code):
        session_targets(TargetMaker(catalogue(), PrintOptions(), {}), session)
