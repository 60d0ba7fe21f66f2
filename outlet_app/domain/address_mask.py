"""Which part of an address strangers may read: all before the first token that leads into a building."""

from __future__ import annotations

from typing import Final

import regex

from outlet_app.domain.address_tokens import first_cut, has_road, is_blank, known_end, trim
from outlet_app.domain.divisions import divisions
from outlet_app.domain.latin_address import mask_latin
from outlet_app.domain.text import fold_variants, normalise

EMPTY: Final = "未填"
HIDDEN: Final = "***"

_LEADING_CODE = regex.compile(r"^(?:邮编[:：]?)?\d{6}(?=\p{Han})|^(?:中华人民共和国|中国)[ ,]*(?=\p{Han})")
_JOINTS = regex.compile(r"(?<=\p{Han})[\-‐‑‒–—―−_|·](?=[\p{Han}\d])|(?<=\p{Han}) | (?=\p{Han})")
# A region the shipped table does not know: a new division, a misspelt one.
_NOT_IN_A_NAME = r"[^\P{Han}省市区县镇乡村路街道巷弄社小园校厂]"
_REGION = regex.compile(
    rf"(?:{_NOT_IN_A_NAME}{{2,8}}(?:省|自治区|特别行政区),?)?{_NOT_IN_A_NAME}{{1,8}}(?:市|自治州|地区|盟)"
    rf"(?:,?{_NOT_IN_A_NAME}{{1,8}}[区县市旗])?"
    rf"|{_NOT_IN_A_NAME}{{2,8}}(?:省|自治区|特别行政区)"
    rf"|{_NOT_IN_A_NAME}{{1,6}}[区县旗]",
)
_NAMED_DISTRICT = regex.compile(r"[区县旗]$")


def mask_address(text: str) -> str:
    """Division, road and its number, estate or landmark; from the first building-level token on `***`.

    Empty becomes 未填; free text without a division becomes `***`. Source: GB/T 41833-2022 hides unit and room; that
    house, floor and whatever cannot be told go with them is ours.
    """
    address = _prepare(text)
    if address in {"", EMPTY}:
        return EMPTY
    end, has_district = _region(address)
    rest = _mask_rest(address[end:], has_region=end > 0, has_district=has_district)
    return address[:end] + rest


def mask_detail(detail: str) -> str:
    """The road line of an address whose division is known and stands before it: `mask_address` without the division."""
    return _mask_rest(_prepare(detail).lstrip(" -_|·"), has_region=True, has_district=True)


def _prepare(text: str) -> str:
    return _JOINTS.sub("", _LEADING_CODE.sub("", normalise(text)))


def _region(address: str) -> tuple[int, bool]:
    """Where the division at the beginning ends (0: there is none), and whether a district is part of it."""
    folded = fold_variants(address)
    end, has_district = 0, False
    # Platforms put the division before an address that already has it.
    for _ in range(2):
        if (found := divisions().leading_region(folded[end:])) is None:
            break
        region = found[0]
        # A city without districts (东莞) tells as much as a district does.
        is_whole = bool(region.district) or divisions().is_known(region.province, region.city, "")
        end, has_district = len(folded) - len(found[1]), has_district or is_whole
    if not end and (guess := _REGION.match(folded)) is not None:
        return guess.end(), _NAMED_DISTRICT.search(guess.group()) is not None
    return end, has_district


def _mask_rest(rest: str, *, has_region: bool, has_district: bool) -> str:
    if rest and regex.search(r"\p{Han}", rest) is None:
        return mask_latin(rest)
    folded = fold_variants(rest)
    cut = first_cut(folded)
    end = len(rest) if cut is None else cut.at
    known = known_end(folded[:end])
    has_unknown = not is_blank(folded[known:end])
    if cut is None and not has_unknown:
        return rest
    into_building = cut is not None and cut.building
    if not into_building or (has_unknown and not has_region):
        is_placed = has_region and (has_district or has_road(folded[:known]))
        end = known if is_placed else 0
    shown = "" if cut is None else cut.shown
    return trim(rest[:end]) + HIDDEN + shown
