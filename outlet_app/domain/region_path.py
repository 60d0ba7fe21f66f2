"""Finds the way from province to district in a text: which words name divisions, and which only look like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from outlet_app.domain.division_table import NO_REAL_NAME, DivisionTable, Form, Level, Place, Reading, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS = {Form.FULL: 5, Form.OLD: 4, Form.LOOSE: 3, Form.SHORT: 2}
"""How much a step of the path proves; a step further down always beats a fuller form of one step."""

_GAP = re.compile(
    r"[\s,，、。/|>＞_\-—·.;；:：]{0,4}(?:(?:市辖区|县(?=[一-鿿]{1,10}县)|生产建设兵团(?:第?[一二三四五六七八九十\d]{1,3}师)?|省直辖县级行政[区单][划位]|(?:省|自治区)直辖县?)[\s,，/|\-]{0,3})?"
)
_LOOSE_ENDING = re.compile(r"新区|地区|林区|自治[州县旗区]|特别行政区|[省市区县旗盟州]")
_OTHER_WORD = re.compile(
    r"[东西南北中新老上下前后内外]{0,2}[一二三四五六七八九十]?(?:大?[路街](?!办)|大?道|巷|弄|胡同|支路|高速|环路|村|镇|乡|屯|庄|街道)|"
    r"里\d|大桥|[桥河江湖山寺祠宫塔庙门]|[大小中]学|学院|医院|银行|酒店|宾馆|饭店|大厦|广场|花园|小区|公寓|公园|商[城场]|市场|"
    r"机场|车站|站|码头|港|体育|国际|人家|印象"
)
_ZONE_WORD = re.compile(r"(?:经济|高新)?(?:技术)?(?:产业)?开发区|工业|高新|科技园|产业园|新[城村]|物流|商贸")
_PLACE_NAME = re.compile(r"[一-鿿]{1,4}(?:宾馆|博物馆|体育馆|大学|学院|医院|机场|客运站|寺|祠)")
_NOT_DISTRICT = re.compile(r"[路街巷弄村镇乡号栋幢]|大道|街道|小区|社区|校区|厂区|园区")
_SMALLEST_ZONE_NAME = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a path: where it stands in the text and what it names."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class RegionPath:
    """Words that follow each other from large to small; `others` is what the same words could mean as well."""

    steps: tuple[Step, ...]
    others: tuple[Place, ...] = ()

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.steps[0].start

    @property
    def end(self) -> int:
        """Behind the last word."""
        return self.steps[-1].end

    @property
    def place(self) -> Place:
        """The deepest division named."""
        return self.steps[-1].reading.place

    @property
    def region(self) -> Region:
        """The deepest division's names; of those that several places share, no more than they have in common."""
        here = self.place.region
        regions = [here, *(place.region for place in self.others)]
        return Region(
            here.province if all(region.province == here.province for region in regions) else "",
            here.city if all(region.city == here.city for region in regions) else "",
            here.district if all(region.district == here.district for region in regions) else "",
        )

    @property
    def score(self) -> int:
        """How much the words prove together."""
        return _score(self.steps)

    @property
    def bare(self) -> bool:
        """Whether all there is, is one short word, which may belong to a name or a road as well."""
        return len(self.steps) == 1 and self.steps[0].reading.form is Form.SHORT

    @property
    def renamed(self) -> bool:
        """Whether a word is not what the division is called today."""
        return any(step.reading.form in {Form.OLD, Form.LOOSE} for step in self.steps)

    @property
    def strayed(self) -> bool:
        """Whether a district was named below a city that it does not belong to."""
        return _strays(self.steps)


def _strays(steps: tuple[Step, ...]) -> bool:
    return len(steps) > 1 and not all(
        above.reading.place.holds(below.reading.place) for above, below in pairwise(steps)
    )


def _score(steps: tuple[Step, ...]) -> int:
    if len(steps) == 1:
        return WEIGHTS[steps[0].reading.form] + 2
    return sum([WEIGHTS[step.reading.form] + 2 for step in steps]) - (6 if _strays(steps) else 0)


class RegionReader:
    """Reads the paths of one text. The text is folded: simplified characters, half width."""

    def __init__(self, table: DivisionTable, text: str) -> None:
        self._table = table
        self._text = text
        self._steps: dict[tuple[int, str], tuple[Step, ...]] = {}
        self.names = table.names_in(text)

    def skip(self, position: int) -> int:
        """Behind the separators and placeholder levels that may stand between two words of a path."""
        found = _GAP.match(self._text, position)
        return found.end() if found else position

    def is_named_in_full(self, start: int) -> bool:
        """Whether a word here is more than the short form of a name."""
        longest = self.names[start][0]
        return any(reading.form is not Form.SHORT for reading in self._table.readings(longest))

    def path_at(self, start: int, above: Place | None = None) -> RegionPath | None:
        """The best path that begins exactly here, below a division if one is given."""
        best: dict[str, tuple[Step, ...]] = {}
        top = 0
        for steps in self._continued(start, above):
            score = _score(steps)
            if score > top:
                best, top = {}, score
            if score == top:
                best.setdefault(steps[-1].reading.place.code, steps)
        if not best:
            return None
        chosen, *others = sorted(best.values(), key=lambda steps: steps[-1].reading.place.level)
        ends = (steps[-1].reading.place for steps in others)
        return RegionPath(chosen, tuple(place for place in ends if not chosen[-1].reading.place.holds(place)))

    def _continued(self, start: int, above: Place | None) -> list[tuple[Step, ...]]:
        """Every way on from here: the longest word first, a shorter one only if more follows it (青岛|市北区)."""
        longest: list[tuple[Step, ...]] = []
        for name in self.names.get(start, ()):
            steps = self._steps_of(name, start)
            ways = [way for step in steps if self._fits(step, above) for way in self._ways(step, above)]
            if not longest:
                longest = ways
            elif any(len(way) > 1 and way[-1].end > longest[0][0].end for way in ways):
                return ways
            if longest and (len(longest[-1]) > 1 or (above is not None and above.level is Level.CITY)):
                break
        return longest

    def _ways(self, step: Step, above: Place | None) -> Iterator[tuple[Step, ...]]:
        deeper = self._continued(self.skip(step.end), step.reading.place) if _may_go_on(step) else []
        if deeper or self._stands_alone(step, above):
            yield (step,)
        for rest in deeper:
            yield (step, *rest)

    def _stands_alone(self, step: Step, above: Place | None) -> bool:
        """Whether a word with nothing deeper behind it is a division's name and not the beginning of another word."""
        if step.reading.form is Form.SHORT:
            level = step.reading.place.level
            if _OTHER_WORD.match(self._text, step.end):
                return False
            if level is Level.DISTRICT:
                return not (_PLACE_NAME.match(self._text, step.end) or _ZONE_WORD.match(self._text, step.end))
            return True
        return above is not None or self._text[step.start : step.end] not in NO_REAL_NAME

    def _fits(self, step: Step, above: Place | None) -> bool:
        """Below, or (a full name only) beside it in the same province: a county that changed hands."""
        place = step.reading.place
        if above is None:
            return self._opens(step)
        if above.holds(place):
            return place.level > above.level
        if step.reading.form not in {Form.FULL, Form.OLD} or place.level is not Level.DISTRICT or place.zone:
            return False
        near = above.code[:2] if above.level is Level.CITY else above.code[:4]
        return place.code.startswith(near) and place.name not in NO_REAL_NAME and above.level is not Level.PROVINCE

    def _opens(self, step: Step) -> bool:
        """Whether a path may begin with this word: no zone without its city's name, no district raised by mistake."""
        place = step.reading.place
        if place.zone:
            return step.end - step.start >= _SMALLEST_ZONE_NAME and step.reading.form is Form.FULL
        if step.reading.form is Form.LOOSE and place.level is Level.DISTRICT:
            return self._text[step.end - 1] == "县" or (self._text[step.end - 1] == "市" and place.name[-1] == "区")
        return True

    def _steps_of(self, name: str, start: int) -> tuple[Step, ...]:
        known = self._steps.get((start, name))
        if known is None:
            known = self._steps[start, name] = tuple(self._readings_of(name, start))
        return known

    def _readings_of(self, name: str, start: int) -> Iterator[Step]:
        end = start + len(name)
        loose = _LOOSE_ENDING.match(self._text, end)
        for reading in self._table.readings(name):
            if reading.form is not Form.SHORT or not loose:
                yield Step(start, end, reading)
            elif self._ends_loosely(reading.place, loose):
                yield Step(start, loose.end(), Reading(reading.place, Form.LOOSE))
            elif reading.place.level is not Level.DISTRICT:
                yield Step(start, end, reading)

    def _ends_loosely(self, place: Place, ending: re.Match[str]) -> bool:
        """Whether a short name with this ending is a former or careless way to write the place's own name."""
        if place.zone or place.name.endswith(ending[0]):
            return False
        if ending[0] in {"省", "自治区", "特别行政区"}:
            return place.level is Level.PROVINCE
        if place.level is Level.DISTRICT:
            return ending[0] in {"市", "区", "县", "旗", "新区"} and not _NOT_DISTRICT.match(self._text, ending.end())
        return place.level is Level.CITY and ending[0] in {"市", "地区", "州", "盟", "自治州"}


def _may_go_on(step: Step) -> bool:
    """A district has nothing below it, but a former prefecture that is a county-level city today (巢湖市) may."""
    place = step.reading.place
    return place.level < Level.DISTRICT or (step.reading.form is Form.FULL and place.name.endswith("市"))
