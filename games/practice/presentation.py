"""The order in which a practised question is shown."""

from __future__ import annotations

import zlib

from engine.schema.question import Question
from games.rules.model.luck import order_of


def shown(question: Question, seed: str) -> tuple[int, ...]:
    """Return the order in which options, steps or right sides are shown; empty when none are.

    Args:
        seed: the same gives the same order, so that a round gone on with looks the same.
    """
    count = question.shuffled
    if not count:
        return ()
    mixed = zlib.crc32(seed.encode())
    return order_of(count, mixed, changed=question.sorted_when_written)
