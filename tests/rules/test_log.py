"""Saves: what they hold, and what is told of those of the first edition."""

from __future__ import annotations

import json

import pytest

from games.rules import (
    FirstEditionLog,
    Setup,
    Tables,
    log_from_json,
    log_to_json,
    setup_from_json,
    setup_to_json,
    start_log,
    state_from_json,
)

OLD_SETUP = {"teams": 4, "minutes": 40, "names": [], "occupations": []}


def test_a_log_names_the_edition_of_its_rules(tables: Tables) -> None:
    log = start_log(tables, Setup(2, 45), 3)
    data = json.loads(log_to_json(log))
    assert data["rules"] == 2
    assert log_from_json(json.dumps(data)) == log


def test_a_save_of_the_first_edition_is_told_as_such() -> None:
    old = {"setup": OLD_SETUP, "seed": 1, "edition": "x", "modules": [], "moves": []}
    with pytest.raises(FirstEditionLog) as refused:
        log_from_json(json.dumps(old))
    assert refused.value.data["teams"] == 4
    with pytest.raises(FirstEditionLog):
        setup_from_json(json.dumps({**OLD_SETUP, "modules": []}))


def test_a_setup_goes_through_json() -> None:
    setup = Setup(3, 60, 30, luck="storm", together=True, chapters=4)
    assert setup_from_json(setup_to_json(setup, ("nsf",))) == (setup, ("nsf",))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"rules": 2}', '{"rules":2,"setup":{}}'])
def test_what_is_no_save_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|Expecting"):
        log_from_json(text)
    with pytest.raises(ValueError, match=r"not a|Expecting"):
        setup_from_json(text)
    with pytest.raises(ValueError, match=r"not a|Expecting"):
        state_from_json(text)
