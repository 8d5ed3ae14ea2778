"""Other replies that could have been given, in words."""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import Decision, Reply, State, Tables, replay, why_not_reply
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.interface_text import joined

MOST_CARDS = 3


def other_replies(game: GameScreens, seat: int, decision: Decision) -> list[tuple[Reply, Text]]:
    """Return up to a few other replies that the rules allow there, each with its words."""
    log = game.log._replace(moves=game.log.moves[: decision.at])
    state = replay(game.tables, log)
    found: list[tuple[Reply, Text]] = []
    for reply, told in _candidates(game, state, decision):
        allowed = why_not_reply(game.tables, state, seat, reply) is None
        if allowed and reply != decision.reply and all(reply != other for other, _ in found):
            found.append((reply, told))
    return found


def _candidates(game: GameScreens, state: State, decision: Decision) -> list[tuple[Reply, Text]]:
    if decision.phase == "opening":
        return _holds(game, decision.reply if isinstance(decision.reply, tuple) else ())
    if decision.phase == "market":
        return _wares(game)
    return _cards(game, state, decision)


def _holds(game: GameScreens, held: Reply) -> list[tuple[Reply, Text]]:
    """Nothing at all, and for each option: it alone changed in what was held."""
    words, tables = game.words, game.tables
    kept = tuple(str(one) for one in held) if isinstance(held, tuple) else ()
    found: list[tuple[Reply, Text]] = [((), words("decision.hold.none"))]
    for option in tables.options.values():
        if option.id in kept:
            less = tuple(one for one in kept if one != option.id)
            told = words("decision.hold.without", option=game.option_title(option.id))
            found.append((less, told))
        else:
            others = (one for one in kept if tables.options[one].scheme != option.scheme)
            more = tuple(sorted({*others, option.id}))
            told = words("decision.hold.with", option=game.option_title(option.id))
            found.append((more, told))
    return found


def _cards(game: GameScreens, state: State, decision: Decision) -> list[tuple[Reply, Text]]:
    """Return the cards that apply, and each of them alone; nothing asked for."""
    helps = [c for c in state.cards if c in _helping(game.tables, decision.situation)]
    ways = [tuple(helps[:MOST_CARDS]), *((card,) for card in helps)]
    found: list[tuple[Reply, Text]] = []
    for way in ways:
        if way:
            names = [game.benefit(card).short for card in way]
            found.append((way, joined(*names, between=" + ")))
    return [*found, ((), game.words("decision.cards.none"))]


def _helping(tables: Tables, situation: str) -> frozenset[str]:
    return frozenset(tables.situations[situation].helps)


def _wares(game: GameScreens) -> list[tuple[Reply, Text]]:
    """Nothing, the tool, one or more steps."""
    words = game.words
    ways: list[tuple[tuple[str, ...], Text]] = [
        ((), words("decision.market.none")),
        (("tool",), words("decision.market.tool")),
        (("step",), words("decision.market.steps", count=1)),
        (("step", "step"), words("decision.market.steps", count=2)),
        (("tool", "step"), words("decision.market.both")),
    ]
    return list(ways)
