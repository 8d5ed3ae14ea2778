"""Reading: every bad file gets its own clear error at its place, and nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.diagnostics.problems import Problems
from engine.loading.files import MOST_BYTES
from engine.loading.yaml_loader import parse_document, read_document


def _problems(raw: bytes) -> list[tuple[str, int, int]]:
    problems = Problems()
    assert parse_document(raw, "f.yaml", problems) is None
    return [(p.code, p.line, p.col) for p in problems]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a:\n\t- b", ("YAML02", 2, 1)),
        (b"a: 1\nb:\n  c: 1\n d: 2", ("YAML01", 4, 2)),
        (b"a: b: c", ("YAML01", 1, 5)),
        (b'a: "x\n', ("YAML01", 1, 4)),
        (b"a: 1\nb: 2\na: 3", ("YAML03", 3, 1)),
        (b"a: &x 1", ("YAML04", 1, 4)),
        (b"a: [1]\nb: *x", ("YAML04", 2, 4)),
        (b"a: !!python/object/apply:os.system [x]", ("YAML05", 1, 4)),
        (b"[" * 60, ("YAML07", 1, 32)),
        (b"\xff\xfe\x00", ("YAML09", 1, 1)),
        (b"a: 1\nb: \x07", ("YAML09", 2, 4)),
        (b"", ("YAML10", 1, 1)),
        (b" \n\n", ("YAML10", 1, 1)),
        (b"--- 1\n--- 2\n", ("YAML11", 2, 1)),
        (b"[a]: 1", ("YAML01", 1, 1)),
    ],
)
def test_bad_yaml_is_told_at_its_place(raw: bytes, expected: tuple[str, int, int]) -> None:
    assert _problems(raw) == [expected]


SLIPS = [
    # (what was typed, where the slip is told, what the message or its hint says)
    ("a: 1\nb： 2\nc: 3", (2, 2), "full-width colon"),
    ("- a： 1\n  b: 2", (1, 4), "full-width colon"),
    ("a: 1\nb:2\nc: 3", (2, 2), "no space stands behind the colon"),
    ("- {a: 1}\n-{b: 2}", (2, 1), "no space stands behind the dash"),
    ("a: “ข: ค”", (1, 4), "“ is a quote for reading"),
    ("a: {b: “ข {x.y} ค”}", (1, 8), "“ is a quote for reading"),
    ('a: "ข" ค', (1, 8), "ends with its closing"),
    ("a: {b: 'worker's right'}", (1, 16), 'is quoted with "'),
    ('a: "ข\nb: 1\nc: "ค"', (1, 4), "closed only by one on line 3"),
    ("a: 'ข\nb: 1", (1, 4), "never closed"),
    ('a: "C:\\ข"', (1, 7), "write \\\\"),
    ("a: ข\n  b: ค", (2, 3), "indented deeper than the key above"),
    ("a: ข: ค", (1, 5), "colon with a space"),
    ("a: {x.y} ข", (1, 4), "begins with {"),
    ("a: {b: {x.y} ข}", (1, 8), "begins with {"),
    ("a: %ข", (1, 4), "begins with %"),
    ("a: **ข** ค", (1, 4), "begins with *"),
    ("a: >50 บาท", (1, 4), "begins with >"),
    ("a: !ข", (1, 4), "begins with !"),
    ("a: , ข", (1, 4), "begins with ,"),
    ("a: [ข, {ค: ง]", (1, 13), "the { on line 1, column 8 needs a comma or }"),
    ("a:\n  - b: 1\n    c: 2\n   d: 3", (4, 4), "a column where no key above it begins"),
    ("a: 1\nข\n", (2, 1), "no key with a colon"),
    ("a: - b", (1, 4), "a list begins on the line after its key"),
    ("a: {b: c:}", (1, 9), "holds a colon"),
    ("a: [b, , c]", (1, 8), "a value is missing"),
    ("{a: 1}}", (1, 7), "close once too often"),
]


@pytest.mark.parametrize(("text", "place", "said"), SLIPS, ids=[s[0] for s in SLIPS])
def test_a_slip_of_the_finger_is_called_by_its_name(
    text: str, place: tuple[int, int], said: str
) -> None:
    problems = Problems()
    assert parse_document(text.encode(), "f.yaml", problems) is None
    (problem,) = problems
    assert ((problem.line, problem.col), problem.code) == (place, "YAML01")
    assert said in f"{problem.message}\n{problem.hint}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: เบอร์ #1 ดี", (1, 10)),
        ("a: {b: ข #ค\n}", (1, 10)),
        ("a:\n- ข\n - ค", (3, 2)),
    ],
)
def test_a_text_that_is_read_otherwise_than_it_looks_is_warned_about(
    text: str, place: tuple[int, int]
) -> None:
    problems = Problems()
    assert parse_document(text.encode(), "f", problems) is not None
    (found,) = problems
    assert (found.code, found.severity, (found.line, found.col)) == ("YAML13", "warning", place)


@pytest.mark.parametrize(
    "text",
    [
        "a: ข # remark",
        "a: 'ข #1'",
        "a: ข#1",
        "a: 'ข\n  - ค'",
        "a: >-\n  ข\n  - ค #1",
        "#x\na: 1\n#y",
    ],
)
def test_remarks_quotes_and_blocks_are_not(text: str) -> None:
    problems = Problems()
    assert parse_document(text.encode(), "f", problems) is not None
    assert list(problems) == []


def test_a_space_that_is_none_is_told_where_it_stands() -> None:
    assert _problems("a:\n  b: 1\n \u00a0c: 2".encode()) == [("YAML02", 3, 2)]


def test_all_duplicate_keys_of_a_file_are_told() -> None:
    assert _problems(b"a: 1\na: 2\nb: 1\nb: 2\n") == [("YAML03", 2, 1), ("YAML03", 4, 1)]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    problems = Problems()
    assert path.stat().st_size > MOST_BYTES
    assert read_document(path, "huge.yaml", problems) is None
    assert [p.code for p in problems] == ["YAML06"]


def test_a_directory_and_a_missing_file_are_told(tmp_path: Path) -> None:
    problems = Problems()
    assert read_document(tmp_path, "d", problems) is None
    assert read_document(tmp_path / "none.yaml", "none.yaml", problems) is None
    assert [p.code for p in problems] == ["FILE01", "FILE01"]


def test_only_plain_words_numbers_and_days_are_more_than_text() -> None:
    raw = b"[on, no, 13:30, 017, 1_000, 0x1f, 12, 1.5, true, ~, 2026-11-20, 2026-13-45, '12']"
    document = parse_document(raw, "f", Problems())
    assert document is not None
    shown = [v if isinstance(v, str | int | float | None) else v.isoformat() for v in document.data]
    assert shown == [
        "on", "no", "13:30", "017", "1_000", "0x1f", 12, 1.5, True, None,
        "2026-11-20", "2026-13-45", "12",
    ]  # fmt: skip


def test_values_and_pieces_of_values_have_their_places() -> None:
    text = "a:\n  - {th: ก ข {x.y} ค}\n  - >-\n    บรรทัดแรก\n    {z.w} บรรทัดสอง\n"
    text = text.replace("{th: ก ข {x.y} ค}", '{th: "ก ข {x.y} ค"}')
    document = parse_document(text.encode(), "f", Problems())
    assert document is not None
    assert document.at(("a", 0, "th")) == (2, 10)
    assert document.within(("a", 0, "th"), "{x.y}") == (2, 15)
    assert document.within(("a", 1), "{z.w}") == (5, 5)
    assert document.at(("a", 7, "nowhere")) == (2, 3)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    problems = Problems()
    document = parse_document(raw, "f", problems)
    assert (document is None) == bool(problems.errors)


_YAML_LIKE = st.text(alphabet="ab:-[]{}&*!'\"\n\t #|>?%@,กำ่้", max_size=120)


@given(_YAML_LIKE)
def test_any_yaml_like_text_is_read_or_refused_with_a_place_inside(text: str) -> None:
    problems = Problems()
    document = parse_document(text.encode(), "f", problems)
    assert (document is None) == bool(problems.errors)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.col >= 1
