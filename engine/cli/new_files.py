"""Good beginnings: a new module, a new question. What they write passes the check."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, get_args

from engine.atomic_files import write_atomically
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problems, RusitError
from engine.loading.content import no_content
from engine.loading.suggestions import suggest_id
from engine.loading.validation import records
from engine.loading.yaml_loader import parse_document, read_document
from engine.schema.module import Module
from engine.schema.record import ID_PATTERN, LONGEST_ID

Kind = Literal["choice", "several", "true_false", "order", "match", "number"]
KINDS: tuple[str, ...] = get_args(Kind)

REVIEW_AFTER = timedelta(days=180)

_MODULE = """\
# yaml-language-server: $schema=../../build/schema/module.json
id: {id}
title: {{th: ชื่อเรื่อง, en: Title}}
short: ชื่อย่อ
icon: books
colour: indigo
audience: คนทำงานอิสระ
summary: {{th: หนึ่งประโยคว่าเรื่องนี้ให้อะไร, en: One sentence on what this gives}}
tagline: หนึ่งบรรทัดใต้ชื่อเรื่อง

objectives:
  - {{id: {id}.o.know, can: {{th: บอกได้ว่าได้เงินวันละเท่าไร, en: Can say how much a day it pays}}}}

facts:
  # One number, one fact. Grade D prints with a mark until a source is found:
  # then write `source:` and raise the grade (A official, B two sources, C one).
  - id: {id}.daily
    label: {{th: เงินต่อวัน, en: Amount a day}}
    unit: baht/day
    values:
      - {{from: {today}, value: 100, source: null}}
    checked: {today}
    review_by: {review}
    grade: D

lesson:
  minutes: 10
  steps:
    - kind: story
      title: เรื่องเล่า
      minutes: 3
      say: เล่าเรื่องใกล้ตัวสั้น ๆ หนึ่งเรื่อง
    - kind: explain
      title: ได้อะไร
      minutes: 5
      say: "ได้ {{{id}.daily}}"
    - kind: act
      title: ทำสัปดาห์นี้
      minutes: 2
      say: ทำหนึ่งอย่างได้ทันที

one_pager:
  - kind: numbers
    title: ได้เท่าไร
    numbers:
      - {{title: ต่อวัน, fact: {id}.daily}}
  - kind: steps
    title: ทำอย่างไร
    items: [ถามให้แน่ใจ, เตรียมเอกสาร, ยื่นเรื่อง]

questions:
  - id: {id}.q.first
    kind: choice
    objective: {id}.o.know
    level: 1
    ask: ได้เงินเท่าไร ถ้าหยุดงานสองวัน
    options:
      - {{text: "{{{id}.daily|times 2}}", right: true}}
      - {{text: "{{{id}.daily|times 3}}", why: นับเกินไปหนึ่งวัน}}
      - {{text: ไม่ได้เลยสักบาท, why: ยังไม่รู้ว่ามีสิทธิ}}
    explain: "ได้ {{{id}.daily}} ตามจำนวนวัน"
"""

_QUESTIONS: dict[str, str] = {
    "choice": """\
    options:
      - {{text: คำตอบที่ถูก, right: true}}
      - {{text: คำตอบที่คนมักเข้าใจผิด, why: คนตอบข้อนี้คิดอะไร และความจริงเป็นอย่างไร}}
      - {{text: อีกคำตอบที่คนมักเข้าใจผิด, why: คนตอบข้อนี้คิดอะไร และความจริงเป็นอย่างไร}}
""",
    "several": """\
    options:
      - {{text: ข้อที่ใช่ข้อแรก, right: true}}
      - {{text: ข้อที่ใช่ข้อที่สอง, right: true}}
      - {{text: ข้อที่คนมักเข้าใจผิด, why: คนตอบข้อนี้คิดอะไร และความจริงเป็นอย่างไร}}
""",
    "true_false": """\
    answer: true
    why: คนที่ตอบอีกทางคิดอะไร และความจริงเป็นอย่างไร
""",
    "order": """\
    steps: [ขั้นแรก, ขั้นที่สอง, ขั้นสุดท้าย]
    why: คนมักสลับขั้นไหน เพราะอะไร
""",
    "match": """\
    pairs:
      - {{left: ความต้องการแรก, right: ที่ที่ควรไป}}
      - {{left: ความต้องการที่สอง, right: อีกที่หนึ่ง}}
      - {{left: ความต้องการที่สาม, right: ที่ที่สาม}}
    why: คู่ไหนที่คนมักจับผิด เพราะอะไร
""",
    "number": """\
    answer: {{fact: {fact}}}
    unit: {unit}
    lowest: {lowest}
    highest: {highest}
    step: {step}
    why: คนมักตอบเท่าไร เพราะอะไร
""",
}

_HEAD = """\
  - id: {id}
    kind: {kind}
    objective: {objective}
    level: 1
    ask: คำถามสั้น ๆ จากเรื่องใกล้ตัว ข้อ {id}
"""
_FOOT = "    explain: ทำไมคำตอบนี้ถูก ในหนึ่งประโยค\n"


def new_module(root: Path, module: str, today: date) -> Path:
    """Write a new module that passes the check; gives the file.

    Raises:
        RusitError: NEW01 for an id that cannot be one, NEW02 when the file is there,
            FILE02 when `root` is no content folder.
    """
    _check_id(module, followed_by=".q.first")
    if not (root / "modules").is_dir():
        raise no_content(root)
    path = root / "modules" / f"{module}.yaml"
    if path.exists():
        raise RusitError(
            "NEW02", Message("{path} is there already", path=path), hint="choose another id"
        )
    text = _MODULE.format(id=module, today=today, review=today + REVIEW_AFTER)
    write_atomically(path, text.encode("utf-8"))
    return path


def new_question(root: Path, module: str, kind: str, name: str) -> tuple[Path, int]:
    """Add a question to a module's list; gives the file and the line it begins on.

    Raises:
        RusitError: NEW01 wrong id, NEW02 the id is used, NEW03 no such module or kind,
            NEW04 nothing to ask a number about.
        ContentError: the module's file cannot be read, or its shape is wrong.
    """
    _check_id(name)
    if kind not in KINDS:
        raise RusitError(
            "NEW03",
            Message("there is no kind {kind!r}", kind=kind),
            hint="kinds: " + ", ".join(KINDS),
        )
    path = _module_file(root, module)
    problems = Problems()
    document = read_document(path, str(path), problems)
    data: Module | None = records(document, Module, problems) if document else None
    if document is None or data is None:
        raise ContentError(problems)
    if any(question.id == name for question in data.questions):
        raise RusitError(
            "NEW02",
            Message("the question {name!r} is there already", name=name),
            hint="choose another",
        )
    details = _number_details(data) if kind == "number" else {}
    block = (
        _HEAD.format(id=name, kind=kind, objective=data.objectives[-1].id)
        + _QUESTIONS[kind].format(**details)
        + _FOOT
    )
    last = ("questions", len(data.questions) - 1)
    end = max(e for place, e in document.ends.items() if place[:2] == last)
    line_end = document.text.find("\n", max(end - 1, 0))
    at = len(document.text) if line_end < 0 else line_end + 1
    before = document.text[:at] + ("" if document.text[:at].endswith("\n") else "\n")
    text = before + block + document.text[at:]
    if parse_document(text.encode("utf-8"), str(path), problems) is None:
        raise ContentError(problems)
    write_atomically(path, text.encode("utf-8"))
    return path, before.count("\n") + 1


def _check_id(name: str, followed_by: str = "") -> None:
    """Refuse what cannot be an id, alone or as the beginning of another one."""
    most = LONGEST_ID - len(followed_by)
    if len(name) > most:
        raise RusitError(
            "NEW01",
            Message("an id has {count} characters", count=len(name)),
            hint=Message("write at most {most} characters", most=most),
        )
    if not re.fullmatch(ID_PATTERN, name):
        likely = suggest_id(name)
        hint = "ids are lower-case Latin words joined by dots, hyphens or underscores"
        raise RusitError(
            "NEW01",
            Message("{name!r} is not an id", name=name),
            hint=Message("did you mean {close}?", close=likely) if likely else hint,
        )


def _module_file(root: Path, module: str) -> Path:
    """Return the file of that module, which is there."""
    path = root / "modules" / f"{module}.yaml"
    if not path.exists():
        known = sorted(found.stem for found in (root / "modules").glob("*.yaml"))
        if not known:
            raise no_content(root)
        hint = Message("there are {names}", names=", ".join(known))
        raise RusitError(
            "NEW03", Message("there is no module {module!r}", module=module), hint=hint
        )
    return path


def _number_details(module: Module) -> dict[str, object]:
    """Return a fact of the module that a number question may ask about, and a stepper for it."""
    for fact in module.facts:
        value = fact.values[-1].value
        if isinstance(value, int) and value > 0 and fact.grade in ("A", "B"):
            return {
                "fact": fact.id,
                "unit": "บาท" if fact.unit.startswith("baht") else "หน่วย",
                "lowest": 0,
                "highest": value * 2,
                "step": value if value < 10 else value // 10 if value % 10 == 0 else 1,
            }
    raise RusitError(
        "NEW04",
        "the module has no fact of grade A or B with a number to ask about",
        hint="write the fact first, or choose another kind",
    )
