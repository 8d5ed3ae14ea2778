"""Bots: households that play by themselves. Their luck is the game's own, so twins compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from games.rules.legal import legal_moves, legal_replies, why_not
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import MutableState
from games.rules.model.state import State
from games.rules.model.tables import QuestionRow, Tables
from games.rules.phases.ages import age_of
from games.rules.phases.decks import dreams_offered
from games.rules.phases.judging import judge
from games.rules.phases.life_events import FULL_HEART
from games.rules.phases.market import dream_prices, offers, open_steps
from games.rules.phases.protection import affordable, cheapest_of_all
from games.rules.play import step

Protecting = Callable[[Tables, MutableState, int], tuple[str, ...]]
"""What a bot wants to hold this year."""

TRICKS = ("all_cards", "always_false", "never_claim", "always_agree")
"""Ways to play without thinking that must not beat knowing."""


class Bot(NamedTuple):
    """The habits of one household.

    Attributes:
        knowledge: percent of answers it knows; what it does not know it guesses.
        protecting: what it holds.
        trick: one of `TRICKS`, or "": it thinks.
        gives: coins it gives to the village.
        reserve: baht it keeps when it buys.
        joins: whether it agrees to be invited, and invites.
    """

    knowledge: int
    protecting: Protecting
    trick: str = ""
    gives: int = 1
    reserve: int = 600
    joins: bool = True


def nothing(_tables: Tables, _game: MutableState, _seat: int) -> tuple[str, ...]:
    """Never protect oneself."""
    return ()


def always(hold: tuple[str, ...]) -> Protecting:
    """Return a policy that holds this plan every year, or as much of it as the purse allows."""

    def protect(_tables: Tables, _game: MutableState, _seat: int) -> tuple[str, ...]:
        return hold

    return protect


def careful(tables: Tables) -> Protecting:
    """Return a policy of the cheapest contribution, every act, and the smallest saving."""
    return always(cheapest_of_all(tables))


def any_lawful(tables: Tables, game: MutableState, seat: int) -> tuple[str, ...]:
    """Hold whatever comes, within law and purse."""
    plans = list(tables.plans)
    return plans[luck.below(len(plans), game.seed, luck.BOT + 1, game.chapter, seat)]


# --- a whole game -------------------------------------------------------------------------


def play_out(tables: Tables, start: State, bots: Sequence[Bot]) -> MutableState:
    """Play the game to its end, each seat by its bot. Nobody listens to events."""
    return play_counted(tables, start, bots)[0]


def play_counted(tables: Tables, start: State, bots: Sequence[Bot]) -> tuple[MutableState, int]:
    """Play the game to its end; return it and how many decisions it took.

    Each household's answer is a decision, and each move that is no answer.
    """
    game = MutableState(start)
    decisions = 0
    while game.phase != "over":
        move = choose(tables, game, bots)
        decisions += len(bots) if type(move) is mv.AnswersIn else 1
        step(tables, game, move, None)
    return game, decisions


def choose(tables: Tables, game: MutableState, bots: Sequence[Bot]) -> mv.Move:
    """Return the move the bots make now. Always legal."""
    phase = game.phase
    replying = _REPLIES.get(phase)
    if replying is not None:
        return mv.AnswersIn(
            tuple([replying(tables, game, seat, bot) for seat, bot in enumerate(bots)])
        )
    match phase:
        case "throw":
            return _THROW
        case "question" | "claim":
            return mv.AnswersIn(_answers(tables, game, bots))
        case "event":
            return mv.AnswersIn(_event(tables, game, bots))
        case "close":
            return _NEXT if game.chapter < game.chapters else _END
        case "unit":
            return _visit(tables, game, bots[game.turn])
        case _:
            return _BEGIN


_THROW = mv.Throw()
_BEGIN = mv.Begin()
_NEXT = mv.NextChapter()
_END = mv.GoToOldAge()

_CLAIM, _QUESTION, _RUMOUR, _CARDS, _BACK, _ANY, _SEED, _DREAM = range(2, 10)
"""What a bot's luck is for, after `luck.BOT`."""


def _luck(game: MutableState, what: int, seat: int) -> int:
    """Return 64 bits of luck for what a seat thinks now."""
    return luck.bits(game.seed, luck.BOT + what, game.chapter, 64 * game.turn + seat)


def _knows(dice: int, bot: Bot) -> bool:
    """Return whether the bot knows, from the lowest ten bits of luck."""
    return (dice & 1023) * 100 < bot.knowledge << 10


def _answers(tables: Tables, game: MutableState, bots: Sequence[Bot]) -> tuple[mv.Reply, ...]:
    """Return what the one on turn answers, and what the others answer or judge."""
    question = tables.questions[game.question]
    what = _CLAIM if game.phase == "claim" else _QUESTION
    on_turn = game.turn
    first = _respond(question, _luck(game, what, on_turn), bots[on_turn])
    right = first == question.answer
    replies: list[mv.Reply] = []
    for seat, bot in enumerate(bots):
        if seat == on_turn:
            replies.append(first)
            continue
        dice = _luck(game, what, seat)
        if question.everybody:
            replies.append(_respond(question, dice, bot))
        elif bot.trick == "always_agree":
            replies.append(True)
        else:
            replies.append(right if _knows(dice, bot) else bool(dice >> 10 & 1))
    return tuple(replies)


def _respond(question: QuestionRow, dice: int, bot: Bot) -> mv.Reply:
    """Answer what is known; else guess, which is right by chance where there is little choice."""
    if _knows(dice, bot):
        return question.answer
    match question.kind:
        case "choice":
            return (dice >> 10) % question.size
        case "true_false":
            return bool(dice >> 10 & 1)
        case _:
            return wrong_answer(question)


def wrong_answer(question: QuestionRow) -> mv.Reply:
    """Return an answer of the right shape that is not right."""
    answer = question.answer
    match question.kind:
        case "choice":
            return question.strike[0]
        case "several":
            assert isinstance(answer, tuple)
            # One that is wrong alone; where all are right, all but one.
            return question.strike[:1] or answer[:-1]
        case "true_false":
            return not answer
        case "number":
            assert isinstance(answer, (int, float))
            low_is_wrong = abs(question.lowest - answer) > question.tolerance
            return question.lowest if low_is_wrong else question.highest
        case _:
            return tuple(range(question.size))[::-1]


def _dream(tables: Tables, game: MutableState, seat: int, _bot: Bot) -> mv.Reply:
    offered = dreams_offered(tables, game, seat)
    return offered[_luck(game, _DREAM, seat) % len(offered)]


def _opening(tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    wanted = bot.protecting(tables, game, seat)
    return affordable(tables, game.household(seat), wanted, age_of(tables, game))


def _village(tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    """Ask for at most three cards that the bot believes apply and that it has."""
    if bot.trick == "never_claim":
        return ()
    dice = _luck(game, _CARDS, seat)
    if bot.trick == "all_cards":
        first = dice % len(game.cards)
        return (game.cards[first:] + game.cards[:first])[:3]
    helps = tables.situations[game.situation].helps
    schemes = tables.plans[game.household(seat).hold].schemes
    sure: list[str] = []
    guessed: list[str] = []
    for card in game.cards:
        known = (dice & 127) * 100 < bot.knowledge << 7
        heads = dice >> 7 & 1
        dice >>= 8
        benefit = tables.benefits[card]
        if not benefit.automatic:
            held = schemes.get(benefit.scheme)
            if held is None or held.id not in benefit.options:
                continue
        if known:
            if card in helps:
                sure.append(card)
        elif heads:
            guessed.append(card)
    return tuple((sure + guessed)[:3])


def _event(tables: Tables, game: MutableState, bots: Sequence[Bot]) -> tuple[mv.Reply, ...]:
    """Return what the one on turn asks for, and which card the others back."""
    best: frozenset[str] | None = None
    replies: list[mv.Reply] = []
    for seat, bot in enumerate(bots):
        if seat == game.turn:
            replies.append(_village(tables, game, seat, bot))
            continue
        dice = _luck(game, _BACK, seat)
        known = _knows(dice, bot)
        if known and best is None:
            household = game.household(game.turn)
            situation = tables.situations[game.situation]
            best = judge(tables, household, situation, age_of(tables, game), game.month, ()).best
        if known and best:
            replies.append(min(best))
        else:
            replies.append(game.cards[(dice >> 10) % len(game.cards)])
    return tuple(replies)


def _rumour(tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    if bot.trick == "always_false":
        return False
    dice = _luck(game, _RUMOUR, seat)
    return tables.truths[game.myth] if _knows(dice, bot) else bool(dice >> 10 & 1)


def _invite(_tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    return bot.joins if seat == game.guest else None


def _goal(tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    purse = game.household(seat).money
    return bot.gives if purse >= bot.reserve + bot.gives * tables.amounts.coin else 0


def _market(tables: Tables, game: MutableState, seat: int, bot: Bot) -> mv.Reply:
    """Buy the tool while it pays itself back, then steps, and keep a reserve but at the end."""
    household = game.household(seat)
    last = game.chapter == game.chapters
    purse = household.money - household.debt - (0 if last else bot.reserve)
    left = game.chapters - game.chapter
    wares: list[str] = []
    for offer in offers(tables, game, seat):
        if offer.what == "tool" and offer.baht <= purse and offer.yearly * left > offer.baht:
            wares.append("tool")
            purse -= offer.baht
    prices = dream_prices(tables, game, household.dream)
    for price in prices[household.steps : open_steps(game)]:
        if price > purse:
            break
        wares.append("step")
        purse -= price
    return tuple(wares)


_REPLIES: dict[str, Callable[[Tables, MutableState, int, Bot], mv.Reply]] = {
    "dream": _dream,
    "opening": _opening,
    "village": _village,
    "rumour": _rumour,
    "invite": _invite,
    "goal": _goal,
    "market": _market,
}


def _visit(tables: Tables, game: MutableState, bot: Bot) -> mv.Move:
    if game.household(game.turn).hearts < FULL_HEART:
        return mv.Mend()
    if bot.joins:
        for seat, other in enumerate(game.households):
            if seat == game.turn or any(not tables.options[name].act for name in other.hold):
                continue
            for option in tables.joinable:
                move = mv.Invite(seat, option.id)
                if why_not(tables, game, move) is None:
                    return move
    return mv.Greet()


def random_move(tables: Tables, game: MutableState) -> mv.Move:
    """Return any legal move at all, by the game's luck: for the random bot and for fuzzing."""
    moment = len(game.hinted) * 8 + len(game.phase)
    dice = luck.bits(game.seed, luck.BOT + _ANY, game.chapter, 64 * game.turn + moment)
    if game.phase in _REPLIES or game.phase in ("question", "claim", "event"):
        hint = mv.UseHint()
        if dice % 8 == 0 and why_not(tables, game, hint) is None:
            return hint
        replies = []
        for seat in range(game.seats):
            choices = tuple(legal_replies(tables, game, seat))
            replies.append(choices[(dice >> 8 * seat) % len(choices)])
        return mv.AnswersIn(tuple(replies))
    moves = list(legal_moves(tables, game))
    return moves[dice % len(moves)]
