"""Facts of health and law that a profession has to confirm: which still wait, and their mark.

A sheet or screen that shows one of them is a draft: `draft_mark` is what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from engine.resolving.facts import ResolvedFact
from engine.schema.fact import FactToday, Profession
from engine.schema.module import SignOff
from engine.schema.text import Text


def awaited(resolved: ResolvedFact, signed: Iterable[SignOff]) -> Profession | None:
    """Return the profession whose sign-off the fact still needs on its day; None if none.

    A sign-off confirms the value of its own day: one that began later waits anew.
    """
    needed = resolved.fact.sign_off
    if needed is None:
        return None
    now = resolved.now
    begun = now.since if now is not None and not now.or_earlier else None
    for confirmation in signed:
        covers = confirmation.scope == "all" or resolved.fact.id in confirmation.scope
        in_time = confirmation.on <= resolved.as_of and (begun is None or begun <= confirmation.on)
        if confirmation.profession == needed and covers and in_time:
            return None
    return needed


def professions_awaited(facts: Iterable[FactToday]) -> tuple[Profession, ...]:
    """Return the professions that some of these facts still wait for, each once, in order."""
    waiting = {fact.awaits for fact in facts}
    return tuple(name for name in get_args(Profession) if name in waiting)


def draft_mark(words: Mapping[str, Text], professions: tuple[Profession, ...]) -> Text | None:
    """Return what a sheet or screen says while it waits for them; None when it waits for none.

    Args:
        words: of the catalogue; the mark's own stand in content/locale/draft.yaml.
    """
    if not professions:
        return None
    return words["draft.both" if len(professions) > 1 else f"draft.{professions[0]}"]
