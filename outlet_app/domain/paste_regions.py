"""Finds the region of a pasted text, and every repetition of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from outlet_app.domain.division_table import Form, Region, division_table
from outlet_app.domain.paste_sheet import MARKS, REGION, Sheet
from outlet_app.domain.region_path import RegionPath, RegionReader

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_START = 4
_MOST_REGIONS = 16
"""Nobody names more in one text; a table pasted by mistake should cost no more than an address."""
_OPENING = frozenset(f" \t\r\n,;。、|/:!()[]【】-—>{MARKS}")
_LONGEST_GLUED_NAME = 4
_COUNTRY = re.compile(r"(?:中国|中华人民共和国)[\s,]*$")
_ORGANISATION = re.compile(r"[一-鿿]{1,10}(?:大学|学院|营业部|公司|医院|集团|[厂店局院所])(?![一-鿿\d])")
_INSTITUTION = re.compile(
    r"[省市县区]?立|第[一二三四五六七八九十]|人民|公安|政府|委|实验|中心|中医|妇幼|[大小中]学|教育|体育|图书"
)
_ADDRESS_WORD = re.compile(r"[路街道巷弄村镇乡号栋幢楼室区苑园]|\d")


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """The region a text names, between `start` and `end`; `rivals` are other regions named as fully elsewhere."""

    path: RegionPath
    start: int
    end: int
    rivals: tuple[Region, ...] = ()

    @property
    def region(self) -> Region:
        """The names of what was found, official and full."""
        return self.path.region


def take_region(sheet: Sheet) -> FoundRegion | None:
    """Find the region that the text proves best, and cross it out wherever it is said."""
    reader = RegionReader(division_table(), sheet.plain)
    paths = list(islice(_paths(sheet.plain, reader), _MOST_REGIONS))
    if not paths:
        return None
    main = max(paths, key=lambda path: (_proof(sheet.plain, path), -path.start))
    country = _COUNTRY.search(sheet.plain, 0, main.start)
    start, end = country.start() if country else main.start, main.end
    if country:
        sheet.cross_out(start, main.start, REGION)
    taken = [main]
    for path in paths:
        if path is not main and _says_the_same(path, main) and _is_repetition(sheet.plain, path, taken, reader):
            taken.append(path)
            main = _deeper(main, path)
    for path in taken:
        if reader.skip(end) == path.start or path.start == end:
            end = path.end
        if not (path.bare and _ORGANISATION.match(sheet.plain, path.end)):
            sheet.cross_out(path.start, path.end, REGION)
    rivals = (path.region for path in paths if path not in taken and len(path.steps) > 1 and not path.others)
    return FoundRegion(main, start, end, tuple(rivals))


def _paths(plain: str, reader: RegionReader) -> Iterator[RegionPath]:
    """The paths from left to right that do not overlap; in the middle of a word only those that prove something."""
    behind = 0
    for start in reader.names:
        if start < behind:
            continue
        glued = 0 if start == behind else _glued_before(plain, start)
        if glued > _LONGEST_GLUED_NAME and not reader.is_named_in_full(start):
            continue
        path = reader.path_at(start)
        if path is not None and _counts(plain, path, glued, opens=not glued):
            yield path
            behind = path.end


def _glued_before(plain: str, start: int) -> int:
    """How many characters stand directly before, up to one more than a name has."""
    size = 0
    while size <= _LONGEST_GLUED_NAME and start > size and plain[start - size - 1] not in _OPENING:
        size += 1
    return size


def _counts(plain: str, path: RegionPath, glued: int, *, opens: bool) -> bool:
    first = path.steps[0].reading
    if opens:
        return (
            not path.bare or first.place.level < 2 or _ADDRESS_WORD.search(plain, path.end, path.end + 12) is not None
        )
    if path.bare or first.form is Form.LOOSE:
        return False
    if len(path.steps) > 1:
        return first.form is not Form.SHORT or glued <= _LONGEST_GLUED_NAME
    return glued <= _LONGEST_GLUED_NAME or first.place.level == 0


def _proof(plain: str, path: RegionPath) -> int:
    opens = path.start == 0 or plain[path.start - 1] in _OPENING
    return path.score + (_AT_START if opens else 0)


def _says_the_same(path: RegionPath, main: RegionPath) -> bool:
    place = main.place
    return any(one.holds(place) or place.holds(one) for one in (path.place, *path.others)) or any(
        path.place.holds(one) for one in main.others
    )


def _is_repetition(plain: str, path: RegionPath, taken: list[RegionPath], reader: RegionReader) -> bool:
    """Said beside the region itself, or as a piece of its own; a lone short word must be a piece of its own."""
    if len(path.steps) == 1 and _INSTITUTION.match(plain, path.end):
        return False
    closes = path.end == len(plain) or plain[path.end] in _OPENING
    opens = path.start == 0 or plain[path.start - 1] in _OPENING
    if path.bare:
        return opens and (closes or any(path.end == one.start for one in taken))
    beside = any(reader.skip(one.end) == path.start or reader.skip(path.end) == one.start for one in taken)
    return beside or opens


def _deeper(main: RegionPath, path: RegionPath) -> RegionPath:
    """The one that says more; a district that several cities have is settled by the city said elsewhere."""
    for one in (path.place, *path.others):
        if main.place.holds(one) and one.level > main.place.level:
            return replace(
                path,
                steps=(*main.steps, replace(path.steps[-1], reading=replace(path.steps[-1].reading, place=one))),
                others=(),
            )
    if main.others:
        settled = [one for one in (main.place, *main.others) if path.place.holds(one)]
        if len(settled) == 1:
            last = main.steps[-1]
            steps = (*main.steps[:-1], replace(last, reading=replace(last.reading, place=settled[0])))
            return replace(main, steps=steps, others=())
    return main
