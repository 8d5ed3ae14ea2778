"""Pictures of the distributions, and the figures they are drawn from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, features

from games.simulation import run
from games.simulation.plots import SIZE, draw
from games.simulation.spread import MOST_BINS, distribution
from tests.rules.fixture import fixture_catalogue

NAMES = ["scores", "hearts", "lengths", "payments"]


def test_every_distribution_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    report = run(fixture_catalogue(), games=12, seed=3)
    one = draw(report, tmp_path / "one")
    two = draw(report, tmp_path / "new" / "two")
    assert [path.stem for path in one] == [d.name for d in report.distributions] == NAMES
    for first, second in zip(one, two, strict=True):
        assert first.read_bytes() == second.read_bytes()
        with Image.open(first) as picture:
            assert picture.size == SIZE
            assert len(picture.getcolors(1 << 20) or ()) > 10


def test_thai_can_be_shaped_here() -> None:
    assert features.check("raqm")


def test_a_report_counts_every_team_and_game_once() -> None:
    report = run(fixture_catalogue(), games=12, seed=3)
    counted = {d.name: sum(d.counts) for d in report.distributions}
    assert counted == {"scores": 48, "hearts": 48, "lengths": 12, "payments": 48}


@given(st.lists(st.integers(-5000, 200_000), min_size=1, max_size=60))
def test_bins_hold_every_value_and_the_quantiles_are_values(values: list[int]) -> None:
    found = distribution(fixture_catalogue(), "scores", Counter(values), "teams")
    assert sum(found.counts) == len(values)
    assert len(found.counts) <= MOST_BINS + 1
    assert found.start <= min(values)
    assert found.start + found.step * len(found.counts) > max(values)
    assert {found.low, found.median, found.high} <= set(values)
    assert found.low <= found.median <= found.high
    assert 2 * sum(value <= found.median for value in values) >= len(values)
