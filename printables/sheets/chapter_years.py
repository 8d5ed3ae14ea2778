"""The years that the chapters of a game stand for, and what they put aside for old age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import ByOption, PerUnit, SavingsMatch, Scheme, SchemeOption
from engine.thai.dates import grouped

STEPS = 3
"""Of a dream."""
HALF_YEAR = 6
"""Months that are gone for who joins in the middle of a chapter."""


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter's row of the ledger.

    Attributes:
        months: that it adds to a contribution paid all the time.
        steps: of the dream, which may be owned by then.
    """

    age: str
    months: str
    steps: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """A protection that is also a sum for old age.

    Attributes:
        baht: put aside by who holds it all the years of a chapter, chapter by chapter.
        half: baht less for who joins in the middle of the year; empty where it is none.
    """

    baht: tuple[str, ...]
    half: str


def chapter_ages(catalogue: Catalogue, chapters: int) -> tuple[int, ...]:
    """Return the age in each chapter, evenly on the way to old age."""
    first = catalogue.tuning["life_first_age"].value
    last = catalogue.tuning["life_last_age"].value
    step = -(-(last - first) // chapters)
    return tuple(first + step * place for place in range(chapters))


def chapter_rows(catalogue: Catalogue, chapters: int) -> Iterator[ChapterRow]:
    """Yield the chapters' rows of the ledger."""
    for number, (age, years) in enumerate(_years(catalogue, chapters), 1):
        yield ChapterRow(str(age), str(12 * years), str(-(-STEPS * number // chapters)))


def sums_put_aside(catalogue: Catalogue, chapters: int) -> dict[str, PutAside]:
    """Return the protections that add to old age by id, with their sums."""
    found = {}
    for scheme in catalogue.schemes.values():
        for option in scheme.options:
            month = _each_month(catalogue, scheme, option)
            sums = [
                12 * years * month
                + sum(_year(catalogue, scheme, option, age + n) for n in range(years))
                for age, years in _years(catalogue, chapters)
            ]
            if any(sums):
                half = grouped(HALF_YEAR * month) if month else ""
                found[f"{scheme.id}.{option.id}"] = PutAside(tuple(map(grouped, sums)), half)
    return found


def _years(catalogue: Catalogue, chapters: int) -> tuple[tuple[int, int], ...]:
    """Return the age in each chapter, and the years that it stands for."""
    ages = chapter_ages(catalogue, chapters)
    ends = (*ages[1:], catalogue.tuning["life_last_age"].value)
    return tuple((age, end - age) for age, end in zip(ages, ends, strict=True))


def _each_month(catalogue: Catalogue, scheme: Scheme, option: SchemeOption) -> int:
    """Return what each month paid adds to the sum of old age."""
    total = 0
    for benefit in catalogue.benefits.values():
        carried = not benefit.options or option.id in benefit.options
        pays = benefit.pays
        if benefit.scheme == scheme.id and carried and isinstance(pays, PerUnit):
            total += _value(catalogue, pays.amount, option.id) * (pays.unit == "paid_month")
    return total


def _year(catalogue: Catalogue, scheme: Scheme, option: SchemeOption, age: int) -> int:
    """Return what a year at that age adds to an account: the saving and the state's share."""
    if option.saves is None:
        return 0
    for benefit in catalogue.benefits.values():
        if benefit.scheme == scheme.id and isinstance(pays := benefit.pays, SavingsMatch):
            most = _value(catalogue, pays.at_most, option.id)
            for band in pays.bands:
                if age <= _value(catalogue, band.to_age, option.id):
                    percent = _value(catalogue, band.percent, option.id)
                    return option.saves + min(most, option.saves * percent // 100)
    return option.saves


def _value(catalogue: Catalogue, fact: ByOption, option: str) -> int:
    name = fact if isinstance(fact, str) else fact[option]
    value = catalogue.facts[name].value
    return round(value) if isinstance(value, int | float) else 0
