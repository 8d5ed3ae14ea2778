"""Nothing that editors say to one another stands where members read."""

from __future__ import annotations

import re

from engine.checks.ground import Ground
from engine.document import Document, Place
from engine.model.text import Text
from engine.model.walking import map_texts
from engine.problems import Problem

_REMARK = re.compile(
    r"(?i)\b(?:todo|fixme|tbd|(?-i:xxx+)|lorem ipsum)\b"
    r"|(?:ตรวจทาน|ตรวจแก้|ตรวจสอบ)(?:อีกครั้ง)?ก่อน(?:พิมพ์|เผยแพร่)|ก่อนพิมพ์เผยแพร่"
    r"|(?:ถึง|หมายเหตุถึง|โน้ตถึง)(?:บรรณาธิการ|ผู้เขียน|ทีมเนื้อหา)|รอ(?:เขียน|เติม|แก้ไข)ข้อความ"
)
"""What an editor writes to an editor."""

_TEMPLATE = re.compile(
    "คนตอบข้อนี้คิดอะไร|(?:คำตอบ|ข้อ)ที่คนมักเข้าใจผิด$|^คำตอบที่ถูก$|^ข้อที่ใช่ข้อ(?:แรก|ที่สอง)$"
    "|คนที่ตอบอีกทางคิดอะไร|คนมักสลับขั้นไหน|คู่ไหนที่คนมักจับผิด|คนมักตอบเท่าไร เพราะอะไร"
    "|เล่าเรื่องใกล้ตัวสั้น ๆ หนึ่งเรื่อง|หนึ่งประโยคว่าเรื่องนี้ให้อะไร|หนึ่งบรรทัดใต้ชื่อเรื่อง"
)
"""What `rusit new` writes to be replaced."""


def check_remarks(ground: Ground) -> None:
    """Every text that a screen or a sheet may show."""
    for document, value in ground.whole.parts():
        _look_through(ground, document, value)
    for name, document in ground.whole.documents.items():
        if name.startswith("locale."):
            stem = name.removeprefix("locale.")
            words = {key: ground.whole.words[f"{stem}.{key}"] for key in document.data}
            _look_through(ground, document, words)


def _look_through(ground: Ground, document: Document, value: object) -> None:
    def look(text: Text, place: Place) -> Text:
        for written in (text.th, text.en):
            if found := _REMARK.search(written):
                said = f"{found[0]!r} is said to editors, and members would read it"
                hint = "move it to note_for_editors; what needs a profession's eye has sign_off"
                line, col = document.within(place, found[0])
                ground.problems.add(Problem(document.file, line, col, "TEXT07", said, hint))
            elif found := _TEMPLATE.search(written):
                said, hint = "this is still the text of the template", "write your own"
                line, col = document.within(place, found[0])
                problem = Problem(document.file, line, col, "TEXT08", said, hint, "warning")
                ground.problems.add(problem)
        return text

    map_texts(value, look)
