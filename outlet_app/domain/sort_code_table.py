"""A carrier's table of sort codes by place, as a file holds it: read row by row, with what is wrong in which row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from outlet_app.domain import text
from outlet_app.domain.divisions import divisions
from outlet_app.domain.sort_code import LONGEST_CODE
from outlet_app.domain.sort_code import sort_code as place_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from outlet_app.domain.divisions import Region

MOST_ROWS = 20_000
"""Rows of one table: China has some 3,000 districts, and a carrier's table names each at most a few times."""

MOST_FAULTS = 100
"""Faults that are told; a file with more is the wrong file."""

_HEADINGS = {
    "province": ("province", "省", "省份", "省名", "目的省"),
    "city": ("city", "市", "城市", "地市", "目的市", "目的城市"),
    "district": ("district", "区", "区县", "县区", "县", "县市区", "目的区县"),
    "code": ("code", "sort code", "sort_code", "三段码", "大头笔", "编码", "分拣码", "四段码", "集包编码"),
}
"""What the head of a column may say, in small letters."""


class Place(NamedTuple):
    """A carrier and a place, by official full names; an empty district is the whole city, an empty city all of it."""

    carrier: str
    province: str
    city: str
    district: str


class RowFaultKind(StrEnum):
    """Why a row cannot be taken."""

    NO_PLACE = "no_place"
    UNKNOWN_PLACE = "unknown_place"
    NO_CODE = "no_code"
    BAD_CODE = "bad_code"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row that cannot be taken; `row` counts from 1, the headings being row 1."""

    row: int
    kind: RowFaultKind


@dataclass(frozen=True, slots=True)
class SortCodeRow:
    """One place and its code."""

    province: str
    city: str
    district: str
    code: str


@dataclass(frozen=True, slots=True)
class SortCodeTable:
    """A table as it would be loaded: `rows` are good; `faults` tell the others, at most 100 of `refused`.

    `name` is the file's, without its folder.
    """

    name: str
    rows: tuple[SortCodeRow, ...]
    faults: tuple[RowFault, ...]
    refused: int


def code_of(codes: Mapping[Place, str], place: Place) -> str:
    """The code of the row that names most of the place, else city and district."""
    carrier, province, city, district = place
    wider = (place, Place(carrier, province, city, ""), Place(carrier, province, "", ""))
    return next((codes[each] for each in wider if each in codes), "") or place_code(province, city, district)


def columns(headings: Sequence[str]) -> dict[str, int] | None:
    """Which column holds what, by its heading; None where province or code is missing."""
    heads = [heading.strip().lower() for heading in headings]
    found = {name: place for name, words in _HEADINGS.items() for place, head in enumerate(heads) if head in words}
    return found if {"province", "code"} <= found.keys() else None


def read_table(name: str, lines: Sequence[Sequence[str]]) -> SortCodeTable | None:
    """The table that the cells of a file make, the first line its headings; None where these say nothing known."""
    places = columns(lines[0]) if lines else None
    if places is None:
        return None
    rows: list[SortCodeRow] = []
    faults: list[RowFault] = []
    seen: set[tuple[str, str, str]] = set()
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = _row(places, cells)
        if isinstance(row, SortCodeRow) and (place := (row.province, row.city, row.district)) not in seen:
            seen.add(place)
            rows.append(row)
        else:
            faults.append(RowFault(number, row if isinstance(row, RowFaultKind) else RowFaultKind.DOUBLE))
    return SortCodeTable(name, tuple(rows), tuple(faults[:MOST_FAULTS]), len(faults))


def _row(places: Mapping[str, int], cells: Sequence[str]) -> SortCodeRow | RowFaultKind:
    named = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
    code = " ".join(named["code"].split())
    if not named["province"]:
        return RowFaultKind.NO_PLACE
    region = _region(*(named.get(name, "") for name in ("province", "city", "district")))
    if region is None:
        return RowFaultKind.UNKNOWN_PLACE
    if not code:
        return RowFaultKind.NO_CODE
    return (
        SortCodeRow(region.province, region.city, region.district, code)
        if _is_printable(code)
        else RowFaultKind.BAD_CODE
    )


def _region(province: str, city: str, district: str) -> Region | None:
    """The place by its official names, short ones in the file too; None unless all that is said is understood."""
    found = divisions().leading_region(text.fold_variants(text.fold_width(province + city + district)))
    if found is None or found[1].strip():
        return None
    region = found[0]
    said = (province, True), (region.city, bool(city)), (region.district, bool(district))
    return region if all(name or not asked for name, asked in said) else None


def _is_printable(code: str) -> bool:
    bad = text.looks_like_label_code(code) or text.holds_control_character(code) or text.holds_identity_number(code)
    return len(code) <= LONGEST_CODE and not bad
