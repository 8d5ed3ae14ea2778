"""The long form: ``python -m tests.torture [--trials N] [--kills N] [--seed N]``.

It tells its seed, so that what it finds can be found again; with the same seed it does the same.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.damage import Outcome, damage_trials, start_trials
from tests.torture.first_edition_trials import first_edition_trials
from tests.torture.kills import kill_trials
from tests.torture.stores import filled


def main() -> int:
    """Run all trials; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--trials", type=int, default=100_000, help="flips and truncations")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("stores", "starts", "kills", "first"):
            (place / name).mkdir()
        kills = _told("kills", lambda: kill_trials(chosen.kills, chosen.seed, place / "kills"))
        # What follows is about bytes, not about the disk: it need not wait for it.
        os.fsync = lambda file: None
        stores = filled(place / "stores")
        found = [
            kills,
            _told("damage", lambda: damage_trials(stores, chosen.trials, chosen.seed)),
            _told(
                "starts",
                lambda: start_trials(stores, chosen.trials // 50, chosen.seed, place / "starts"),
            ),
            _told(
                "first edition",
                lambda: first_edition_trials(chosen.trials // 50, chosen.seed, place / "first"),
            ),
        ]
    return 0 if all(outcome.clean for outcome in found) else 1


def _told(name: str, trials: object) -> Outcome:
    began = time.monotonic()
    outcome: Outcome = trials()  # type: ignore[operator]
    seconds = time.monotonic() - began
    print(
        f"{name}: {outcome.trials} trials in {seconds:.0f} s, {len(outcome.wrong)} wrong, "
        f"{len(outcome.unnoticed)} unnoticed",
        flush=True,
    )
    for line in (*outcome.wrong, *outcome.unnoticed)[:20]:
        print(f"  {line}")
    return outcome


if __name__ == "__main__":
    sys.exit(main())
