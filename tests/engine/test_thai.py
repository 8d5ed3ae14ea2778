"""Thai text: damage found and repaired, words kept whole, dates in the Buddhist era."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus.common import thai_words

from engine.atomic_files import sealed
from engine.thai.dates import grouped, thai_date
from engine.thai.lint import damages, repaired
from engine.thai.word_breaks import WordBreaker, _dictionary


@pytest.mark.parametrize(
    ("broken", "whole", "code"),
    [
        ("ท่ี", "ที่", "THAI01"),
        ("เก่ียวข้อง", "เกี่ยวข้อง", "THAI01"),
        ("เรื ่อง", "เรื่อง", "THAI02"),
        ("พื ้นที ่", "พื้นที่", "THAI02"),
        ("สำาคัญ", "สำคัญ", "THAI03"),
        ("สํานักงาน", "สำนักงาน", "THAI04"),
        ("นํ้า", "น้ำ", "THAI04"),
        ("สิทฺธิ", "สิทธิ", "THAI06"),
        ("มูลนิิธิ", "มูลนิธิ", "THAI07"),
        ("พื้นที่ี่", "พื้นที่", "THAI08"),
        ("ปี ๒๕61", "ปี 2561", "THAI09"),
        ("สิท\u200bธิ", "สิทธิ", "THAI10"),
        ("เเละเเม่", "และแม่", "THAI14"),
        ("พันธ์ุ สิทธ์ิ", "พันธุ์ สิทธิ์", "THAI01"),
        ("เปน็คนเกบ็เงิน", "เป็นคนเก็บเงิน", "THAI15"),
        ("เตม็", "เต็ม", "THAI15"),
        ("นำ้ บา้น", "น้ำ บ้าน", "THAI16"),
    ],
)
def test_damage_is_found_and_repaired(broken: str, whole: str, code: str) -> None:
    assert code in [d.code for d in damages(broken)]
    assert repaired(broken) == whole
    assert list(damages(whole)) == []


@pytest.mark.parametrize(
    ("broken", "code", "severity"),
    [
        ("ผลประโยชน\ufffd", "THAI05", "error"),
        ("จัดท าแผน", "THAI11", "warning"),
        ("่าง", "THAI12", "error"),
        ("กีื", "THAI13", "error"),
        ("ก้็ได้", "THAI13", "error"),
        ("พัฒนาื", "THAI12", "error"),
        ("แม่ไ่ก่", "THAI12", "error"),
        ("เร์ิ่ม", "THAI01", "error"),
        ("ตามเดมิ เหน็ ", "THAI15", "error"),
        ("เป็ นคน", "THAI15", "error"),
        ("ได้รบั เงิน", "THAI15", "error"),
    ],
)
def test_damage_only_a_person_can_mend_is_told_and_left(
    broken: str, code: str, severity: str
) -> None:
    found = [(d.code, d.severity) for d in damages(broken)]
    assert found == [(code, severity)]
    assert repaired(broken) == broken


GOOD_LINES = [
    "ที่นี่มีผู้ประกันตนตามมาตรา ๔๐ อยู่กี่คน",
    "น้ำใจ น้ำตา ค้ำประกัน ซ้ำเติม ย่ำแย่ ก้ำกึ่ง ช้ำ",
    "ญี่ปุ่น ฐานะ ผู้ใหญ่ ญาติผู้ใหญ่ กฎหมาย ปฏิเสธ ฎีกา",
    "ป้า ปู่ ฟ้า ฝ้าย ฬ่อ ปี่ ปั๊ม ฝั่ง ฟื้นฟู",
    "ก็ได้ ทะเลก็สวย น้ำก็ใส เขม็ง เสม็ด เหน็บ เผด็จ เสด็จ เมล็ด เตล็ด เขบ็ต เอร็ด",
    "เกมน็อกเอาต์ เทน็อต ช็อป ล็อกเก็ต เว็บ เซ็นต์ แบล็กลิสต์ เพ็ญ บัว ทั่ว จั๊วะ คั่ว",
    "ใช้สิทธิ์ได้ทั่วประเทศ ไม่ต้องมีใบส่งตัว",
    "สำนักงานประกันสังคมจังหวัดพะเยา กองทุนการออมแห่งชาติ ศูนย์ดำรงธรรม",
    "พ.ร.บ.ความเท่าเทียมระหว่างเพศ พ.ศ. 2558 และสมรสเท่าเทียม",
    "โทร. 1506 (24 ชั่วโมง) หรือ www.sso.go.th ถามให้แน่ใจก่อนตัดสินใจ",
    "LGBTIQN+ SOGIESC ม.40 กอช. บัตรทอง 30 บาทรักษาทุกที่",
]


@pytest.mark.parametrize("line", GOOD_LINES)
def test_good_thai_is_left_alone(line: str) -> None:
    assert list(damages(line)) == []
    assert repaired(line) == line


# Damaged in the dictionary itself.
KNOWN_DAMAGE = frozenset(
    ["น้ำหนัา", "รักษาู", "ฤทฺธิ", "ลัาน", "วรฺณ", "ศรีอยุูธยา", "อาวุูธ", "อิทฺธิ", "เมีัย", "เหมืิอน", "ได้จังหวัะ"]
)


def test_no_word_of_the_dictionary_looks_damaged() -> None:
    words = thai_words()
    assert len(words) > 60_000
    assert {word for word in words if list(damages(word))} <= KNOWN_DAMAGE


_THAI = st.text(alphabet=[chr(c) for c in range(0x0E01, 0x0E5B)] + list(" ab12\u200b"), max_size=40)


@given(_THAI)
def test_repair_settles(text: str) -> None:
    once = repaired(text)
    assert repaired(once) == once


NAMES = [
    "บัตรทอง",
    "บัตรประชาชน",
    "รหัสหลังบัตร",
    "โรงพยาบาล",
    "สำนักงานประกันสังคม",
    "กองทุนการออมแห่งชาติ",
]
BREAKER = WordBreaker(NAMES)


def _pieces(text: str) -> list[str]:
    cuts = [0, *BREAKER.breaks(text), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_never_split(name: str) -> None:
    pieces = _pieces(f"ไปที่{name}ใกล้บ้าน แล้วใช้{name}")
    assert sum(name in piece for piece in pieces) == 2


def test_numbers_keep_their_units_and_abbreviations_stay_whole() -> None:
    first = _pieces("ได้ 300 บาทต่อวัน ตาม ม.40 ตั้งแต่ พ.ศ. 2569 ถาม กอช. หรือโทร. 1506")
    pieces = [*first, *_pieces("พิมพ์เว็บเองหรือโทร 0 2049 9000")]
    for whole in ("300 บาท", "ม.40", "พ.ศ. 2569", "กอช.", "โทร. 1506", "0 2049 9000"):
        assert any(whole in piece for piece in pieces), whole


def test_names_that_overlap_stay_whole() -> None:
    text = "ขอรหัสหลังบัตรประชาชนทำไม"
    start = text.index("รหัส")
    assert not set(BREAKER.breaks(text)) & set(range(start + 1, text.index("ทำไม")))


def test_not_keeps_its_verb_and_an_ordinal_its_number() -> None:
    pieces = _pieces("ยังไม่ได้สมัคร และไม่ต้องพาไป เลือกทางเลือกที่ 1 หรือไม่ ครั้งที่ ๒")
    for whole in ("ไม่ได้", "ไม่ต้อง", "เลือกที่ 1", "ที่ ๒"):
        assert any(whole in piece for piece in pieces), (whole, pieces)
    assert any(piece.strip().endswith("ไม่") for piece in pieces)


def test_long_thai_can_break_often() -> None:
    assert len(_pieces("ผู้ประกันตนนอนพักรักษาตัวแล้วไปยื่นเรื่องขอรับเงินทดแทนการขาดรายได้")) >= 8


@given(st.text(alphabet=[chr(c) for c in range(0x0E01, 0x0E4F)] + list(" ().12aB\n"), max_size=60))
def test_no_line_begins_with_a_mark_or_ends_with_a_leading_vowel(text: str) -> None:
    breaks = BREAKER.breaks(text)
    assert list(breaks) == sorted(set(breaks))
    for at in breaks:
        assert 0 < at < len(text)
        assert not "\u0e30" <= text[at] <= "\u0e3a"
        assert not "\u0e45" <= text[at] <= "\u0e4e"
        assert text[at - 1] not in "เแโใไ("


def test_dates_are_in_the_buddhist_era() -> None:
    assert thai_date(date(2026, 1, 1)) == "1 มกราคม 2569"
    assert thai_date(date(2024, 2, 29)) == "29 กุมภาพันธ์ 2567"


def test_numbers_are_grouped() -> None:
    assert [grouped(n) for n in (300, 25000, 145.62, 2358.8)] == [
        "300",
        "25,000",
        "145.62",
        "2,358.8",
    ]


def test_a_memory_gives_the_same_breaks_and_a_damaged_one_does_no_harm(tmp_path: Path) -> None:
    memory = tmp_path / "words.json"
    text = "ไปที่โรงพยาบาลใกล้บ้าน"
    first = WordBreaker(NAMES, memory)
    found = first.breaks(text)
    first.remember()
    assert WordBreaker(NAMES, memory).breaks(text) == found
    kept = memory.read_bytes()
    other = kept.replace(b"[2,", b"[1,")
    assert other != kept
    for damage in (b"", b"[]", sealed(b"[]"), sealed(b'{"stamp": 1, "runs": 2}'), kept[:-9], other):
        memory.write_bytes(damage)
        assert WordBreaker(NAMES, memory).breaks(text) == found


def test_a_memory_of_another_dictionary_is_not_believed(tmp_path: Path) -> None:
    memory = tmp_path / "words.json"
    plain = WordBreaker([], memory)
    split = plain.breaks("บัตรทองใบนี้")
    plain.remember()
    assert WordBreaker(["บัตรทอง"], memory).breaks("บัตรทองใบนี้") != split


def test_names_stand_in_the_dictionary_beside_its_words_and_are_not_left_in_it() -> None:
    text = "บัตรทองใหม่"
    words = _dictionary(frozenset()).prefixes(text)
    assert words[-1] == "บัตร"
    names = frozenset(["บัตรทอง", "บัตรทองใหม่", "บ"])
    assert _dictionary(names).prefixes(text) == ["บ", *words, "บัตรทอง", "บัตรทองใหม่"]
    assert _dictionary(frozenset()).prefixes(text) == words
