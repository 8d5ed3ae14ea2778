"""Robustness: whatever stands in a content file, the check answers with problems, not a crash."""

from __future__ import annotations

import json
import re
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.diagnostics.problems import Problems
from engine.loading.yaml_loader import parse_document
from engine.resolving.markdown import RichText
from engine.resolving.rich_html import html_of_blocks
from engine.schema.text import Text
from tests.engine.small import MODULE, write_module

DAY = date(2026, 11, 20)

_document = parse_document(MODULE.encode(), "tiny.yaml", Problems())
assert _document is not None
TREE: Any = _document.data

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=12),
    st.sampled_from(
        [
            "{tiny.daily}",
            "{tiny.daily|times 3}",
            "{x.y}",
            "{",
            "}",
            "<script>",
            "**",
            "ำา",
            "\u200b",
        ]
    ),
)
NODES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place of a tree but its root."""
    found = []
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        found.append((*path, key))
        if isinstance(value, dict | list):
            found += places(value, (*path, key))
    return found


PLACES = places(TREE)


def replaced(node: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The tree with one node replaced."""
    if not path:
        return value
    head, *rest = path
    if isinstance(node, dict):
        return {k: replaced(v, tuple(rest), value) if k == head else v for k, v in node.items()}
    return [replaced(v, tuple(rest), value) if i == head else v for i, v in enumerate(node)]


@settings(max_examples=60)
@given(place=st.sampled_from(PLACES), value=NODES)
def test_any_node_may_be_anything(tmp_path: Path, place: tuple[str | int, ...], value: Any) -> None:
    content = write_module(tmp_path)
    tree = replaced(TREE, place, value)
    # JSON is YAML, and dates become words: one more thing to refuse politely.
    text = json.dumps(tree, ensure_ascii=False, default=str)
    (content / "modules" / "tiny.yaml").write_text(text, encoding="utf-8")
    checked = check_content(content, DAY)
    for problem in checked.problems:
        assert problem.code
        assert problem.line >= 1
        assert problem.col >= 1
    if not checked.problems.errors and checked.filled.modules:
        assert "<script" not in compile_catalogue(checked).to_json()


MARKDOWN = st.text(alphabet="*_`-+#>1.[]()!<>&\\\n กำ่สิทธิ", max_size=80)


@given(MARKDOWN)
def test_any_markdown_becomes_plain_text_and_blocks_inside_it(text: str) -> None:
    plain, blocks = RichText().render(text)
    assert "<" not in plain or "<" in text
    end = 0
    for block in blocks:
        assert end <= block.start <= block.end <= len(plain)
        assert all(block.start <= span.start < span.end <= block.end for span in block.spans)
        end = block.end
    html = html_of_blocks(Text(shown=plain or " ", blocks=blocks), lambda a, b: escape(plain[a:b]))
    assert set(re.findall(r"</?([a-z]+)", html)) <= {"p", "ul", "ol", "li", "br", "strong", "em"}


def _large(name: str) -> bytes:
    """Inputs near 1 MB that slow readers choke on."""
    return {
        "one long word": b"a: " + "ก".encode() * 330_000,
        "many keys": b"".join(b"k%d: 1\n" % i for i in range(80_000)),
        "deep brackets": b"[" * 900_000,
        "deep blocks": b"".join(b" " * i + b"- \n" for i in range(1200)),
        "unclosed quotes": b'"' * 900_001,
        "many braces": b"title: '" + b"{tiny.daily}" * 70_000 + b"'",
        "tone marks": b"title: '" + "่".encode() * 300_000 + b"'",
        "colons": b": " * 450_000,
    }[name]


@pytest.mark.parametrize(
    "name",
    [
        "one long word",
        "many keys",
        "deep brackets",
        "deep blocks",
        "unclosed quotes",
        "many braces",
        "tone marks",
        "colons",
    ],
)
def test_large_inputs_are_refused_with_a_place(tmp_path: Path, name: str) -> None:
    content = write_module(tmp_path)
    (content / "modules" / "large.yaml").write_bytes(_large(name))
    problems = list(check_content(content, DAY).problems)
    assert problems
    assert all(p.line >= 1 for p in problems)
