"""Translations in PO files: out to translators, back in, and what readers see."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.catalogue import Catalogue
from engine.catalogue.catalogue import catalogue_from_json
from engine.catalogue.compilation import (
    check_content,
    check_languages,
    compile_catalogue,
    resolved_facts,
)
from engine.diagnostics.problems import ContentError, Problem, Problems
from engine.loading.content import Content
from engine.loading.content_loader import read_content
from engine.translation.export import exported
from engine.translation.importing import import_files
from engine.translation.keys import parts_of, texts_of, without_positions
from engine.translation.po_files import Entry, parse_po, po_path, stored, write_po
from engine.translation.status import status_of
from engine.translation.translate import STALE_MARK
from engine.translation.translations import read_translations
from tests.engine.small import write_content
from tests.test_cli import run

DAY = date(2026, 11, 20)
SUMMARY = "สิทธิสำหรับทดสอบ"
LANGUAGES = "- {id: th, name: ไทย, script: Thai}\n- {id: en, name: English}\n"


def content_with(root: Path, *replacements: tuple[str, str], languages: str = LANGUAGES) -> Path:
    content = write_content(root, *replacements)
    (content / "languages.yaml").write_text(languages, encoding="utf-8")
    return content


def put(content: Path, part: str, *entries: Entry, language: str = "en") -> Path:
    path = po_path(content, language, part)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_po(language, part, map(stored, entries)), encoding="utf-8")
    return path


def read(content: Path) -> Content:
    return read_content(content, Problems())


def problems_of(content: Path) -> list[Problem]:
    checked = check_content(content, DAY)
    check_languages(checked)
    return list(checked.problems)


def catalogue(content: Path, language: str = "en") -> Catalogue:
    return compile_catalogue(check_content(content, DAY, language=language))


def export_of(content: Path, language: str) -> dict[str, str]:
    written = read(content)
    translations = read_translations(written, language, Problems())
    facts = resolved_facts(written, DAY)
    return dict(exported(written, translations, facts, facts))


def test_a_catalogue_is_in_one_language_and_falls_back_to_thai(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    put(content, "modules/tiny", Entry("summary", SUMMARY, "A right to test"))
    (module,) = catalogue(content).modules
    assert (module.title.shown, module.title.untranslated) == ("Tiny right", None)
    assert module.summary.shown == "A right to test"
    assert (module.short.shown, module.short.untranslated) == ("เล็ก", "missing")
    assert catalogue(content, "th").modules[0].summary.shown == SUMMARY


def test_thai_that_stands_in_for_a_translation_shows_thai_values(tmp_path: Path) -> None:
    content = content_with(tmp_path, (SUMMARY, "ได้ {tiny.daily}"))
    assert catalogue(content).modules[0].summary.shown == "ได้ 300 บาทต่อวัน"
    put(content, "modules/tiny", Entry("summary", "ได้ {tiny.daily}", "You get {tiny.daily}"))
    assert catalogue(content).modules[0].summary.shown == "You get 300 baht a day"


@pytest.mark.parametrize(("policy", "shown"), [("thai", SUMMARY), ("mark", f"{STALE_MARK} Old")])
def test_a_stale_translation_is_shown_as_the_language_asks(
    tmp_path: Path, policy: str, shown: str
) -> None:
    languages = LANGUAGES.replace("English", f"English, stale: {policy}")
    content = content_with(tmp_path, languages=languages)
    put(content, "modules/tiny", Entry("summary", "สิทธิเดิม", "Old"))
    assert catalogue(content).modules[0].summary.shown == shown
    (stale,) = [p for p in problems_of(content) if p.code == "LANG07"]
    assert stale.severity == "warning"
    assert stale.message.startswith("1 of ")


def test_a_stale_translation_whose_places_changed_is_never_shown(tmp_path: Path) -> None:
    languages = LANGUAGES.replace("English", "English, stale: mark")
    content = content_with(tmp_path, languages=languages)
    put(content, "modules/tiny", Entry("summary", "ได้ {tiny.gone}", "You get {tiny.gone}"))
    assert catalogue(content).modules[0].summary.shown == SUMMARY


def test_a_list_that_has_grown_keeps_its_translations(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    texts = [t for part in parts_of(read(content)) for t in texts_of(part)]
    (text, *_) = [t for t in texts if without_positions(t.key) != t.key]
    moved = text.key.replace("/0/", "/7/") if "/0/" in text.key else f"{text.key[:-1]}7"
    put(content, text.part.name, Entry(moved, text.text.shown, "Moved"))
    translations = read_translations(read(content), "en", Problems())
    assert (translations.of(text).state, translations.of(text).text) == ("done", "Moved")


def test_export_and_import_give_the_same_translations(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    entries = [
        Entry("summary", SUMMARY, 'A "right"\\ to\n\ntest\t☘', comment="of a translator"),
        Entry("audience", "คนเดิม", "Old people"),
        Entry("short", "เล็ก", "Small?", fuzzy=True),
    ]
    path = put(content, "modules/tiny", *entries)
    before = path.read_text(encoding="utf-8")
    texts = export_of(content, "en")
    out = tmp_path / "out"
    for part, text in texts.items():
        (out / f"{part}.po").parent.mkdir(parents=True, exist_ok=True)
        (out / f"{part}.po").write_text(text, encoding="utf-8")
    imported = import_files(read(content), sorted(out.rglob("*.po")), Problems())
    assert {one.language for one in imported} == {"en"}
    again = polib.pofile(path.read_text(encoding="utf-8"))
    assert {e.msgctxt: (e.msgid, e.msgstr) for e in again} == {
        e.key: (e.source, e.text) for e in entries
    }
    assert len(before) == len(path.read_text(encoding="utf-8"))


def test_a_stale_text_goes_out_fuzzy_with_the_thai_before_and_comes_back_done(
    tmp_path: Path,
) -> None:
    content = content_with(tmp_path)
    path = put(content, "modules/tiny", Entry("summary", "สิทธิเดิม", "Old"))
    sent = polib.pofile(export_of(content, "en")["modules/tiny"])
    (entry,) = [e for e in sent if e.msgctxt == "summary"]
    assert (entry.msgid, entry.previous_msgid, entry.fuzzy) == (SUMMARY, "สิทธิเดิม", True)
    assert entry.occurrences[0][0].endswith("tiny.yaml")
    sent_back = tmp_path / "tiny.po"
    sent.save(str(sent_back))
    import_files(read(content), [sent_back], Problems())
    assert status(content) == (0, 1)
    entry.msgstr, entry.flags, entry.previous_msgid = "New", [], None
    sent.save(str(sent_back))
    import_files(read(content), [sent_back], Problems())
    assert status(content) == (1, 0)
    assert parse_po(path.read_text(encoding="utf-8"), "x", Problems()).entries["summary"].text == (
        "New"
    )


def status(content: Path) -> tuple[int, int]:
    """How many texts of the module are done and stale, without those beside the Thai."""
    written = read(content)
    found = status_of(written, read_translations(written, "en", Problems()))
    (tiny,) = [part for part in found.parts if part.part == "modules/tiny"]
    (part,) = [part for part in parts_of(written) if part.name == "modules/tiny"]
    beside = sum(1 for text in texts_of(part) if text.text.beside)
    return tiny.done - beside, tiny.stale


def test_a_language_that_nobody_has_begun_goes_out_and_comes_in(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    sent = polib.pofile(export_of(content, "my")["modules/tiny"])
    next(e for e in sent if e.msgctxt == "summary").msgstr = "အခွင့်အရေး"
    file = tmp_path / "back.po"
    sent.save(str(file))
    (one,) = import_files(read(content), [file], Problems())
    assert (one.language, one.done, one.stale) == ("my", 1, 0)
    assert [p.code for p in problems_of(content) if "my" in p.message] == ["LANG11"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry("sumary", SUMMARY, "A right"), "LANG05"),
        (Entry("summary", SUMMARY, "You get {tiny.daily}"), "LANG06"),
        (Entry("summary", "ได้ {tiny.daily}", "You get it"), "LANG06"),
        (Entry("summary", SUMMARY, "A ri\u200bght"), "LANG09"),
        (Entry("summary", SUMMARY, "A \u202eright"), "LANG09"),
        (Entry("summary", SUMMARY, "A <b>right</b>"), "TEXT01"),
        (Entry("summary", SUMMARY, "A {right"), "TEXT06"),
    ],
)
def test_an_error_in_one_file_keeps_all_of_them_out(
    tmp_path: Path, entry: Entry, code: str
) -> None:
    content = content_with(tmp_path)
    bad, good = tmp_path / "bad.po", tmp_path / "good.po"
    bad.write_text(write_po("en", "modules/tiny", [stored(entry)]), encoding="utf-8")
    others = [p for p in parts_of(read(content)) if p.name != "modules/tiny"]
    text = next(t for part in others for t in texts_of(part) if not t.text.beside)
    there = Entry(text.key, text.text.shown, "Good")
    good.write_text(write_po("en", text.part.name, [stored(there)]), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        import_files(read(content), [good, bad], Problems())
    (problem,) = error.value.problems
    assert (problem.code, problem.file, problem.line) == (code, str(bad), bad_line(bad))
    assert not (content / "translations").exists()


def bad_line(path: Path) -> int:
    """The line of the only entry, or of its translation."""
    lines = path.read_text(encoding="utf-8").split("\n")
    unknown = next(n for n, line in enumerate(lines, 1) if line.startswith("msgctxt"))
    return unknown if "sumary" in lines[unknown - 1] else unknown + 2


GOOD = 'msgid ""\nmsgstr "Language: en\\nX-Rusit-File: modules/tiny\\n"\n\n'


@pytest.mark.parametrize(
    ("text", "line", "col", "code"),
    [
        ('msgctxt "summary"\nmsgid "ก"\nmsgstr "open\n', 6, 1, "LANG03"),
        ('msgctxt "summary"\nmsgid "ก"\nmsgstr "a "quote" here"\n', 6, 1, "LANG03"),
        ('msgctxt "summary"\nmsgid "ก"\n', 4, 1, "LANG03"),
        ("<<<<<<< HEAD\n", 4, 1, "LANG03"),
        ('  "alone"\n', 4, 1, "LANG03"),
        ('msgctxt "a"\nmsgid "ก"\nmsgstr "a\u2028b"\n', 6, 10, "LANG03"),
        ('msgid "ก"\nmsgstr "no context"\n', 4, 1, "LANG03"),
        ('msgctxt "a"\nmsgid "ก"\nmsgid_plural "ก"\nmsgstr[0] "a"\n', 4, 1, "LANG03"),
        ('msgctxt "a"\nmsgid "ก"\nmsgstr ""\n' * 2, 7, 1, "LANG04"),
    ],
)
def test_a_damaged_file_is_told_at_its_place(text: str, line: int, col: int, code: str) -> None:
    problems = Problems()
    parse_po(f"{GOOD}{text}", "tiny.po", problems)
    (found,) = problems
    assert (found.code, found.line, found.col) == (code, line, col)


def test_a_file_of_nobody_knows_what_is_refused(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    file = tmp_path / "what.po"
    for header in ("", "Language: en\\n", "Language: th\\nX-Rusit-File: modules/tiny\\n"):
        file.write_text(f'msgid ""\nmsgstr "{header}"\n', encoding="utf-8")
        with pytest.raises(ContentError) as error:
            import_files(read(content), [file], Problems())
        assert [p.code for p in error.value.problems] == ["LANG01"]


def test_a_translation_in_both_places_is_an_error_where_the_thai_stands(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    put(content, "modules/tiny", Entry("title", "สิทธิเล็ก", "Tiny"))
    (found,) = [p for p in problems_of(content) if p.severity == "error"]
    assert (found.code, found.line) == ("LANG02", 2)
    assert found.file.endswith("tiny.yaml")


def test_missing_translations_are_counted_by_file(tmp_path: Path) -> None:
    content = content_with(tmp_path)
    found = [p for p in problems_of(content) if p.code == "LANG08"]
    assert len(found) == len({p.file for p in found})
    assert {p.severity for p in found} == {"warning"}


def test_content_that_lists_no_language_is_asked_for_none(tmp_path: Path) -> None:
    assert not [p for p in problems_of(write_content(tmp_path)) if p.code.startswith("LANG")]


@pytest.mark.parametrize(
    ("translation", "code"),
    [
        ("For transgenders", "TEXT04"),
        ("☘ A right", "LANG10"),
        ("A **right**", "LANG12"),
    ],
)
def test_what_a_person_should_look_at_is_a_warning(
    tmp_path: Path, translation: str, code: str
) -> None:
    content = content_with(tmp_path)
    words = content / "words.yaml"
    own = "- {avoid: transgenders, use: transgender people, because: ก, language: en}\n"
    words.write_text(
        (words.read_text(encoding="utf-8") if words.exists() else "") + own, encoding="utf-8"
    )
    path = put(content, "modules/tiny", Entry("summary", SUMMARY, translation))
    (found,) = [p for p in problems_of(content) if p.code == code]
    assert (found.severity, found.file) == ("warning", str(path))


@pytest.mark.slow
def test_an_unknown_language_is_wrong_usage_and_names_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = content_with(tmp_path, languages=LANGUAGES + "- {id: shn, name: Tai}\n")
    for command in ("check", "rules", "facts", "build", "print"):
        code, out, err = run(capsys, command, "--lang", "xx", "--content", str(content))
        assert (code, out) == (2, "")
        assert "th, en, shn" in err


def test_the_commands_go_out_in_and_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUSIT_LANG", "en")
    content, out = content_with(tmp_path), tmp_path / "out"
    where = ("--content", str(content))
    code, listed, _ = run(capsys, "translate", "export", "--lang", "en", "--out", str(out), *where)
    assert code == 0
    assert str(out / "en" / "modules" / "tiny.po") in listed
    sent = out / "en" / "modules" / "tiny.po"
    text = sent.read_text(encoding="utf-8")
    sent.write_text(text.replace('msgstr ""\n\n', 'msgstr "Yes"\n\n', 2), encoding="utf-8")
    code, said, _ = run(capsys, "translate", "import", str(out), *where)
    assert "tiny.po: 2 translations" in said
    assert code == 0
    code, told, _ = run(capsys, "translate", "status", "--json", *where)
    (one,) = json.loads(told)
    assert (code, one["language"], one["name"]) == (0, "en", "English")
    assert any(part["missing_texts"] for part in one["parts"])
    (out / "en" / "modules" / "tiny.po").write_text("damaged", encoding="utf-8")
    code, said, err = run(capsys, "translate", "import", str(out), *where)
    assert (code, said, "LANG03" in err) == (1, "", True)


_WRITABLE = st.text(
    st.characters(
        exclude_categories=("Cs",),
        exclude_characters="\x00\x01\x02\x03\x04\x05\x06\x0e\x0f\x1a\x1b\x1c\x1d\x1e\x1f\x7f\x85\u2028\u2029"
        "\x07\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19",
    ),
    min_size=1,
    max_size=60,
)


@given(st.lists(st.tuples(_WRITABLE, _WRITABLE, _WRITABLE), unique_by=lambda e: e[0], max_size=6))
def test_what_is_written_is_read_again(entries: list[tuple[str, str, str]]) -> None:
    written = [Entry(key, source, text) for key, source, text in entries]
    problems = Problems()
    file = parse_po(write_po("en", "modules/tiny", map(stored, written)), "x", problems)
    assert not list(problems)
    assert file is not None
    assert [(e.key, e.source, e.text) for e in file.entries.values()] == entries
    assert (file.language, file.part) == ("en", "modules/tiny")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_never_a_crash(text: str) -> None:
    problems = Problems()
    file = parse_po(text, "x", problems)
    assert file is not None or list(problems)


def test_a_catalogue_of_the_first_format_is_read_in_thai(tmp_path: Path) -> None:
    data = json.loads(catalogue(content_with(tmp_path), "th").to_json())

    def older(node: object) -> object:
        if isinstance(node, list):
            return [older(item) for item in node]
        if not isinstance(node, dict):
            return node
        done = {key: older(value) for key, value in node.items()}
        if "shown" in done:
            done.update(th=done.pop("shown"), en="English", html="<p>")
        return done

    kept = {**older(data), "format": 1}  # type: ignore[dict-item]
    read_again = catalogue_from_json(json.dumps(kept, ensure_ascii=False), tmp_path)
    assert read_again.modules[0].title.shown == "สิทธิเล็ก"
    assert (read_again.language, read_again.format) == ("th", 1)


def test_facts_are_found_by_their_thai_names_in_every_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = content_with(tmp_path)
    key = "facts/tiny.daily/label"
    put(content, "modules/tiny", Entry(key, "เงินทดแทนต่อวัน", "Pay for a day"))
    for word in ("เงินทดแทน", "Pay for"):
        _, out, _ = run(capsys, "facts", word, "--lang", "en", "--content", str(content))
        assert "Pay for a day: 300 baht a day" in out


def test_a_record_stands_where_it_is_translated_and_a_module_at_its_one_pager(
    tmp_path: Path,
) -> None:
    content = content_with(tmp_path)
    entries = (
        Entry("summary", SUMMARY, "A right to test"),
        Entry("questions/tiny.q.first/ask", "ถาม", "Ask"),
        Entry("one_pager/0/title", "ใครได้", "Who"),
    )
    path = put(content, "modules/tiny", *entries)
    lines = path.read_text(encoding="utf-8").splitlines()
    translations = read_translations(read(content), "en", Problems())
    thai = {"tiny": "modules/tiny.yaml:1", "tiny.q.first": "modules/tiny.yaml:9", "other": "x:1"}
    places = translations.places(thai)
    assert places["other"] == "x:1"
    for name, key in (
        ("tiny", "one_pager/0/title"),
        ("tiny.q.first", "questions/tiny.q.first/ask"),
    ):
        file, _, line = places[name].rpartition(":")
        assert file.endswith("modules/tiny.po")
        assert lines[int(line) - 1] == f'msgctxt "{key}"'
