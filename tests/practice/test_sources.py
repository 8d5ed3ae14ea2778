"""Which source is named first."""

from __future__ import annotations

from datetime import date

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.practice.sources import is_official, official_first


def test_an_official_source_comes_before_every_other_one() -> None:
    catalogue = compile_catalogue(check_content(default_root(), date(2026, 11, 20)))
    moved = 0
    for fact in catalogue.facts.values():
        named = official_first(catalogue, fact)
        official = [is_official(source) for source in named]
        assert official == sorted(official, reverse=True)
        for kind in (True, False):
            written = [s for s in fact.sources if is_official(catalogue.sources[s]) is kind]
            assert [s.id for s in named if is_official(s) is kind] == written
        moved += [s.id for s in named] != list(fact.sources)
    assert moved
