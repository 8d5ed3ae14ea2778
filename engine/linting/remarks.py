"""Nothing that editors say to one another stands where members read."""

from __future__ import annotations

import re

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem
from engine.linting.context import LintContext
from engine.loading.source_map import SourceMap
from engine.schema.record import RecordPath
from engine.schema.text import Text
from engine.schema.traversal import map_texts

_REMARK = re.compile(
    r"(?i)\b(?:todo|fixme|tbd|(?-i:xxx+)|lorem ipsum)\b"
    r"|(?:ตรวจทาน|ตรวจแก้|ตรวจสอบ)(?:อีกครั้ง)?ก่อน(?:พิมพ์|เผยแพร่)|ก่อนพิมพ์เผยแพร่"
    r"|(?:ถึง|หมายเหตุถึง|โน้ตถึง)(?:บรรณาธิการ|ผู้เขียน|ทีมเนื้อหา)|รอ(?:เขียน|เติม|แก้ไข)ข้อความ"
)
"""What an editor writes to an editor."""

_TEMPLATE = re.compile(
    "คนตอบข้อนี้คิดอะไร|(?:คำตอบ|ข้อ)ที่คนมักเข้าใจผิด$|^คำตอบที่ถูก$|^ข้อที่ใช่ข้อ(?:แรก|ที่สอง)$"
    "|คนที่ตอบอีกทางคิดอะไร|คนมักสลับขั้นไหน|คู่ไหนที่คนมักจับผิด|คนมักตอบเท่าไร เพราะอะไร"
    "|^ชื่อข้อเท็จจริง |^ชื่อเหตุการณ์ |^หนึ่งบรรทัดที่อยากให้จำ|^เรื่องสองประโยค|^คำถามชวนคุยหนึ่งข้อ$|^คำที่คนพูดต่อกัน "
    "|^ความจริงเป็นอย่างไร ในหนึ่งประโยค|^ทำไมคนจึงเชื่ออย่างนั้น|^คำถามสั้น ๆ จากเรื่องใกล้ตัว"
    "|^ทำไมคำตอบนี้ถูก ในหนึ่งประโยค|^ชื่อเรื่อง$|^ชื่อย่อ$|บอกได้ว่าได้เงินวันละเท่าไร|^ทำหนึ่งอย่างได้ทันที$"
    "|เล่าเรื่องใกล้ตัวสั้น ๆ หนึ่งเรื่อง|หนึ่งประโยคว่าเรื่องนี้ให้อะไร|หนึ่งบรรทัดใต้ชื่อเรื่อง"
)
"""What `rusit new` writes to be replaced."""


def check_remarks(context: LintContext) -> None:
    """Check every text that a screen or a sheet may show."""
    for document, value in context.whole.parts():
        _look_through(context, document, value)
    for name, document in context.whole.documents.items():
        if name.startswith("locale."):
            stem = name.removeprefix("locale.")
            words = {key: context.whole.words[f"{stem}.{key}"] for key in document.data}
            _look_through(context, document, words)


def _look_through(context: LintContext, document: SourceMap, value: object) -> None:
    def look(text: Text, place: RecordPath) -> Text:
        for _, written in text.written:
            if found := _REMARK.search(written):
                message = Message(
                    "{found!r} is said to editors, and members would read it", found=found[0]
                )
                hint = "move it to note_for_editors; what needs a profession's eye has sign_off"
                line, col = document.within(place, found[0])
                context.problems.add(Problem(document.file, line, col, "TEXT07", message, hint))
            elif found := _TEMPLATE.search(written):
                message = Message("this is still the text of the template")
                hint = "write your own"
                line, col = document.within(place, found[0])
                problem = Problem(document.file, line, col, "TEXT08", message, hint, "warning")
                context.problems.add(problem)
        return text

    map_texts(value, look)
