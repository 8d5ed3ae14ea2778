"""Good beginnings: a new module, a new record in one. What they write passes the check."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns
from string import Template
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

_LISTS = {"fact": "facts", "event": "situations", "rumour": "myths"}
"""The list of a module that holds records of a kind."""


def _beginning(name: str, /, **values: object) -> str:
    """Return a good beginning of a module or a record of that kind, its `${places}` filled."""
    skeleton = Path(__file__).with_name("skeletons") / f"{name}.yaml"
    return Template(skeleton.read_text(encoding="utf-8")).substitute(values)


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
    dates = {"today": today, "review": today + REVIEW_AFTER}
    text = _beginning("module", id=module, ask=_ask_block(root), **dates)
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
    block = _beginning(kind, id=name, kind=kind, objective=objective, **details)
    return _append(path, document, "questions", block)


def new_record(root: Path, module: str, kind: str, name: str, today: date) -> tuple[Path, int]:
    """Add a fact, an event or a rumour to a module; return the file and the line it begins on.

    What is wrong elsewhere in the module does not matter, as long as it is YAML.

    Raises:
        RusitError: NEW01 wrong id, NEW02 the id is used, NEW03 no such module.
        ContentError: the module's file is not YAML.
    """
    path, document = _document(root, module, name)
    benefits = _records_in(document.data, "benefits")
    block = _beginning(
        kind,
        id=name,
        today=today,
        review=today + REVIEW_AFTER,
        benefit=benefits[0]["id"] if benefits else "",
    )
    return _append(path, document, _LISTS[kind], block)


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
    records = found if isinstance(found, list) else []
    return [record for record in records if isinstance(record, dict) and "id" in record]


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
