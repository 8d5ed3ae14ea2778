"""What a room is told adds up, and a hasty hand loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pygame
import pytest

from engine.catalogue import Catalogue
from games.demo.bots import choose
from games.rules import Answer, AskMentor, Greet, HelpJoin, Mend, UseHint, apply
from games.rules.events import ClaimSettled, GameOver, Payday
from games.ui.screens.claim.event import EventScene
from games.ui.screens.setup.overlays import hard_words
from games.ui.screens.turn.protection import ProtectionScene
from games.ui.screens.turn.turn import PaydayScene
from games.ui.screens.turn.year_close import YearClose
from games.ui.screens.village.unit_choice import help_choice
from games.ui.shell.scene import Scene
from games.ui.shell.scene_router import input_scene, report_scenes
from tests.ui.playing import Hand

pytestmark = pytest.mark.usefixtures("screen")


def begun(catalogue: Catalogue, seed: int, teams: int = 2) -> Hand:
    hand = Hand(catalogue, seed=seed, teams=teams)
    hand.click("play")
    hand.click("start")
    return hand


def until(hand: Hand, wanted: type[Scene]) -> Scene:
    for _ in range(600):
        scene = hand.app.stage.scene
        if isinstance(scene, wanted):
            return scene
        hand.step()
    raise AssertionError(f"{wanted.__name__} was not met")


def told(hand: Hand) -> Iterator[Scene]:
    """A whole game by bots, without drawing: every scene that is told."""
    table = hand.table
    while table.state.phase != "over":
        table.play(choose(table, hand.luck))
        yield from report_scenes(table)


def shown(hand: Hand, scene: Scene) -> list[str]:
    hand.app.stage.show(scene)
    return [drawn.text.th for drawn in hand.app.stage.build().drawn]


def numbers(words: str) -> list[int]:
    found = re.findall(r"[−+]?[\d,]+", words)
    return [int(n.replace("−", "-").replace(",", "")) for n in found]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_payday_and_every_close_add_up(catalogue: Catalogue, seed: int) -> None:
    hand = begun(catalogue, seed, teams=3)
    paydays = closes = 0
    for scene in told(hand):
        table = hand.table
        if isinstance(scene, PaydayScene):
            paydays += 1
            later = sum(e.baht for e in scene.also if type(e).__name__ != "Interest")
            pay = scene.payday
            after = table.state.teams[pay.team].money
            assert scene.had + pay.income - pay.living + later == after
        if isinstance(scene, YearClose):
            closes += 1
            opened = next(e for e in scene.events if isinstance(e, Payday))
            had = opened.money - opened.net
            assert had + sum(baht for _, _, baht in scene.lines) == scene.closed.money
    assert paydays == closes > 10


def test_the_points_of_every_team_add_up_to_its_score(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=4, teams=3)
    result = [scene for scene in told(hand) if scene.kind == "result"]
    over = next(e for e in hand.table.events if isinstance(e, GameOver))
    lines = [words for words in shown(hand, result[0]) if " · " in words]
    assert sorted(sum(numbers(line)) for line in lines) == sorted(s.total for s in over.scores)


def test_a_hint_keeps_what_was_picked_and_does_not_warn_again(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=1)
    for _ in range(2000):
        scene = hand.app.stage.scene
        table = hand.table
        if isinstance(scene, EventScene) and scene.situation.care and table.allows(UseHint()):
            break
        hand.step()
    else:
        raise AssertionError("no sensitive story with a hint was met")
    hand.click("card-2")
    hand.click("hint")
    after = hand.app.stage.scene
    assert isinstance(after, EventScene)
    assert after.picked == {hand.table.state.cards[1]}


@pytest.mark.parametrize("phase", ["protect", "event", "unit", "community"])
def test_no_key_pressed_in_haste_gives_anything_away(catalogue: Catalogue, phase: str) -> None:
    hand = begun(catalogue, seed=2, teams=3)
    kinds = {"protect": "protection", "event": "event", "unit": "unit", "community": "community"}
    for _ in range(2000):
        better = any(hand.table.allows(move) for move in (Mend(), AskMentor("section40")))
        if hand.kind == kinds[phase] and (phase != "unit" or better):
            break
        hand.step()
    before = hand.table.state
    assert before.phase == phase
    hand.app.stage.view.focus = None
    assert not any(target.primary for target in hand.app.stage.build().targets)


def test_a_rumour_waits_for_every_team(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=11)
    for _ in range(2000):
        if hand.kind == "rumour":
            break
        hand.step()
    hand.click("team-1-true")
    assert not any(target.primary for target in hand.app.stage.build().targets)
    hand.click("team-2-false")
    hand.key(pygame.K_RETURN)
    assert hand.kind == "rumour-verdict"


def test_who_covered_the_answers_opens_them_with_the_primary_action(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=3)
    for _ in range(2000):
        if hand.kind.startswith("question"):
            break
        hand.step()
    asked = set(hand.names())
    hand.click("cover")
    assert set(hand.names()) < asked
    hand.key(pygame.K_RETURN)
    assert set(hand.names()) == asked


def test_a_question_says_whose_it_is(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=3)
    for _ in range(2000):
        if hand.kind.startswith("question"):
            break
        hand.step()
    name = hand.table.team(hand.table.state.turn).title.th
    assert name in [drawn.text.th for drawn in hand.app.stage.build().drawn]


def test_ticking_moves_nothing_away_under_the_finger(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=2)
    until(hand, ProtectionScene)

    def places() -> dict[str, pygame.Rect]:
        targets = hand.app.stage.build().targets
        return {t.name: t.rect for t in targets if t.name.startswith("hold-")}

    before = places()
    for name in list(before):
        if name not in places():
            continue
        hand.click(name)
        for other, rect in places().items():
            assert rect.collidepoint(before[other].center), (name, other)
        hand.click(name)


def test_what_can_no_longer_be_paid_is_named(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=2)
    until(hand, ProtectionScene)
    table = hand.table
    team = table.state.team._replace(money=500, hold=("fund", "section40.option1"))
    teams = (team, *table.state.teams[1:])
    table.session.state = table.state._replace(teams=teams)
    scene = ProtectionScene(table)
    assert scene.chosen == ("fund",)
    lines = shown(hand, scene)
    gone = table.option_title("section40.option1").th
    start = catalogue.words["ui.protect.dropped"].th.split("{")[0]
    assert any(line.startswith(start) and gone in line for line in lines)


def helping(hand: Hand, seats: set[int]) -> list[HelpJoin]:
    options = [name for name, row in hand.table.tables.options.items() if not row.act]
    return [HelpJoin(seat, option) for seat in sorted(seats) for option in options[:3]]


def test_helping_asks_for_the_team_only_where_there_are_several(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=2, teams=4)
    table = hand.table
    assert help_choice(table, helping(hand, {1, 3})).kind == "help-team"
    assert help_choice(table, helping(hand, {3})).kind == "help-what"


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
def test_one_choice_alone_is_no_larger_than_one_of_three(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    hand = begun(catalogue, seed=2)
    hand.app.stage.resize(size, False)
    hand.table.session.state = hand.table.state._replace(phase="unit")
    hand.app.stage.push(help_choice(hand.table, helping(hand, {1})[:1]))
    card = next(t for t in hand.app.stage.build().targets if t.name.startswith("join-"))
    assert card.rect.width <= size[0] / 3
    assert abs(card.rect.centerx - size[0] / 2) < size[0] / 50


def test_the_debrief_shows_right_answers_and_leads_back_to_the_result(
    catalogue: Catalogue,
) -> None:
    hand = begun(catalogue, seed=5)
    assert list(told(hand))
    missed = shown(hand, input_scene(hand.table))
    assert any(line in missed for line in _answers(catalogue))
    hand.app.stage.show(input_scene(hand.table))
    for _ in range(2):
        hand.key(pygame.K_RETURN)
    assert hand.kind == "reflect"
    hand.click("again")
    assert hand.kind == "old-age"


def _answers(catalogue: Catalogue) -> set[str]:
    questions = catalogue.questions.values()
    return {o.text.th for q in questions if q.kind == "choice" for o in q.options if o.right}


def test_greeting_is_the_way_on_where_nothing_else_can_be_done(catalogue: Catalogue) -> None:
    from games.ui.screens.village.unit import UnitScene

    hand = begun(catalogue, seed=2, teams=3)
    for _ in range(2000):
        if hand.kind == "unit":
            break
        hand.step()
    scene = hand.app.stage.scene
    assert isinstance(scene, UnitScene)
    scene.moves = [Greet()]
    hand.app.stage.dirty = True
    assert next(t for t in hand.app.stage.build().targets if t.name == "greet").primary


def test_the_mentor_tells_every_right_of_the_scheme_and_what_it_pays(catalogue: Catalogue) -> None:
    from games.rules.events import MentorAsked
    from games.ui.screens.village.mentor import mentor_scenes

    hand = begun(catalogue, seed=2)
    for name, scheme in catalogue.schemes.items():
        pages = list(mentor_scenes(hand.table, MentorAsked(0, name, 2)))
        lines = [line for page in pages for line in shown(hand, page)]
        assert scheme.title.th in lines
        for benefit in catalogue.benefits.values():
            if benefit.scheme == name:
                assert benefit.short.th in lines
                cells = catalogue.benefit_cells[benefit.id].values()
                sums = [cell.th for cell in cells] if benefit.pays.shape == "lump_sum" else []
                assert all(any(total in line for line in lines) for total in sums)


def test_a_question_that_stands_in_is_not_called_the_claim_question(catalogue: Catalogue) -> None:
    hand = begun(catalogue, seed=2)
    for _ in range(2000):
        if hand.kind.startswith("question") and hand.table.state.phase == "claim":
            break
        hand.step()
    table = hand.table
    own = catalogue.situations[table.state.situation].claim
    other = next(name for name in catalogue.questions if name != own)
    for question, head in ((own, "claim.head"), (other, "claim.head.none")):
        assert question is not None
        count = len(getattr(catalogue.questions[question], "options", ())) or 9
        table.session.state = table.state._replace(question=question, shown=tuple(range(count)))
        assert table.claim_is_own is (question == own)
        assert table.words(head).th in shown(hand, input_scene(table))


@pytest.mark.parametrize("project", ["mobile-desk", "health-day"])
def test_what_a_claim_question_is_worth_is_what_it_then_pays(
    catalogue: Catalogue, project: str
) -> None:
    hand = begun(catalogue, seed=2)
    for _ in range(2000):
        if hand.table.state.phase == "claim":
            break
        hand.step()
    table, baht = hand.table, 1500
    waiting = (("s40.benefit.rest", baht),)
    table.session.state = table.state._replace(projects=(project,), waiting=waiting)
    lines = shown(hand, input_scene(table))
    _, events = apply(table.tables, table.state, Answer(None))
    settled = next(e for e in events if isinstance(e, ClaimSettled))
    key = "claim.stake.helped" if settled.now else "claim.stake"
    assert settled.now is (project == "mobile-desk")
    assert table.words(key, baht=baht).th in lines


def test_no_hard_word_tells_the_answer(catalogue: Catalogue) -> None:
    answers = {"gold.q.ucep-hours": "term.ucep", "sg.q.title_today": "term.title"}
    for name, term in answers.items():
        question = catalogue.questions[name]
        assert term in [each.id for each in catalogue.glossary]
        assert term not in [each.id for each in hard_words(catalogue, question)]
    others = [q for q in catalogue.questions.values() if q.id not in answers]
    assert any(each.id == "term.ucep" for q in others for each in hard_words(catalogue, q))
