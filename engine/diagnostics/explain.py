"""What a code means: the rule, a bad example and a good one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

from engine.diagnostics.problems import RusitError


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule behind a code."""

    code: str
    rule: str
    bad: str
    good: str

    def __str__(self) -> str:
        bad = "\n".join(f"    {line}" for line in self.bad.split("\n"))
        good = "\n".join(f"    {line}" for line in self.good.split("\n"))
        return f"{self.code}: {self.rule}\n\n  not like this:\n{bad}\n\n  but like this:\n{good}"


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of codes.yaml."""
    written = yaml.safe_load(Path(__file__).with_name("codes.yaml").read_text(encoding="utf-8"))
    return {code: Rule(code, **entry) for code, entry in written.items()}


def explain(code: str) -> Rule:
    """Return the rule of that code, in whatever case it is typed.

    Raises:
        RusitError: EXPLAIN01 for a code there is not.
    """
    known = rules()
    found = known.get(code.upper())
    if found is None:
        close = get_close_matches(code.upper(), known, n=1, cutoff=0.5)
        raise RusitError(
            "EXPLAIN01",
            f"there is no code {code!r}",
            hint=f"did you mean {close[0]}?" if close else "codes look like FACT01",
        )
    return found
