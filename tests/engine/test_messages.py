"""Both languages say the same: every message has its Thai, and takes no value it is not given."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

import rusit
from engine.diagnostics.explain import rules
from engine.diagnostics.messages import LANGUAGE, Message, placeholders, read, thai
from engine.diagnostics.problems import Problem
from tests.test_cli import run

ROOT = Path(__file__).parent.parent.parent
SAID = (
    "Message",
    "Problem",
    "RusitError",
    "report",
    "fail",
    "refuse",
    "Slip",
    "_warn",
    "FillError",
)
"""What takes a message: as an argument, or as `hint=`."""
NAMES = ("message", "said", "hint")
"""What a message is called until it is told."""
THAI = re.compile("[ก-ฮ]")


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every part of the program that may hold a message, with its place."""
    files = [p for f in ("engine", "printables", "games/cli") for p in (ROOT / f).rglob("*.py")]
    for path in [*files, ROOT / "rusit.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the program that takes a message, with its place."""
    for place, node in nodes():
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAID:
                yield place, node


def assigned() -> Iterator[tuple[str, ast.expr]]:
    """Every value that gets the name of a message, with its place."""
    for place, node in nodes():
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            names = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(name, ast.Name) and name.id in NAMES for name in names):
                yield place, node.value


def sentences(node: ast.AST) -> Iterator[str]:
    """Constants in an argument that are sentences; not those inside another call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if " " in node.value.strip() and re.search("[a-z]{3}", node.value):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from sentences(node.body)
        yield from sentences(node.orelse)


def test_every_message_has_its_thai() -> None:
    missing = set()
    shown: list[tuple[str, str]] = []
    for place, call in calls():
        given = [*call.args, *(k.value for k in call.keywords if k.arg == "hint")]
        shown += [(place, s) for argument in given for s in sentences(argument)]
    shown += [(place, s) for place, value in assigned() for s in sentences(value)]
    for place, sentence in shown:
        if sentence not in thai() and not THAI.search(sentence):
            missing.add(f"{place}: {sentence}")
    assert not missing


def test_every_help_has_its_thai() -> None:
    missing = set()

    def look(command: object) -> None:
        texts = [" ".join(part.split()) for part in (command.help or "").split("\n\n")]
        texts += [param.help for param in command.params if getattr(param, "help", None)]
        missing.update(text for text in texts if text and text not in thai())
        for other in getattr(command, "commands", {}).values():
            look(other)

    look(get_command(rusit.app))
    assert not missing


def test_a_message_is_given_the_values_that_it_takes() -> None:
    wrong = []
    for place, call in calls():
        name = getattr(call.func, "id", "")
        if name == "Message" and call.args and isinstance(call.args[0], ast.Constant):
            given = {keyword.arg for keyword in call.keywords}
            if None not in given and placeholders(str(call.args[0].value)) != given:
                wrong.append(place)
    assert not wrong


@pytest.mark.parametrize("english", thai())
def test_the_thai_is_thai_and_takes_the_same_values(english: str) -> None:
    said = thai()[english]
    if re.search(r"\{\w+[!:}]", english):
        assert placeholders(said) <= placeholders(english)
    assert (
        THAI.search(said)
        or english in ("module, sources, helplines, …", "text or json.")
        or (not re.search("[a-z]{3} [a-z]{3}", re.sub(r"\{.*?\}", "", said)))
    )
    assert not re.search(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]", said)


def test_every_code_is_explained_in_thai() -> None:
    assert not [rule.code for rule in rules().values() if not THAI.search(rule.rule.th)]


def test_a_message_is_read_in_the_language_that_is_set_with_the_messages_in_it() -> None:
    why = Message("Permission denied")
    message = Message("cannot write {path}: {why}", path="a.pdf", why=why)
    assert str(message) == "cannot write a.pdf: Permission denied"
    assert read(message, "th") == "เขียน a.pdf ไม่ได้: เครื่องไม่อนุญาต"
    token = LANGUAGE.set("th")
    try:
        assert f"{message}" == "เขียน a.pdf ไม่ได้: เครื่องไม่อนุญาต"
        assert str(Problem("a.yaml", 1, 2, "X01", message, severity="warning")).startswith(
            "a.yaml:1:2: X01: ควรดู: เขียน"
        )
    finally:
        LANGUAGE.reset(token)


def test_a_message_comes_back_from_a_worker_process() -> None:
    message = Message("cannot write {path}: {why}", path="{x}", why=Message("File exists"))
    again = pickle.loads(pickle.dumps(message))
    assert (str(again), read(again, "th")) == (str(message), read(message, "th"))


def test_a_long_value_is_shortened() -> None:
    assert len(Message("cannot write {path}: {why}", path="x" * 9000, why="")) < 300


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("chek",),
        ("check", "--nonsense"),
        ("play", "--teams", "9"),
        ("play", "--minutes", "33"),
        ("check", "--as-of", "yesterday"),
        ("build", "--only", "cake"),
        ("explain", "nothing"),
        ("new", "module"),
    ],
)
def test_thai_mode_speaks_no_english(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    _, out, err = run(capsys, *arguments, *(("--lang", "th") if arguments else ()))
    assert THAI.search(out + err)
    words = re.sub(r"\[.*?\]|<.*?>|rusit( [a-z]+)+", "", out + err)
    assert not re.search(r"\b[a-z]{3,} [a-z]{2,} [a-z]{2,}", words)
