"""The shipped table of administrative divisions and renamed places, with every form of their names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from outlet_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NO_REAL_NAME = frozenset({"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "新区"})
"""District names that say nothing without the city before them."""


class Level(IntEnum):
    """How deep a division lies; the value is half the length of its code's prefix, less one."""

    PROVINCE = 0
    CITY = 1
    DISTRICT = 2


class Form(IntEnum):
    """How a name was written, the surest first."""

    FULL = 0
    OLD = 1
    LOOSE = 2
    SHORT = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Official full names, from the largest down; a level that does not exist or is not known is empty.

    In the four municipalities `city` repeats `province`. Counties that their province administers directly (济源市)
    have no city; 东莞, 中山, 儋州 and 嘉峪关 have no district. In Hong Kong and Macau the city is the part of the
    territory (九龙, 澳门半岛). A development zone (苏州工业园区) stands where a district would.
    """

    province: str = ""
    city: str = ""
    district: str = ""

    @property
    def text(self) -> str:
        """The names in one line, a municipality said once."""
        return f"{self.province}{'' if self.city == self.province else self.city}{self.district}"


@dataclass(frozen=True, slots=True)
class Place:
    """One division of today. `code` is the six-digit code of the table; `initials` are pinyin first letters."""

    code: str
    name: str
    level: Level
    region: Region
    initials: str
    zone: bool

    @property
    def stem(self) -> str:
        """What every code below this division begins with."""
        return self.code[: 2 * self.level + 2]

    def holds(self, other: Place) -> bool:
        """Whether the other division lies below this one, or is this one."""
        return other.code.startswith(self.stem)


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a written name can mean. `heirs` are the other divisions that a dissolved one went to."""

    place: Place
    form: Form
    heirs: tuple[Place, ...] = ()


class DivisionTable:
    """Every division by code, and every form of every name with what it can mean.

    Rows stay text until somebody asks for them, because a start of the program asks for few of four thousand.
    """

    def __init__(self, divisions: Iterable[str], aliases: Iterable[str]) -> None:
        """Read the lines of the two files: code, name, short forms, initials, zone; old name, codes, year, source."""
        rows = csv.reader(divisions)
        self.data_date = next(rows)[-1]
        self._rows = {row[0]: row for row in rows}
        self._places: dict[str, Place] = {}
        self._written: dict[str, list[tuple[Form, str]]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._cities_with_districts: set[str] | None = None
        for code, name, short, _, _ in self._rows.values():
            self._add(name, Form.FULL, code)
            if short:
                for form in short.split("|"):
                    self._add(form, Form.SHORT, code)
        old = csv.reader(aliases)
        next(old)
        for name, codes, _, _ in old:
            self._add(name, Form.OLD, codes)
        for sizes in self._lengths.values():
            sizes.sort(reverse=True)

    def _add(self, name: str, form: Form, codes: str) -> None:
        found = self._written.get(name)
        if found is not None:
            found.append((form, codes))
            return
        self._written[name] = [(form, codes)]
        sizes = self._lengths.setdefault(name[:2], [])
        if len(name) not in sizes:
            sizes.append(len(name))

    def place(self, code: str) -> Place:
        """The division of a six-digit code. Raises KeyError for a code that the table does not have."""
        found = self._places.get(code)
        if found is None:
            found = self._places[code] = self._made(*self._rows[code])
        return found

    def _made(self, code: str, name: str, _short: str, initials: str, zone: str) -> Place:
        if code.endswith("0000"):
            region = Region(name, name if name.endswith("市") else "")
            return Place(code, name, Level.PROVINCE, region, initials, zone=False)
        above = self.place(f"{code[:2]}0000").region
        if code.endswith("00"):
            return Place(code, name, Level.CITY, Region(above.province, name), initials, zone=False)
        holder = f"{code[:4]}00"
        city = self._rows[holder][1] if holder in self._rows else above.city
        return Place(code, name, Level.DISTRICT, Region(above.province, city, name), initials, zone=bool(zone))

    def divides(self, place: Place) -> bool:
        """Whether there are divisions below this one."""
        if place.level is Level.PROVINCE:
            return True
        if self._cities_with_districts is None:
            self._cities_with_districts = {code[:4] for code in self._rows if not code.endswith("00")}
        return place.level is Level.CITY and place.stem in self._cities_with_districts

    def readings(self, name: str) -> tuple[Reading, ...]:
        """What a written name can mean; nothing for a name that is not in the table."""
        known = self._readings.get(name)
        if known is None:
            found = []
            for form, codes in self._written.get(name, ()):
                first, *heirs = (self.place(code) for code in codes.split("|"))
                found.append(Reading(first, form, tuple(heirs)))
            known = self._readings[name] = tuple(found)
        return known

    def names_in(self, text: str) -> dict[int, list[str]]:
        """Where names begin in the text, in order, and which, in any form, longest first."""
        found: dict[int, list[str]] = {}
        lengths, written = self._lengths, self._written
        for start in range(len(text) - 1):
            sizes = lengths.get(text[start : start + 2])
            if sizes:
                names = [text[start : start + size] for size in sizes if text[start : start + size] in written]
                if names:
                    found[start] = names
        return found

    def places(self, level: Level) -> Iterator[Place]:
        """Every division of one level, in the order of the codes."""
        for code in self._rows:
            depth = Level.PROVINCE if code.endswith("0000") else Level.CITY if code.endswith("00") else Level.DISTRICT
            if depth is level:
                yield self.place(code)


@lru_cache(maxsize=1)
def division_table() -> DivisionTable:
    """The shipped table, read once."""
    with (
        paths.resource("divisions.csv").open(encoding="utf-8", newline="") as divisions,
        paths.resource("place_aliases.csv").open(encoding="utf-8", newline="") as aliases,
    ):
        return DivisionTable(divisions, aliases)
