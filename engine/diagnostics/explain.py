"""Explanations of codes: the rule, a bad example and a good one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

from engine.diagnostics.messages import Message, MessageLanguage
from engine.diagnostics.problems import RusitError


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of a rule in both languages."""

    th: str
    en: str

    def read(self, language: MessageLanguage) -> str:
        """Return the sentence in that language."""
        return self.en if language == "en" else self.th


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule behind a code."""

    code: str
    rule: Words
    bad: Words
    good: Words

    def shown(self, language: MessageLanguage) -> str:
        """Return the rule, and under it the bad and the good example."""
        return (
            f"{self.code}: {self.rule.read(language)}\n\n"
            f"  {_HEADS[language][0]}:\n{_indented(self.bad.read(language))}\n\n"
            f"  {_HEADS[language][1]}:\n{_indented(self.good.read(language))}"
        )


_HEADS: dict[MessageLanguage, tuple[str, str]] = {
    "th": ("ไม่ใช่แบบนี้", "แต่เป็นแบบนี้"),
    "en": ("not like this", "but like this"),
}


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of codes.yaml."""
    written = yaml.safe_load(Path(__file__).with_name("codes.yaml").read_text(encoding="utf-8"))
    return {
        code: Rule(code, *(_words(entry[name]) for name in ("rule", "bad", "good")))
        for code, entry in written.items()
    }


def _words(written: str | dict[str, str]) -> Words:
    """Return words in both languages; what is written once, as YAML is, reads the same in both."""
    return Words(written, written) if isinstance(written, str) else Words(**written)


def explain(code: str) -> Rule:
    """Return the rule of that code, in whatever case it is typed.

    Raises:
        RusitError: EXPLAIN01 for a code there is not.
    """
    known = rules()
    found = known.get(code.upper())
    if found is None:
        close = get_close_matches(code.upper(), known, n=3, cutoff=0.6)
        hint = Message("did you mean {close}?", close=", ".join(close)) if close else ""
        raise RusitError(
            "EXPLAIN01",
            Message("there is no code {code!r}", code=code),
            hint=hint or "codes look like FACT01; `rusit explain` lists all",
        )
    return found
