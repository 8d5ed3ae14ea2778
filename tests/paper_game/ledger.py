"""A household's ledger in pencil."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.paper_game.sheets import Mat

GOLD, NAMED, FUND = "บัตรทอง", "ระบุสิทธิ", "กองทุนสวัสดิการ"
PAID = "ม.40"
"""The scheme whose months are counted."""
SAVED = "กอช."


@dataclass
class Ledger:
    """A household's mat with what is written on it.

    Attributes:
        paid: months of contribution without a gap, before this chapter.
        joined: it joined in the middle of this chapter.
        due: baht from a counter that come in the next chapter.
        aside: baht for old age, by protection.
    """

    mat: Mat
    place: int
    money: int = 0
    debt: int = 0
    hearts: int = 3
    stars: int = 0
    dream: str = ""
    steps: int = 0
    tool: bool = False
    held: frozenset[str] = frozenset()
    paid: int = 0
    joined: bool = False
    hints: int = 0
    due: int = 0
    waiting: int = 0
    aside: dict[str, int] = field(default_factory=dict)

    def holds(self, scheme: str) -> bool:
        """Return whether it holds an option of the scheme."""
        return any(name.startswith(scheme) for name in self.held)
