"""What players read on the cards: harm, rights and what they need, answers, goals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tests.paper_game.printed_text import CELL, NUMBER, found, number

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """What a right comes to for some options of its scheme.

    Attributes:
        way: covers, mends, units, monthly, once or nothing.
        each: baht, of a unit or a month too; `times` units.
        shared: units that rights of one yearly limit pay together; 0: no such limit here.
    """

    way: str
    each: int = 0
    times: int = 1
    shared: int = 0


_SUMS = (
    ("covers", rf"ค่ารักษาลด ({NUMBER}) บาท"),
    ("mends", rf"ใจ \+\d+ และค่าใช้จ่ายลด ({NUMBER}) บาท"),
    ("units", rf"({NUMBER}) × (\d+) = {NUMBER} บาท(?: นอนกับพักรวมไม่เกิน (\d+) วัน)?"),
    ("monthly", rf"เดือนละ ({NUMBER}) บาท × เดือนที่เหลือ"),
    ("once", rf"({NUMBER}) บาท"),
)
_OPTIONS = re.compile(r"((?:ทาง \d)(?: · ทาง \d)*) ")
_NEED = re.compile(
    r"(?P<held>ทุกบ้าน|บัตรทอง|ถือ (?P<scheme>ม\.40|กอช\.)(?P<options>(?:(?: ·)? ทาง \d)*))"
    r"(?: ส่ง (?P<months>\d+) ใน (?P<window>\d+) เดือน)?(?P<named> และระบุสิทธิ)?"
    r"(?: อายุ (?P<age>\d+) ขึ้นไป)?$"
)


@dataclass(frozen=True)
class Right:
    """A line on an event's back.

    Attributes:
        applies: it is of this story.
        hearts: that it mends.
        sums: by option; "" where all options are alike.
        needs: what the household must have, as the groups of the sentence that says it.
    """

    number: int
    applies: bool
    hearts: int
    sums: dict[str, Sum]
    needs: dict[str, str]

    def sum_for(self, held: frozenset[str]) -> Sum:
        """Return what comes for the options held."""
        for option, what in self.sums.items():
            if not option or any(name.endswith(option) for name in held):
                return what
        return Sum("nothing")


def _sum(text: str) -> Sum:
    for way, pattern in _SUMS:
        match = re.search(pattern, text)
        if match:
            times, shared = (*match.groups()[1:], "1", "0")[:2]
            return Sum(way, number(match[1]), int(times), int(shared or 0))
    assert any(word in text for word in ("ใจ +", "ไม่เสียเที่ยว", "ยังไม่ถึงเกณฑ์", "ยามแก่")), text
    return Sum("nothing")


def _sums(text: str) -> dict[str, Sum]:
    parts = _OPTIONS.split(text)
    if len(parts) == 1:
        return {"": _sum(text)}
    return {
        option: _sum(rest)
        for options, rest in zip(parts[1::2], parts[2::2], strict=True)
        for option in options.split(" · ")
    }


@dataclass(frozen=True)
class EventCard:
    """A life event's card."""

    front: Lines
    back: Lines

    @property
    def of_village(self) -> bool:
        """It befalls every household."""
        return self.front[1].startswith("เรื่องของทุกบ้าน")

    @property
    def places(self) -> tuple[str, ...]:
        """Names of the spaces where it can happen; none: on all of them."""
        line = next((x for x in self.front if x.startswith("เกิดได้ที่ ")), "")
        return tuple(line.removeprefix("เกิดได้ที่ ").split(" · ")) if line else ()

    def _harm(self, words: str) -> int:
        # The story tells of days too; what counts stands in lines of its own.
        matches = (re.fullmatch(words.replace("N", f"({NUMBER})"), line) for line in self.front)
        return next((number(match[1]) for match in matches if match), 0)

    @cached_property
    def treatment(self) -> int:
        """Baht."""
        return self._harm("ค่ารักษา N บาท")

    @cached_property
    def other(self) -> int:
        """Baht."""
        return self._harm("ค่าใช้จ่ายอื่น N บาท")

    @cached_property
    def hearts(self) -> int:
        """Hearts lost."""
        return self._harm("เสียใจ N ดวง")

    @cached_property
    def hospital_days(self) -> int:
        """Days in hospital."""
        return self._harm("นอนโรงพยาบาล N วัน")

    @cached_property
    def ill_days(self) -> int:
        """Days in hospital or resting."""
        return self.hospital_days + self._harm("หมอสั่งพัก N วัน")

    @cached_property
    def days(self) -> int:
        """Days without income."""
        return self.ill_days + self._harm("ขาดรายได้อีก N วัน")

    @property
    def kept(self) -> bool:
        """What rights pay beyond the event's costs is kept."""
        return any(line.startswith("เงินจากเรื่องนี้ใช้ได้เท่าค่าใช้จ่าย") for line in self.back)

    @cached_property
    def rights(self) -> dict[int, Right]:
        """Rights by the number of their card."""
        cells = (cell.strip() for line in self.front[-3:] for cell in line.split(CELL))
        names = {int(cell[0]): cell[1:] for cell in cells}
        assert sorted(names) == [1, 2, 3, 4, 5, 6]
        return {place: self._right(place, name) for place, name in names.items()}

    def _right(self, place: int, name: str) -> Right:
        lead = re.compile(rf"{place} \[(ใช้ได้|ใช้ไม่ได้)\] {re.escape(name)} ")
        line, match = next((x, m) for x in self.back if (m := lead.match(x)))
        said = line[match.end() :].replace("*", "")
        if match[1] == "ใช้ไม่ได้":
            return Right(place, False, 0, {}, {})
        need = _NEED.search(said)
        assert need is not None, line
        hearts = re.search(r"ใจ \+(\d+)", said)
        needs = {key: value for key, value in need.groupdict().items() if value}
        sums = _sums(said[: need.start()].strip())
        return Right(place, True, int(hearts[1]) if hearts else 0, sums, needs)

    @property
    def claim(self) -> str:
        """The question at the counter; empty: what it pays comes at once."""
        line = next((x for x in self.back if x.startswith("ที่เคาน์เตอร์ ")), "")
        return line.removeprefix("ที่เคาน์เตอร์ ")

    @property
    def claim_answer(self) -> str:
        """What stands behind "answer" at the counter."""
        return next(x for x in self.back if x.startswith("เฉลย ")).removeprefix("เฉลย ")


@dataclass(frozen=True)
class QuestionCard:
    """A question's card."""

    front: Lines
    back: Lines

    @cached_property
    def how(self) -> str:
        """How it is answered."""
        return self.front[0].rpartition(" · ")[2]

    @property
    def asked(self) -> str:
        """The question."""
        return self.front[2]

    @property
    def for_everybody(self) -> bool:
        """All answer it, not the household on turn alone."""
        return self.how in ("เลือกข้อเดียว", "จริงหรือไม่จริง")

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The letters before each text."""
        found: dict[str, list[str]] = {}
        for cell in (cell.strip() for line in self.front[3:] for cell in line.split(CELL)):
            label, _, text = cell.partition(". ")
            found.setdefault(text, []).append(label)
        return found

    def is_right(self, said: object) -> bool:
        """Return whether it is the answer on the back.

        Args:
            said: a letter, letters, "จริง", steps in order, letters of a match in order, a number.
        """
        match self.how:
            case "เลือกข้อเดียว":
                return self.back[0].startswith(f"{said}. ")
            case "จริงหรือไม่จริง":
                return self.back[0] == said
            case "เลือกได้หลายข้อ":
                assert isinstance(said, frozenset)
                texts = [text for text, labels in self.labels.items() if labels[0] in said]
                lines = {f"{self.labels[text][0]}. {text}" for text in texts}
                right = {line for line in self.back if line.partition(". ")[2] in self.labels}
                return lines == right
            case "ใส่เลขเรียงลำดับ":
                assert isinstance(said, tuple)
                return all(
                    self.back[n - 1] == f"{n}. {step}" for n, step in enumerate(said, 1)
                )
            case "ลากเส้นจับคู่":
                assert isinstance(said, tuple)
                pairs = self.back[0].split()
                return all(
                    any(pairs[n - 1] == f"{n}–{letter}" for letter in letters)
                    for n, letters in enumerate(said, 1)
                )
            case "เขียนตัวเลข":
                assert isinstance(said, int)
                loose = re.search(rf"คลาดได้ไม่เกิน ({NUMBER})", self.back[1])
                right = found(r"^N", self.back[0])
                return abs(said - right) <= (number(loose[1]) if loose else 0)
        raise AssertionError(self.how)


@dataclass(frozen=True)
class GoalCard:
    """A village goal's card."""

    front: Lines
    back: Lines

    def _effect(self, words: str) -> int:
        match = re.search(words.replace("N", r"(\d+)"), self.front[-1])
        return int(match[1]) if match else 0

    def coins(self, households: int) -> int:
        """Coins needed."""
        at = next(n for n, line in enumerate(self.back) if line.startswith("1 บ้าน"))
        heads, sums = (self.back[n].split(f" {CELL} ") for n in (at, at + 1))
        return int(sums[heads.index(f"{households} บ้าน")])

    @property
    def claim_help(self) -> bool:
        """A wrong claim is paid now all the same."""
        return "ตอบที่เคาน์เตอร์ผิดก็ยังได้เงินในตอนนี้" in self.front[-1]

    @property
    def cheaper(self) -> int:
        """Per cent spared of other costs."""
        return self._effect("ค่าอื่นของเรื่องร้ายลดลงร้อยละ N")

    @property
    def mends(self) -> int:
        """Hearts after each chapter."""
        return self._effect("จบแต่ละตอนใจของทุกบ้านฟื้นขึ้น N ดวง")

    @property
    def more_stars(self) -> int:
        """Further stars for a rumour judged rightly."""
        return self._effect("รู้ทันข่าวลือแล้วได้ดาวเพิ่มอีก N ดวง")

    @property
    def storm(self) -> int:
        """Per cent spared of the storm's harm."""
        return self._effect("พายุทำให้เสียน้อยลงร้อยละ N")

    @property
    def storm_of_all(self) -> int:
        """Per cent left of the storm's harm when all goals against it are built."""
        return found("สร้างครบทุกโครงการกันพายุ เสียเพียงร้อยละ N", " ".join(self.back))
