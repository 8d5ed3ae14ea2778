"""Every code a user can meet is explained, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.diagnostics.explain import explain, rules
from engine.diagnostics.problems import RusitError

ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r'"([A-Z]{2,8}[0-9]{2})"')


def test_codes_in_the_program_and_in_the_list_are_the_same() -> None:
    used = {
        code
        for folder in ("engine", "printables", "games")
        for path in (ROOT / folder).rglob("*.py")
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert used == set(rules())


def test_a_rule_has_a_bad_and_a_good_example() -> None:
    for rule in rules().values():
        assert rule.rule.en.endswith(".")
        assert re.search("[ก-ฮ]", rule.rule.th)
        assert rule.bad != rule.good
        assert rule.good.en


def test_an_unknown_code_names_the_nearest() -> None:
    assert explain("fact01").code == "FACT01"
    with pytest.raises(RusitError) as error:
        explain("FACT0l")
    assert error.value.problem.hint.startswith("did you mean FACT")
