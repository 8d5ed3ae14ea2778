"""Schemas: an editor completes the ids that may stand at a key, and no others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.building.json_schema import schemas
from engine.diagnostics.problems import Problems
from engine.loading.content_loader import read_content
from tests.engine.small import write_module


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The schema of a module, for the small content."""
    content = read_content(write_module(tmp_path_factory.mktemp("schema")), Problems())
    found: dict[str, Any] = json.loads(schemas(content)["module"])
    return found


def offered(schema: dict[str, Any], record: str, key: str) -> list[str]:
    """Every value that an editor offers at that key."""
    found: list[str] = []
    waiting: list[Any] = [schema["$defs"][record]["properties"][key]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            found += node.get("examples", [])
            name = node.get("$ref", "").removeprefix("#/$defs/")
            if name.endswith("-id"):
                waiting.append(schema["$defs"][name])
            waiting.extend(value for key, value in node.items() if key != "examples")
        elif isinstance(node, list):
            waiting.extend(node)
    return sorted(set(found))


@pytest.mark.parametrize(
    ("record", "key", "names"),
    [
        ("FactValue", "source", ["leaflet"]),
        ("PerUnit", "amount", ["tiny.daily", "tiny.most"]),
        ("AgeLimits", "from", ["tiny.daily", "tiny.most"]),
        ("Contributed", "months", ["tiny.daily", "tiny.most"]),
        ("Choice", "objective", ["tiny.know"]),
        ("Situation", "claim", ["tiny.q.days"]),
        ("Benefit", "scheme", ["tiny-scheme"]),
        ("BenefitsBlock", "rows", ["tiny.benefit"]),
    ],
)
def test_a_key_that_names_something_offers_its_ids(
    module: dict[str, Any], record: str, key: str, names: list[str]
) -> None:
    assert offered(module, record, key) == names


@pytest.mark.parametrize(
    ("record", "key"),
    [("Benefit", "claim"), ("TableBlock", "rows"), ("Harm", "months"), ("Fact", "id")],
)
def test_a_key_of_the_same_name_that_names_nothing_offers_none(
    module: dict[str, Any], record: str, key: str
) -> None:
    assert offered(module, record, key) == []
