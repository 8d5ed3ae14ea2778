"""Bots: teams that play by themselves. Their luck is the game's own, so twins compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from games.rules import luck
from games.rules import moves as mv
from games.rules.analysis.counterfactual import affordable
from games.rules.legal import legal_moves, why_not
from games.rules.mutable_state import MutableState
from games.rules.protection import acts
from games.rules.state import State
from games.rules.tables import FUND, QuestionRow, Tables
from games.rules.turn import step
from games.rules.year import FULL_HEART
from games.simulation.planner import Planner

Protecting = Callable[[Tables, MutableState], tuple[str, ...]]
"""What a bot holds this year."""


class Bot(NamedTuple):
    """How one team plays.

    Attributes:
        knowledge: percent of answers and right-cards it gets right.
        protecting: what it holds.
        careful: gives to the village.
        helpful: helps teams that hold nothing to join.
    """

    knowledge: int
    protecting: Protecting
    careful: bool = True
    helpful: bool = True


def nothing(tables: Tables, draft: MutableState) -> tuple[str, ...]:
    """Careless: never protects itself."""
    return acts(tables, draft.team.hold)


def always(hold: tuple[str, ...]) -> Protecting:
    """Holds this plan every year, or as much of it as the purse allows."""

    def protect(tables: Tables, draft: MutableState) -> tuple[str, ...]:
        return _within_means(tables, draft, hold)

    return protect


def careful(tables: Tables) -> Protecting:
    """Always protects: the cheapest contribution, the smallest saving, every act."""
    return always(cheapest_of_all(tables))


def planned(planner: Planner) -> Protecting:
    """The plan that promises most for the team's work, kept as far as the purse allows."""

    def protect(tables: Tables, draft: MutableState) -> tuple[str, ...]:
        return _within_means(tables, draft, planner.best(draft.team.occupation, draft.team.age))

    return protect


def any_lawful(tables: Tables, draft: MutableState) -> tuple[str, ...]:
    """Whatever comes, within law and purse."""
    plans = list(tables.plans)
    pick = luck.below(len(plans), draft.seed, luck.BOT + 1, draft.round, draft.turn)
    return _within_means(tables, draft, plans[pick])


def cheapest_of_all(tables: Tables) -> tuple[str, ...]:
    """The cheapest option of each scheme, and every act; the welfare fund where there is none."""
    chosen: dict[str, str] = {}
    for option in sorted(tables.joinable, key=lambda o: (12 * o.monthly + o.yearly, o.index)):
        if option.contributory >= 0 or option.saves:
            chosen.setdefault(option.scheme, option.id)
    done = [option.id for option in tables.options.values() if option.act]
    held = list(chosen.values()) or [FUND]
    hold = tuple(sorted((*held, *done)))
    return hold if hold in tables.plans else tuple(sorted(done))


def _within_means(tables: Tables, draft: MutableState, hold: tuple[str, ...]) -> tuple[str, ...]:
    """The plan, if it is surely affordable; else the part of it that is."""
    team = draft.team
    plan = tables.plans[hold]
    trips = tables.amounts.trip * len(plan.options)
    if hold == team.hold and plan.year <= team.money:
        return hold
    if plan.year + trips <= team.money and why_not(tables, draft, mv.Protect(hold)) is None:
        return hold
    return affordable(tables, draft, hold)


# --- a whole game -------------------------------------------------------------------------


def play_out(tables: Tables, start: State, bots: Sequence[Bot]) -> MutableState:
    """The game played to its end, each seat by its bot. Nobody listens to events."""
    return play_counted(tables, start, bots)[0]


def play_counted(tables: Tables, start: State, bots: Sequence[Bot]) -> tuple[MutableState, int]:
    """The same, and how many moves it took."""
    draft = MutableState(start)
    moves = 0
    while draft.phase != "over":
        step(tables, draft, choose(tables, draft, bots), None)
        moves += 1
    return draft, moves


def choose(tables: Tables, draft: MutableState, bots: Sequence[Bot]) -> mv.Move:
    """The move the bots make now. Always legal."""
    bot = bots[draft.turn]
    match draft.phase:
        case "protect":
            return mv.Protect(bot.protecting(tables, draft))
        case "throw":
            return _THROW
        case "question" | "claim":
            question = tables.questions[draft.question]
            if _knows(draft, bot.knowledge, 2 if draft.phase == "claim" else 3, draft.turn):
                return mv.Answer(question.answer)
            return mv.Answer(wrong_answer(question))
        case "event":
            return mv.Pick(_pick(tables, draft, bot))
        case "rumour":
            truth = tables.truths[draft.myth]
            return mv.AnswerRumour(
                tuple(
                    truth if _knows(draft, other.knowledge, 4, seat) else not truth
                    for seat, other in enumerate(bots)
                )
            )
        case "unit":
            return _visit(tables, draft, bot)
        case "community":
            share = tables.amounts.share
            return mv.Contribute(
                tuple(
                    other.careful and team.money >= 2 * share
                    for other, team in zip(bots, draft.teams, strict=True)
                )
            )
        case "shortfall":
            if draft.together and why_not(tables, draft, _NEIGHBOURS) is None:
                return _NEIGHBOURS
            team = draft.team
            small = -team.money <= tables.amounts.heart_covers
            return mv.GiveHeart() if team.hearts > 1 and small else mv.Borrow()
        case _:
            return mv.Begin()


_THROW = mv.Throw()
_NEIGHBOURS = mv.AskNeighbours()


def _knows(draft: MutableState, percent: int, what: int, seat: int) -> bool:
    return (
        luck.below(100, draft.seed, luck.BOT + what, draft.round, 8 * draft.turn + seat) < percent
    )


def wrong_answer(question: QuestionRow) -> mv.Response:
    """An answer of the right shape that is not right."""
    answer = question.answer
    match question.kind:
        case "choice":
            return question.strike[0]
        case "several":
            return () if answer else (0,)
        case "true_false":
            return not answer
        case "number":
            assert isinstance(answer, (int, float))
            low_is_wrong = abs(question.lowest - answer) > question.tolerance
            return question.lowest if low_is_wrong else question.highest
        case _:
            return tuple(range(question.size))[::-1]


def _pick(tables: Tables, draft: MutableState, bot: Bot) -> tuple[str, ...]:
    """Each card judged rightly with the bot's knowledge."""
    helps = tables.situations[draft.situation].helps
    dice = luck.bits(draft.seed, luck.BOT + 5, draft.round, draft.turn)
    cards = []
    for card in draft.cards:
        knows = (dice & 1023) * 100 < bot.knowledge << 10
        dice >>= 10
        if (card in helps) is knows:
            cards.append(card)
    return tuple(cards)


def _visit(tables: Tables, draft: MutableState, bot: Bot) -> mv.Move:
    team = draft.team
    if team.hearts < FULL_HEART:
        return mv.Mend()
    if bot.helpful:
        for seat, other in enumerate(draft.teams):
            if seat == draft.turn or other.hold:
                continue
            for option in tables.joinable:
                move = mv.HelpJoin(seat, option.id)
                if why_not(tables, draft, move) is None:
                    return move
    return mv.Greet()


def random_move(tables: Tables, draft: MutableState) -> mv.Move:
    """Any legal move at all, by the game's luck: for the random bot and for fuzzing."""
    moves = list(legal_moves(tables, draft))
    moment = draft.round * 64 + len(draft.hinted) * 16 + draft.turn
    return moves[luck.below(len(moves), draft.seed, luck.BOT + 6, moment, len(draft.phase))]
