"""Syllables: known words, numbers as they are read, and texts of the catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.schema.text import Text
from engine.thai.syllables import syllables
from tests.engine.small import write_module

KNOWN = {
    1: "บาท คน สวน เงิน เดือน เพราะ เมตร เพชร ชาติ เหตุ อยู่ อย่าง หมอ ไหม ไทย ธรรม ศูนย์ แพทย์ ก็ ตัว "
    "ด้วย เพื่อน จริง เปลี่ยน เด็ก ตรวจ สร้าง ทราบ แปลง พุทธ จักร มิตร แหวน เหนื่อย กลัว ทรัพย์ สิทธิ",
    2: "ตลาด ขนม ถนน สมัคร เกษียณ แสดง แกนนำ เวลา ชนะ ฮอร์โมน ฤดู เจริญ เสมอ ครอบครัว ภายใน มาตรา "
    "ใบเสร็จ ทุกอย่าง คนอยู่ บำเหน็จ พะเยา อำเภอ หนังสือ สบาย แผนก โครงการ อุทธรณ์ ประโยชน์ สายด่วน",
    3: "พยาบาล อนุญาต สวัสดี ธนาคาร กรรมการ เอชไอวี สุขภาพ ราชการ เทศบาล เอกสาร หลักประกัน บริการ "
    "ทุกอย่างนั้น สำนักงาน จดทะเบียน ผลประโยชน์ เพศสภาพ",
    4: "ประกันสังคม โรงพยาบาล บัตรประชาชน อุบัติเหตุ ทุพพลภาพ ผู้ประกันตน ผู้สูงอายุ ใบรับรองแพทย์",
}


@pytest.mark.parametrize("count", KNOWN)
def test_known_words(count: int) -> None:
    counted = {word: syllables(word) for word in KNOWN[count].split()}
    assert {word: n for word, n in counted.items() if n != count} == {}


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("300", 2),
        ("1,250", 6),
        ("15", 2),
        ("25", 3),
        ("2569", 7),
        ("1,000,000", 2),
        ("0", 1),
        ("0 5448 4100", 12),
        ("2.5", 3),
        ("50%", 5),
        ("อบต.", 3),
        ("พ.ร.บ.", 3),
        ("LINE", 4),
        ("", 0),
        (" · ", 0),
        ("{team} ชนะ", 2),
    ],
)
def test_numbers_abbreviations_and_signs(written: str, count: int) -> None:
    assert syllables(written) == count


def test_a_repeated_word_counts_twice() -> None:
    assert syllables("เร็ว ๆ", (5,)) == 2
    assert syllables("ดีๆ") == 2


def test_a_built_text_has_its_syllables(tmp_path: Path) -> None:
    catalogue = compile_catalogue(check_content(write_module(tmp_path), date(2026, 11, 20)))
    question = catalogue.questions["tiny.q.days"]
    assert question.ask.shown == "นอนโรงพยาบาลสี่คืน ได้เงินเท่าไร"
    assert question.ask.syllables == 11


def test_what_is_filled_in_brings_its_syllables() -> None:
    said = Text(shown="{team} ชนะ", syllables=2).put(team=Text(shown="ดอกบัว", syllables=2))
    assert said.syllables == 4
