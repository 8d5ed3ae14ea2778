"""Break points of Thai lines: computed once at build time, never on the screen.

Thai is written without spaces. The segmenter finds words with a dictionary; ours adds the
names of programmes and agencies (`content/keep_together.txt` and each module's own), which a
general dictionary would split (บัตร|ทอง).
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

from engine.atomic_files import sealed, unsealed, write_atomically
from engine.thai.dates import MONTHS

if TYPE_CHECKING:
    from pythainlp.util import Trie

_THAI = re.compile(r"[\u0e00-\u0e7f]+")
# Marks that belong to the letter before them: no line begins with one.
_ATTACHED = {chr(code) for code in (*range(0x0E30, 0x0E3B), *range(0x0E45, 0x0E4F))}
_NO_LINE_START = set(" ,.!?:;)]}”’%ๆฯ…*\n–-/") | _ATTACHED
_LEADING_VOWELS = set("เแโใไ")
_NO_LINE_END = set("([{“‘") | _LEADING_VOWELS
_UNITS = ("บาท", "ปี", "วัน", "เดือน", "ครั้ง", "คน", "ชั่วโมง", "ใบ", "ข้อ", "คืน", "ดวง", "น.", *MONTHS)
# พ.ศ. พ.ร.บ. กอช. ม.40: an abbreviation is one word, with the number that follows its dot.
_ABBREVIATION = re.compile(r"(?<![ก-ฮ])((?:[ก-ฮ]{1,5}\.)+[0-9๐-๙]*)")
# "มาตรา 40", "พ.ศ. 2558": a number stays with the word it belongs to.
_BEFORE_NUMBER = ("มาตรา ", "พ.ศ. ", "โทร. ", "ที่ ", "ข้อ ", "หมายเลข ", "สายด่วน ")
# ไม่ turns the meaning of the word after it round, so no line ends between them.
_NOT = "ไม่"
# "ทางเลือกที่ 1": an ordinal stays with the word that it counts.
_ORDINAL = re.compile(r"(?<=[\u0e01-\u0e4e])ที่ [0-9๐-๙]")


class WordBreaker:
    """Finds break points with a dictionary of names kept whole.

    Args:
        keep_together: names that no line may split.
        memory: a file that remembers boundaries from one build to the next, so that the
            dictionary is loaded only for what is new; it may be lost at any time.
    """

    def __init__(self, keep_together: Iterable[str] = (), memory: Path | None = None) -> None:
        self.keep_together = frozenset(w.strip() for w in keep_together if w.strip())
        self._memory = memory
        self._runs, self._texts = self._remembered()
        self._asked: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _kept(self) -> re.Pattern[str] | None:
        names = sorted(self.keep_together, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names))) if names else None

    def breaks(self, text: str) -> tuple[int, ...]:
        """Return offsets before which a line may begin: after spaces, and between Thai words."""
        known = self._asked.get(text, self._texts.get(text))
        found = self._asked[text] = self._found(text) if known is None else known
        return found

    def _found(self, text: str) -> tuple[int, ...]:
        found: set[int] = set()
        for match in re.finditer(r"\s+", text):
            found.add(match.end())
        for run in _THAI.finditer(text):
            offset = run.start()
            if offset > 0 and text[offset - 1] not in _NO_LINE_END:
                found.add(offset)
            found.update(offset + b for b in self._run_breaks(run.group()))
            if run.end() < len(text):
                found.add(run.end())
        for name in (*self._names_in(text), *_ABBREVIATION.finditer(text)):
            found.difference_update(range(name.start() + 1, name.end()))
        return tuple(sorted(b for b in found if self._may_begin_line(text, b)))

    def _names_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the names in a text, looked for from every letter on: some overlap."""
        # รหัสหลังบัตร and บัตรประชาชน.
        name = self._kept.search(text) if self._kept else None
        while self._kept and name:
            yield name
            name = self._kept.search(text, name.start() + 1)

    def _run_breaks(self, run: str) -> tuple[int, ...]:
        """Return word boundaries inside an unbroken run of Thai, remembered by run."""
        known = self._runs.get(run)
        if known is None:
            words = _dictionary(self.keep_together)
            from pythainlp.tokenize.newmm import segment

            offsets: list[int] = []
            position = 0
            # Of a dictionary, the segmenter asks `prefixes` alone.
            for word in segment(run, custom_dict=cast("Trie", words)):
                if position:
                    offsets.append(position)
                position += len(word)
            known = self._runs[run] = tuple(offsets)
        return known

    def remember(self) -> None:
        """Write what was asked to the memory, if there is one and it holds anything else."""
        if self._memory is None or self._asked.keys() == self._texts.keys():
            return
        runs = {run for text in self._asked for run in _THAI.findall(text)}
        kept = {
            "stamp": self._stamp,
            "runs": {run: self._runs[run] for run in sorted(runs & self._runs.keys())},
            "texts": dict(sorted(self._asked.items())),
        }
        with suppress(OSError):
            data = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
            write_atomically(self._memory, sealed(data), lasting=False)

    def _remembered(self) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
        """Return what an earlier build with the same dictionary stored: of runs, of whole texts."""
        try:
            kept = json.loads(unsealed((self._memory or Path()).read_bytes()) or b"")
            if kept["stamp"] == self._stamp:
                return _offsets(kept["runs"]), _offsets(kept["texts"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        return {}, {}

    @cached_property
    def _stamp(self) -> str:
        """Changes with our names, with these rules and with the segmenter's version."""
        names = "\n".join((*sorted(self.keep_together), *_UNITS))
        rules = sha256(Path(__file__).read_bytes()).hexdigest()
        return sha256(f"{version('pythainlp')}\n{rules}\n{names}".encode()).hexdigest()

    @staticmethod
    def _may_begin_line(text: str, offset: int) -> bool:
        if not 0 < offset < len(text):
            return False
        first, before = text[offset], text[offset - 1]
        if first in _NO_LINE_START or before in _NO_LINE_END:
            return False
        if text.endswith(_NOT, 0, offset) or (first == "ท" and _ORDINAL.match(text, offset)):
            return False
        if before == " " and first.isdigit() and text.endswith(_BEFORE_NUMBER, 0, offset):
            return False
        return not parts_unit(text, offset)


def parts_unit(text: str, offset: int) -> bool:
    """Return True if a line break there parts an amount from its unit, or a telephone number.

    Examples: "300 | บาท", "0 2049 | 9000".
    """
    if not text.endswith(" ", 0, offset) or not text[:offset].rstrip()[-1:].isdigit():
        return False
    return text.startswith(_UNITS, offset) or text[offset : offset + 1].isdigit()


def _offsets(kept: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {text: tuple(map(int, offsets)) for text, offsets in kept.items()}


class _Dictionary:
    """Words by what they begin with: made in a tenth of the time of PyThaiNLP's own tree."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {word.strip() for word in words} - {""}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._words:
            lengths[word[:2]].add(len(word))
        self._lengths = {begin: sorted(found) for begin, found in lengths.items()}

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that stand in the text from `start` on, the shortest first."""
        words, rest = self._words, len(text) - start
        first = text[start : start + 1]
        found = [first] if first in words else []
        for length in self._lengths.get(text[start : start + 2], ()):
            if length > rest:
                break
            word = text[start : start + length]
            if word in words and length > 1:
                found.append(word)
        return found


@lru_cache(maxsize=1)
def _dictionary(names: frozenset[str]) -> _Dictionary:
    """Return the Thai dictionary with these names added; the last one made is kept."""
    # Imported here: a build with nothing new never needs it.
    _keep_pythainlp_out_of_home()
    from pythainlp.corpus.common import thai_words

    return _Dictionary(thai_words() | names)


def _keep_pythainlp_out_of_home() -> None:
    """Stop the library from making a folder in the home, which may be read-only."""
    if "PYTHAINLP_READ_MODE" not in os.environ:
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
