"""Other replies that could have been given, in words."""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import Decision, Reply, State, Tables, replay, why_not_reply
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.interface_text import joined

MOST_CARDS = 3
NOTHING = "no-entry"
"""Picture of doing without."""


OfferedReply = tuple[Reply, Text, str]
"""A reply, its words and its picture."""


def other_replies(game: GameScreens, seat: int, decision: Decision) -> list[OfferedReply]:
    """Return up to a few other replies that the rules allow there."""
    log = game.log._replace(moves=game.log.moves[: decision.at])
    state = replay(game.tables, log)
    found: list[OfferedReply] = []
    for reply, title, picture in _candidates(game, state, decision, seat):
        allowed = why_not_reply(game.tables, state, seat, reply) is None
        if allowed and reply != decision.reply and all(reply != other for other, _, _ in found):
            found.append((reply, title, picture))
    return found


def _candidates(
    game: GameScreens, state: State, decision: Decision, seat: int
) -> list[OfferedReply]:
    if decision.phase == "opening":
        return _holds(game, decision.reply if isinstance(decision.reply, tuple) else ())
    if decision.phase == "market":
        return _wares(game, seat)
    return _cards(game, state, decision)


def _holds(game: GameScreens, held: Reply) -> list[OfferedReply]:
    """Nothing at all, and for each option: it alone changed in what was held."""
    words, tables = game.words, game.tables
    kept = tuple(str(one) for one in held) if isinstance(held, tuple) else ()
    found: list[OfferedReply] = [((), words("decision.hold.none"), NOTHING)]
    for option in tables.options.values():
        picture = game.option_icon(option.id)
        if option.id in kept:
            less = tuple(one for one in kept if one != option.id)
            title = words("decision.hold.without", option=game.option_title(option.id))
            found.append((less, title, picture))
        else:
            others = (one for one in kept if tables.options[one].scheme != option.scheme)
            more = tuple(sorted({*others, option.id}))
            title = words("decision.hold.with", option=game.option_title(option.id))
            found.append((more, title, picture))
    return found


def _cards(game: GameScreens, state: State, decision: Decision) -> list[OfferedReply]:
    """Return the cards that apply, and each of them alone; nothing asked for."""
    helps = [c for c in state.cards if c in _helping(game.tables, decision.situation)]
    ways = [tuple(helps[:MOST_CARDS]), *((card,) for card in helps)]
    found: list[OfferedReply] = []
    for way in ways:
        if way:
            names = [game.benefit(card).short for card in way]
            found.append((way, joined(*names, between=" + "), game.benefit(way[0]).icon))
    return [*found, ((), game.words("decision.cards.none"), NOTHING)]


def _helping(tables: Tables, situation: str) -> frozenset[str]:
    return frozenset(tables.situations[situation].helps)


def _wares(game: GameScreens, seat: int) -> list[OfferedReply]:
    """Nothing, the tool, one or more steps."""
    words = game.words
    dream, work = game.dream(seat), game.occupation(seat).icon
    wish = dream.icon if dream is not None else "glowing-star"
    return [
        ((), words("decision.market.none"), NOTHING),
        (("tool",), words("decision.market.tool"), work),
        (("step",), words("decision.market.steps", count=1), wish),
        (("step", "step"), words("decision.market.steps", count=2), wish),
        (("tool", "step"), words("decision.market.both"), wish),
    ]
