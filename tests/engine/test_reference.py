"""The reference in docs/content.md is the one that the types give; its examples are valid."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from engine.building.reference import reference
from engine.diagnostics.problems import Problems
from engine.loading.content import default_root
from engine.loading.content_loader import read_content

PAGE = Path(__file__).parent.parent.parent / "docs" / "content.md"
EXAMPLE = re.compile(r"\n```yaml\n(.*?)\n```", re.DOTALL)


def test_the_reference_is_the_one_of_the_types() -> None:
    written = PAGE.read_text(encoding="utf-8").partition("<!-- Written by `make docs`. -->\n\n")[2]
    made = reference(read_content(default_root(), Problems()))
    assert EXAMPLE.sub("", written) == EXAMPLE.sub("", made), "type: make docs"


def test_every_kind_of_record_has_an_example_that_is_yaml() -> None:
    page = PAGE.read_text(encoding="utf-8")
    examples = EXAMPLE.findall(page)
    assert len(examples) > 40
    for example in examples:
        yaml.safe_load(example.replace("‑", "-"))
    for kind in ("choice", "several", "true_false", "order", "match", "number", "per_unit"):
        assert re.search(rf"(kind|shape): {kind}\b", page)
