"""The content we ship: whole, clean, and deep enough to teach from."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache

import pytest
import yaml

from engine.catalogue.compilation import Checked, check_content
from engine.loading.content import Content, content_files, default_root
from engine.schema.module import Module
from engine.translation.translate import in_language

DAY = date(2026, 11, 20)
MODULES = ("section40", "gold_card", "nsf", "sogiesc", "hormones")
KINDS = {"choice", "several", "true_false", "order", "match", "number"}


@lru_cache(maxsize=1)
def checked() -> Checked:
    return check_content(default_root(), DAY)


@lru_cache(maxsize=1)
def english() -> Content:
    return in_language(checked().written, "en")[0]


def module(name: str) -> Module:
    return next(m for m in checked().filled.modules if m.id == name)


def test_no_errors_and_no_warnings() -> None:
    assert [str(p) for p in checked().problems] == []


def test_other_readers_of_yaml_find_the_same() -> None:
    # The reader in C is more lenient than that in Python, and than those of editors.
    for path in content_files(default_root()):
        if path.suffix == ".yaml":
            text = path.read_text(encoding="utf-8")
            ours = list(yaml.parse(text, Loader=yaml.CSafeLoader))
            theirs = list(yaml.parse(text, Loader=yaml.SafeLoader))
            assert [type(e) for e in ours] == [type(e) for e in theirs], path
            values = [
                [e.value for e in es if isinstance(e, yaml.ScalarEvent)] for es in (ours, theirs)
            ]
            assert values[0] == values[1], path


def test_all_five_are_there_in_reading_order() -> None:
    assert tuple(m.id for m in checked().filled.modules) == MODULES


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_deep_enough(name: str) -> None:
    it = module(name)
    assert 5 <= len(it.objectives) <= 8
    assert it.lesson.minutes == 10
    assert len(it.questions) >= 36
    assert {q.kind for q in it.questions} == KINDS
    assert {q.level for q in it.questions} == {1, 2, 3}
    assert {q.objective for q in it.questions} == {o.id for o in it.objectives}
    assert sum(not myth.true for myth in it.myths) >= 8
    assert len(it.situations) >= 12
    assert len({job for s in it.situations for job in s.jobs}) >= 8
    assert sum(q.recall for q in it.questions) * 4 <= len(it.questions)
    assert all(s.talk.shown and s.remember.shown for s in it.situations)


@pytest.mark.parametrize("name", MODULES)
def test_forms_have_eight_parallel_questions(name: str) -> None:
    it = module(name)
    by_id = {q.id: q for q in it.questions}
    profiles = [
        Counter((by_id[n].objective, by_id[n].level) for n in form)
        for form in (it.forms.opening, it.forms.closing)
    ]
    assert profiles[0] == profiles[1]
    assert sum(profiles[0].values()) == 8
    assert not set(it.forms.opening) & set(it.forms.closing)


@pytest.mark.parametrize("name", MODULES)
def test_titles_and_summaries_are_in_english_too(name: str) -> None:
    it = next(m for m in english().modules if m.id == name)
    texts = (it.title, it.summary, *(o.can for o in it.objectives))
    assert [text.shown for text in texts if text.untranslated] == []


def test_every_amount_of_a_benefit_is_a_fact_with_a_source() -> None:
    from engine.schema.references import fact_references

    facts = checked().facts
    for it in checked().written.modules:
        for benefit in it.benefits:
            for _, name in fact_references(benefit):
                assert facts[name].now is not None, (benefit.id, name)


def test_health_content_gives_no_doses() -> None:
    import re

    dose = re.compile(r"\d\s*(?:มก\.|มิลลิกรัม|mg|ซีซี|เม็ดต่อ|เข็มต่อ)", re.IGNORECASE)
    for name in ("hormones", "sogiesc"):
        text = module(name).model_dump_json()
        assert not dose.search(text)


def test_sensitive_stories_name_a_helpline() -> None:
    care = [s for m in checked().filled.modules for s in m.situations if s.care]
    assert len(care) >= 3


def test_the_mixed_form_asks_about_every_module() -> None:
    (form,) = [f for f in checked().filled.mixed_forms if f.id == "mixed"]
    owners = {q.id: m.id for m in checked().filled.modules for q in m.questions}
    assert {owners[name] for name in form.questions} == set(MODULES)
