"""The paper game's sums, read from the printed text alone, as a player reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pypdfium2

from printables.pdf.text_layer import as_written
from printables.print_target import PrintTarget

_NUMBER = r"-?[\d,]+"
"""As it is printed. Texts are compared without spaces: readers tell them differently."""


def text_of(pdf: bytes) -> list[str]:
    """Return the text of each page, its lines and spaces kept."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return [
            "\n".join(
                as_written_line(line) for line in p.get_textpage().get_text_range().splitlines()
            )
            for p in document
        ]


def as_written_line(line: str) -> str:
    """Return a line with its words apart; signs that readers see apart are joined."""
    return " ".join(filter(None, map(as_written, line.split())))


def number(text: str) -> int:
    """Return ``1,200`` as 1200."""
    return int(text.replace(",", ""))


def found(pattern: str, text: str, default: int | None = None) -> int:
    """Return the number that the pattern's group catches.

    Raises:
        AssertionError: nothing in the text reads like that.
    """
    match = re.search(pattern.replace(" ", ""), as_written(text))
    if match is None:
        assert default is not None, (pattern, text)
        return default
    return number(match[1])


@dataclass(frozen=True)
class WorkCard:
    """An occupation's card."""

    front: str
    back: str

    @cached_property
    def income(self) -> int:
        """Baht a year."""
        return found(rf"รายได้ปีละ ?({_NUMBER})", self.front)

    @cached_property
    def living(self) -> int:
        """Baht a year."""
        return found(rf"กินใช้ปีละ ?({_NUMBER})", self.front)

    @cached_property
    def day(self) -> int:
        """Baht that a day without work costs."""
        return found(rf"ขาดงานหนึ่งวัน เสีย ({_NUMBER}) บาท", self.back)

    @cached_property
    def tool_price(self) -> int:
        """Baht for the tool of the work."""
        return found(rf"ราคา ({_NUMBER}) บาท", self.back, 0)

    @cached_property
    def tool_income(self) -> int:
        """Baht that the tool adds to a year."""
        return found(rf"รายได้เพิ่มปีละ ({_NUMBER})", self.back, 0)


@dataclass(frozen=True)
class EventCard:
    """A life event's card."""

    front: str
    back: str

    def _harm(self, words: str) -> int:
        # The story tells of days too; what counts stands in the box below it.
        pattern = words.replace(" ", "").replace("N", f"({_NUMBER})")
        matches = re.findall(pattern, as_written(self.front))
        return number(matches[-1]) if matches else 0

    @cached_property
    def treatment(self) -> int:
        """Baht."""
        return self._harm("ค่ารักษา N บาท")

    @cached_property
    def other(self) -> int:
        """Baht."""
        return self._harm("ค่าใช้จ่ายอื่น N บาท")

    @cached_property
    def hospital_days(self) -> int:
        """Days in hospital."""
        return self._harm("นอนโรงพยาบาล N วัน")

    @cached_property
    def days(self) -> int:
        """Days without income: in hospital, resting, and others."""
        return self.hospital_days + self._harm("หมอสั่งพัก N วัน") + self._harm("ขาดรายได้อีก N วัน")


@dataclass(frozen=True)
class Rules:
    """The numbers of the rules sheet."""

    text: str

    def _told(self, words: str) -> int:
        return found(words.replace("N", f"({_NUMBER})"), self.text)

    @cached_property
    def start(self) -> int:
        """Baht at the start."""
        return self._told("เงินตั้งต้นบ้านละ N บาท")

    @cached_property
    def weary(self) -> int:
        """Per cent of income that a missing heart costs."""
        return self._told("รายได้น้อยลงร้อยละ N")

    @cached_property
    def trip(self) -> int:
        """Baht for a card that does not apply."""
        return self._told("เสียเที่ยวใบละ N บาท")

    @cached_property
    def treatment_most(self) -> int:
        """Baht of treatment that nobody pays more of."""
        return self._told("จ่ายเองไม่เกิน N บาท")

    @cached_property
    def coin(self) -> int:
        """Baht of a coin for the goal."""
        return self._told("เหรียญละ N บาท")

    @cached_property
    def debt_most(self) -> int:
        """Baht of debt at most."""
        return self._told("เงินติดลบกลายเป็นหนี้ ไม่เกิน N บาท")

    @cached_property
    def debt_grows(self) -> int:
        """Per cent by which debt grows."""
        return self._told("หนี้โตขึ้นร้อยละ N")

    @cached_property
    def storm_days(self) -> int:
        """Days that the storm takes."""
        return self._told("พายุมา ทุกบ้านหยุดงาน N วัน")

    @cached_property
    def storm_repair(self) -> int:
        """Baht that a house's repair costs."""
        return self._told("ซ่อมบ้าน N บาท")

    @cached_property
    def storm_fund(self) -> int:
        """Baht that the fund gives back after the storm."""
        return self._told("บ้านที่ถือกองทุนได้คืน N บาท")


def cards_of(target: PrintTarget) -> dict[str, tuple[str, str]]:
    """Return front and back of each card of a deck, as printed text, by the card's id."""
    cards = {}
    for piece in target.pieces:
        front, back = text_of(piece.render())
        cards[piece.content.id] = (front, back)
    return cards
