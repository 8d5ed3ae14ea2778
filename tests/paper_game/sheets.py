"""What players read on the sheets: the mat of a household, rules, tokens, board."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tests.paper_game.printed_text import CELL, NUMBER, found, number

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Protection:
    """A row of what can be held: price of a month (0: by the year) and of a year.

    Attributes:
        put_aside: baht for old age by the age of the chapter; `half` less for who joins in the
            middle of the year.
        says: what it brings.
    """

    month: int
    year: int
    put_aside: dict[str, int]
    half: int
    says: str


@dataclass(frozen=True)
class Mat:
    """A household's mat, both sides."""

    lines: Lines

    def _told(self, words: str) -> int:
        return next(found(words, x) for x in self.lines if re.search(words.replace("N", NUMBER), x))

    @cached_property
    def start(self) -> int:
        """Baht at the start."""
        return self._told(r"^เงินตั้งต้น \| N")

    @cached_property
    def ages(self) -> tuple[str, ...]:
        """Ages of the chapters."""
        return tuple(line.split(f" {CELL} ")[0] for line in self._rows)

    @cached_property
    def _rows(self) -> tuple[str, ...]:
        return tuple(line for line in self.lines if re.match(r"\d\d \|", line))

    def months_added(self, age: str) -> int:
        """Months that a contribution paid all the chapter counts."""
        return found(r"ตอนนี้ \+N เดือน", self._row(age))

    def steps_open(self, age: str) -> int:
        """Steps of the dream that may be owned."""
        return found("ฝันถึงขั้น N", self._row(age))

    def _row(self, age: str) -> str:
        return next(line for line in self._rows if line.startswith(f"{age} "))

    @cached_property
    def day(self) -> int:
        """Baht that a day without work costs."""
        return self._told("ขาดงานหนึ่งวัน เสีย N บาท")

    @cached_property
    def tool(self) -> tuple[int, int]:
        """Price of the work's tool, and baht that it adds to a year."""
        return self._told("ราคา N บาท รายได้เพิ่มปีละ"), self._told("รายได้เพิ่มปีละ N$")

    def year(self, hearts: int, face: int) -> int:
        """Baht that the year leaves, by the hearts and the face of the die."""
        row = next(line for line in self.lines if line.startswith(f"ใจ {hearts} {CELL}"))
        return number(row.split(f" {CELL} ")[face])

    @cached_property
    def thrown_again(self) -> frozenset[int]:
        """Faces that are thrown again in the first chapter."""
        lines = [x for x in self.lines if re.fullmatch(r"ตอนแรก ทอยได้ [1-6 ]+ ทอยใหม่", x)]
        return frozenset(int(face) for line in lines for face in re.findall(r"\d", line))

    def step_price(self, dream: str, step: int) -> int:
        """Return the price of a dream's step."""
        at = self.lines.index(dream)
        return found("^N ", self.lines[at + step])

    @cached_property
    def protections(self) -> dict[str, Protection]:
        """What can be held, by its name."""
        rows: dict[str, Protection] = {}
        for line in self.lines:
            match = re.match(
                rf"(?P<name>[^|]+?)(?: จ่ายเดือนละ (?P<month>{NUMBER}))? ปีละ (?P<year>{NUMBER}) \| ",
                line,
            )
            if match:
                says, _, aside = line[match.end() :].partition("เก็บยามแก่ ")
                half = re.search(rf"กลางปี −({NUMBER})", aside)
                rows[match["name"]] = Protection(
                    month=number(match["month"] or "0"),
                    year=number(match["year"]),
                    put_aside={
                        age: number(baht) for age, baht in re.findall(rf"(\d\d): ({NUMBER})", aside)
                    },
                    half=number(half[1]) if half else 0,
                    says=says,
                )
        return rows

    @cached_property
    def refused(self) -> frozenset[frozenset[str]]:
        """Pairs of names, or of a name and a scheme, that cannot be held together."""
        pairs = set()
        for line in self.lines:
            match = re.fullmatch(r"(.+) ถือคู่กับ (.+) ไม่ได้", line)
            if match:
                for one in match[1].split(" · "):
                    pairs |= {frozenset((one, other)) for other in match[2].split(" · ")}
        return frozenset(pairs)

    @cached_property
    def allowance(self) -> int:
        """Baht a month in old age from the state."""
        return self._told("ทุกเดือน N บาทต่อเดือน")


_WORDS = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "ห้า": 5}


@dataclass(frozen=True)
class Rules:
    """The numbers of the rules sheet."""

    lines: Lines

    def told(self, words: str) -> int:
        """Return the number that the rules have where the words have N."""
        pattern = words.replace("N", rf"({NUMBER}|{'|'.join(_WORDS)})")
        match = next(m for line in self.lines if (m := re.search(pattern, line)))
        return _WORDS.get(match[1]) or number(match[1])

    def spaces(self, kind: str) -> str:
        """Return the names of the spaces of that kind."""
        return self.lines[self.lines.index(kind) + 1]


@dataclass(frozen=True)
class Months:
    """The months to draw."""

    lines: Lines

    def before(self, month: int) -> int:
        """Months of the year that lie before it."""
        return found("ส่งแล้ว N", self._slip(month))

    def left(self, month: int) -> int:
        """Months of the year that are left after it."""
        return found("เหลืออีก N", self._slip(month))

    def _slip(self, month: int) -> str:
        return next(line for line in self.lines if re.match(rf"เดือน {month}\D", line))
