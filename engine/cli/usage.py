"""Help and usage errors of the command line, in the language that is asked for.

The command line library speaks English. Its headings are few and its errors have known forms:
each is taken apart here and said again as one of our messages.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import typer

from engine.diagnostics.messages import LANGUAGE, Message, MessageLanguage, message_language, read

_ERRORS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), template)
    for pattern, template in (
        (r"No such option: (?P<option>\S+) \(Possible options: (?P<close>.*)\)",
         "No such option: {option} Did you mean {close}?"),
        (r"No such option: (?P<option>\S+?)[ .]*(?:Did you mean (?P<close>.*)\?)",
         "No such option: {option} Did you mean {close}?"),
        (r"No such option: (?P<option>.*)", "No such option: {option}"),
        (r"No such command '(?P<command>.*)'\. Did you mean (?P<close>.*)\?",
         "No such command {command!r}. Did you mean {close}?"),
        (r"No such command '(?P<command>.*)'\.", "No such command {command!r}."),
        (r"Missing (?P<kind>argument|option) '?(?P<name>.*?)'?\..*", "Missing {kind} {name}."),
        (r"Got unexpected extra argument\(s\) \((?P<arguments>.*)\)",
         "Got unexpected extra argument(s) ({arguments})"),
        (r"Option '(?P<option>.*)' requires an argument\.",
         "Option {option!r} requires an argument."),
        (r"Option '(?P<option>.*)' does not take a value\.",
         "Option {option!r} does not take a value."),
        (r"Value error, (?P<value>.*) is not one of (?P<choices>.*)\.",
         "{value} is not one of {choices}."),
        (r"Input should be less than or equal to (?P<le>\S+)", "write at most {le}"),
        (r"Input should be greater than or equal to (?P<ge>\S+)", "write at least {ge}"),
        (r"Input should be a valid integer.*", "write a whole number"),
        (r"Input should be a valid number.*", "write a number"),
    )
)  # fmt: skip
"""What the library says, and the message that says it."""

_NOTE = re.compile(r"\[(?P<notes>[^\[\]]*(?:default: |required)[^\[\]]*)\]$")


def language_asked(arguments: Sequence[str]) -> MessageLanguage:
    """Return the language that the arguments ask for, or the environment: Thai without either.

    `translate --lang` names the language to translate into, not one to answer in.
    """
    asked = os.environ.get("RUSIT_LANG", "th")
    arguments = () if "translate" in arguments[:1] else arguments
    for option, value in zip(arguments, [*arguments, ""][1:], strict=True):
        if option.split("=")[0] == "--lang":
            asked = option.partition("=")[2] or value
    return message_language(asked)


_HelpFormatter: Any = typer.Context.formatter_class


class _Formatter(_HelpFormatter):  # type: ignore[misc]
    """A help page with its headings and notes in the language that is set."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{Message('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(str(Message(heading)))

    def write_dl(self, rows: Sequence[tuple[str, str]], *widths: Any, **more: Any) -> None:
        language = LANGUAGE.get()
        said = [(name, _NOTE.sub(_note, read(text, language))) for name, text in rows]
        super().write_dl(said, *widths, **more)


def _note(match: re.Match[str]) -> str:
    """Return what stands in brackets behind an option: its default, its range, its need."""
    notes = []
    for note in match["notes"].split("; "):
        if note.startswith("default: "):
            default = read(note.removeprefix("default: ").strip("()"), LANGUAGE.get())
            note = str(Message("default: {default}", default=default))
        notes.append(read(note, LANGUAGE.get()))
    return f"[{'; '.join(notes)}]"


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command, its help and its usage errors in the language that is set; give its exit code.

    Errors of the content and of the system come out as they are.
    """
    command: Any = typer.main.get_command(app)
    command.context_class.formatter_class = _Formatter
    _translate(command)
    try:
        code = command.main(list(arguments), prog_name="rusit", standalone_mode=False)
    except typer.Abort:
        print(Message("Aborted!"), file=sys.stderr)
        return 1
    except Exception as error:
        if not hasattr(error, "exit_code") or not hasattr(error, "format_message"):
            raise
        _show(error)
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


def _translate(command: Any) -> None:
    """Put the help of a command, its options and its own commands into the language that is set."""
    language = LANGUAGE.get()
    if command.help:
        first, _, rest = command.help.partition("\n\n")
        first = read(" ".join(first.split()), language)
        rest = "\n\n".join(read(" ".join(part.split()), language) for part in rest.split("\n\n"))
        command.help = f"{first}\n\n{rest}".strip()
        command.short_help = first
    for param in command.params:
        if getattr(param, "help", None):
            param.help = read(param.help, language)
    for other in getattr(command, "commands", {}).values():
        _translate(other)


def _show(error: Any) -> None:
    """Print a usage error: the usage, where help is, what is wrong."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)
        return
    if context is not None:
        path = context.command_path
        print(context.get_usage(), file=sys.stderr)
        print(Message("Try '{command} --help' for help.", command=path), file=sys.stderr)
        print(file=sys.stderr)
    print(f"{Message('Error')}: {_said(error)}", file=sys.stderr)


def _said(error: Any) -> str:
    """Return what is wrong, and with which option."""
    message = error.message if hasattr(error, "param_hint") else error.format_message()
    said = str(message) if isinstance(message, Message) else _again(str(message))
    if type(error).__name__ == "MissingParameter":
        return _again(error.format_message())
    hint = getattr(error, "param_hint", None)
    param = getattr(error, "param", None)
    if hint is None and param is not None:
        hint = param.get_error_hint()
    if not hint:
        return said
    name = ", ".join(hint) if isinstance(hint, list | tuple) else str(hint)
    return str(Message("Invalid value for {name}: {message}", name=name, message=said))


def _again(said: str) -> str:
    """Return the library's words as a message of ours."""
    for pattern, template in _ERRORS:
        if found := pattern.fullmatch(said):
            return str(Message(template, **found.groupdict()))
    return read(said, LANGUAGE.get())
