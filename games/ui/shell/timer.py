"""The discussion timer: the facilitator starts, pauses and extends it."""

from __future__ import annotations

from dataclasses import dataclass

FIRST = 60_000
MORE = 30_000


@dataclass
class Timer:
    """Counts down in milliseconds. It never answers for anyone: at zero it only says so."""

    left: int = FIRST
    running: bool = False
    begun: bool = False

    def tap(self) -> None:
        """Start it, pauses it, or lets it go on."""
        if self.left <= 0:
            self.left = MORE
            self.running = True
            return
        self.begun = True
        self.running = not self.running

    def extend(self) -> None:
        """Half a minute more."""
        self.left += MORE
        self.begun = True

    def tick(self, elapsed: int) -> bool:
        """Let time pass; True when the seconds shown have changed."""
        if not self.running:
            return False
        before = self.seconds
        self.left = max(0, self.left - elapsed)
        if self.left == 0:
            self.running = False
            return True
        return self.seconds != before

    @property
    def seconds(self) -> int:
        """Whole seconds left, rounded up."""
        return -(-self.left // 1000)

    @property
    def shown(self) -> str:
        """``1:05``."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"
