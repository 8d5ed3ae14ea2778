"""Ages: which age each chapter plays, and the years it stands for."""

from __future__ import annotations

from games.rules.model.mutable import Game
from games.rules.model.tables import Tables


def chapter_ages(tables: Tables, chapters: int) -> tuple[int, ...]:
    """Return the age in each chapter, evenly on the way to old age."""
    first, last = tables.amounts.first_age, tables.amounts.last_age
    step = -(-(last - first) // chapters)
    return tuple(first + step * place for place in range(chapters))


def age_of(tables: Tables, game: Game) -> int:
    """Return everybody's age in this chapter."""
    first, last = tables.amounts.first_age, tables.amounts.last_age
    return first - (first - last) // game.chapters * (game.chapter - 1)


def years_to_next(tables: Tables, game: Game, to_old_age: bool) -> int:
    """Return the years this chapter stands for: to the next one, or to old age."""
    first, last = tables.amounts.first_age, tables.amounts.last_age
    step = -((first - last) // game.chapters)
    left = last - first - step * (game.chapter - 1)
    return left if to_old_age or game.chapter == game.chapters else step
