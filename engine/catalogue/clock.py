"""A computer's clock that lies: an empty battery on the board sets it back by years.

Content cannot be read on a day before people wrote it, so a clock that tells such a day is wrong.
Then the content's own newest day is used, and screens and sheets say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from engine.loading.content import Content
from engine.schema.text import Text

_TOLERANCE = timedelta(days=1)
"""Who checked a fact may live a time zone ahead."""


def newest_checked(content: Content) -> date | None:
    """Return the newest day on which facts were checked; None if there are no facts.

    A day counts if two facts share it, where any do: one alone may be a slip of the finger.
    """
    days = Counter(fact.checked for _, _, fact in content.facts())
    shared = [day for day, facts in days.items() if facts > 1]
    return max(shared or days, default=None)


def day_to_use(content: Content, today: date) -> date:
    """Return today, or the content's newest day if the clock lies before it."""
    newest = newest_checked(content)
    return newest if newest is not None and today < newest - _TOLERANCE else today


def words_for_wrong_clock(words: Mapping[str, Text]) -> dict[str, Text]:
    """Return the words with those that tell the day replaced by their form for a wrong clock.

    The form of ``print.as_of`` is the word ``print.as_of.clock``.
    """
    return {key: words.get(f"{key}.clock", text) for key, text in words.items()}
