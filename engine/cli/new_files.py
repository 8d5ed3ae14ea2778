"""Good beginnings: a new module, a new record in one. What they write passes the check."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns
from textwrap import dedent
from textwrap import indent as indent_lines
from typing import Any, Literal, get_args

from engine.atomic_files import write_atomically
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problem, Problems, RusitError
from engine.loading.content import no_content
from engine.loading.source_map import SourceMap
from engine.loading.suggestions import suggest_id
from engine.loading.yaml_loader import parse_document, read_document
from engine.schema.record import ID_PATTERN, LONGEST_ID, RecordPath

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
{ask}
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


_RECORDS: dict[str, tuple[str, str]] = {
    "fact": (
        "facts",
        """\
  - id: {id}
    label: ชื่อข้อเท็จจริง {id}
    unit: baht
    values:
      - {{from: {today}, value: 100, source: null}}
    checked: {today}
    review_by: {review}
    grade: D
""",
    ),
    "event": (
        "situations",
        """\
  - id: {id}
    title: ชื่อเหตุการณ์ {id}
    icon: books
    story: เรื่องสองประโยค ไม่มีชื่อคน เกิดอะไรขึ้นและต้องจ่ายอะไร
    harm: {{lost_days: 3, other: 500}}
    helps: [{benefit}]
    remember: หนึ่งบรรทัดที่อยากให้จำ
    talk: คำถามชวนคุยหนึ่งข้อ
""",
    ),
    "rumour": (
        "myths",
        """\
  - id: {id}
    said: คำที่คนพูดต่อกัน {id}
    really: ความจริงเป็นอย่างไร ในหนึ่งประโยค
    why: ทำไมคนจึงเชื่ออย่างนั้น
""",
    ),
}
"""The list of a module that holds records of a kind, and a beginning of one."""


def new_module(root: Path, module: str, today: date) -> Path:
    """Write a new module that passes the check; return the file.

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
    text = _MODULE.format(id=module, today=today, review=today + REVIEW_AFTER, ask=_ask_block(root))
    write_atomically(path, text.encode("utf-8"))
    return path


def _ask_block(root: Path) -> str:
    """Return the block that says whom to ask: the content's first helpline, if it has one."""
    document = read_document(root / "helplines.yaml", "helplines.yaml", Problems())
    if document is None or not isinstance(document.data, list) or not document.data:
        return ""
    name = document.data[0]["id"]
    return f"  - kind: ask\n    title: ถามที่ไหน\n    helplines: [{name}]\n"


def new_question(root: Path, module: str, kind: str, name: str) -> tuple[Path, int]:
    """Add a question to a module's list; return the file and the line it begins on.

    Raises:
        RusitError: NEW01 wrong id, NEW02 the id is used, NEW03 no such module or kind,
            NEW04 nothing to ask a number about.
        ContentError: the module's file is not YAML.
    """
    if kind not in KINDS:
        hint = Message("there are {names}", names=", ".join(KINDS))
        raise RusitError("NEW03", Message("there is no kind {kind!r}", kind=kind), hint=hint)
    path, document = _document(root, module, name)
    details = _number_details(document.data) if kind == "number" else {}
    objectives = _records_in(document.data, "objectives")
    objective = objectives[-1]["id"] if objectives else f"{module}.o.know"
    block = (
        _HEAD.format(id=name, kind=kind, objective=objective)
        + _QUESTIONS[kind].format(**details)
        + _FOOT
    )
    return _append(path, document, "questions", block)


def new_record(root: Path, module: str, kind: str, name: str, today: date) -> tuple[Path, int]:
    """Add a fact, an event or a rumour to a module; return the file and the line it begins on.

    What is wrong elsewhere in the module does not matter, as long as it is YAML.

    Raises:
        RusitError: NEW01 wrong id, NEW02 the id is used, NEW03 no such module.
        ContentError: the module's file is not YAML.
    """
    path, document = _document(root, module, name)
    field, template = _RECORDS[kind]
    benefits = _records_in(document.data, "benefits")
    block = template.format(
        id=name,
        today=today,
        review=today + REVIEW_AFTER,
        benefit=benefits[0]["id"] if benefits else "",
    )
    return _append(path, document, field, block)


def _document(root: Path, module: str, name: str) -> tuple[Path, SourceMap]:
    """Return a module's file as it was read, in which no record has that id yet."""
    _check_id(name)
    path = _module_file(root, module)
    problems = Problems()
    document = read_document(path, str(path), problems)
    if document is None or not isinstance(document.data, dict):
        raise ContentError(problems or [Problem(str(path), 1, 1, "SHAPE03", _NO_MODULE)])
    ids = (p for p in document.starts if p[-1:] == ("id",))
    if any(_written(document, place) == name for place in ids):
        raise RusitError(
            "NEW02", Message("{name!r} is there already", name=name), hint="choose another id"
        )
    return path, document


def _written(document: SourceMap, place: RecordPath) -> str:
    return document.text[document.starts[place] : document.ends[place]].strip("'\"")


_NO_MODULE = "this should be a mapping of keys and values"


def _records_in(data: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """Return the records of a list that have an id, however wrong the rest of the file is."""
    found = data.get(field)
    if not isinstance(found, list):
        return []
    return (
        [r for r in found if isinstance(r, dict) and "id" in r] if isinstance(found, list) else []
    )


def _append(path: Path, document: SourceMap, field: str, block: str) -> tuple[Path, int]:
    """Write a block behind the last item of a list, set off from it as the others are.

    A list that is not there, or is empty, begins at the end of the file.
    """
    text = document.text if document.text.endswith("\n") else f"{document.text}\n"
    items = document.data.get(field)
    if not items:
        text = re.sub(rf"(?m)^{field}:[ \t]*(\[\])?[ \t]*\n", "", text)
        before, after = f"{text.rstrip()}\n\n{field}:\n", ""
    else:
        last = (field, len(items) - 1)
        end = max(e for place, e in document.ends.items() if place[:2] == last)
        line_end = text.find("\n", max(end - 1, 0))
        before, after = text[: line_end + 1], text[line_end + 1 :]
        indent = document.at(last)[1] - 3
        block = indent_lines(dedent(block), " " * max(indent, 0))
        above = text[: document.starts[last]].rstrip(" -")
        if len(items) > 1 and above.endswith("\n\n"):
            before += "\n"
    written = before + block + after
    problems = Problems()
    if parse_document(written.encode("utf-8"), str(path), problems) is None:
        raise ContentError(problems)
    write_atomically(path, written.encode("utf-8"))
    return path, before.count("\n") + 1


def copy_content(source: Path, folder: Path) -> Path:
    """Copy the content into a folder of one's own; return where it lies.

    Raises:
        RusitError: NEW02 when there is content already.
    """
    target = folder / "content"
    if target.exists():
        raise RusitError(
            "NEW02", Message("{path} is there already", path=target), hint="choose another folder"
        )
    copytree(source, target, ignore=ignore_patterns("__pycache__", ".*"))
    return target


def _check_id(name: str, followed_by: str = "") -> None:
    """Refuse what cannot be an id, alone or as the beginning of another one."""
    most = LONGEST_ID - len(followed_by)
    if len(name) > most:
        message = Message("an id has {count} characters", count=len(name))
        hint: str = Message("write at most {most} characters", most=most)
        raise RusitError("NEW01", message, hint=hint)
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


def _number_details(data: dict[str, Any]) -> dict[str, object]:
    """Return a fact of the module that a number question may ask about, and a stepper for it."""
    for fact in _records_in(data, "facts"):
        values = fact.get("values")
        last = values[-1] if isinstance(values, list) and values else None
        value = last.get("value") if isinstance(last, dict) else None
        if type(value) is int and value > 0 and fact.get("grade") in ("A", "B"):
            return {
                "fact": fact["id"],
                "unit": "บาท" if str(fact.get("unit")).startswith("baht") else "หน่วย",
                "lowest": 0,
                "highest": value * 2,
                "step": value if value < 10 else value // 10 if value % 10 == 0 else 1,
            }
    message = "the module has no fact of grade A or B with a number to ask about"
    raise RusitError("NEW04", message, hint="write the fact first, or choose another kind")
