"""The words of a Chinese address, as far as a mask must know them: what leads into a building, and what may stay.

All patterns read folded text: NFKC, simplified characters, no spaces or hyphens beside them. The order of elements and
their names follow the usual address tags: district, town, village, group, road, road number, estate, house, unit,
floor, room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from outlet_app.domain.phone import find_phones
from outlet_app.domain.text import premasked_runs

_NUMERAL = "零〇○一二三四五六七八九十百两"
_AGAIN_A_PLACE = r"(?!大?[路街道]|村|庄|镇|乡|巷|弄|胡同|社区|桥|店|山)"

ROAD: Final = r"(?:路|街|(?<!街)道|巷|弄|胡同|线|段|条|环)"
_INTO_BUILDING = r"[-‐-―−~/.#\dA-Za-z栋幢座楼室房层户组队床机台铺排班口梯邻连]|号|单元|门(?!口)|公里|米|年级"
_LANE_OR_NUMBER = (
    rf"(?:(?:(?:\d++|[{_NUMERAL}]++)(?:支?弄|巷|支路|条))++"
    rf"|[甲乙丙丁]?(?:\d++[A-Za-z]?|[{_NUMERAL}]++)[甲乙丙丁]?号(?:大?院)?(?!楼))"
)
_BARE_NUMBER = rf"\d{{1,5}}+(?!{_INTO_BUILDING})"
_NUMBER_BEHIND = rf"(?:[东西南北中]?(?:[{_NUMERAL}\d]{{1,2}}段)?{_LANE_OR_NUMBER}|{_BARE_NUMBER})"
_ROAD_NUMBER = rf"{ROAD}{_NUMBER_BEHIND}"

# Numbers of a road, a quarter or a landmark. Every other Arabic digit leads into a building.
_KEPT_NUMBER = regex.compile(
    rf"{_ROAD_NUMBER}"
    r"|(?<![A-Za-z])[A-Z]?\d++(?:[国省县乡]道|高速|号?公路|号线|号?大街|号?大道|号?路|号?街(?!道))"
    rf"{_NUMBER_BEHIND}?"
    r"|(?<![A-Za-z])[A-Z]?\d++(?:号(?:桥|码头|地块|小区)|医院|[中小]学|学校|广场|大厦|创意|文创|艺术|科创|产业园|工业园"
    r"|团场?|师|[农林]场|小区|期|区)"
    r"|第\d++(?:人民|[中小]学|医院|附属|实验)",
)

_BUILDING = regex.compile(
    rf"第?[{_NUMERAL}]+(?:号(?!线|路|街|大街|公路|桥|码头)|[号#]楼|单元|[栋幢座层室楼户床]|排(?=[{_NUMERAL}\d])"
    rf"|门(?=[{_NUMERAL}\d]|$)|号?宿舍|寝室|病房|病区|教室|车间){_AGAIN_A_PLACE}"
    rf"|第?[{_NUMERAL}]+(?:村民)?(?:小组|组|生产队|大队|中队|队|屯|社(?![区会])|邻){_AGAIN_A_PLACE}"
    rf"|[高初小大]?(?:[{_NUMERAL}]{{1,2}}|\d{{4}}|\d)(?:年级|级|届)?(?:[(]?(?:\d|[{_NUMERAL}]){{1,2}}[)]?)?班(?![路村车])"
    r"|(?<![A-Za-z])[A-Za-z]{1,2}(?:[号#]楼?|[栋幢座楼室门户梯]|单元)"
    rf"|[甲乙丙丁东西南北中](?:单元|[户室栋幢座]){_AGAIN_A_PLACE}"
    rf"|住院[部楼]|门诊[部楼]|急诊|病[房区]|[内外妇儿骨眼产]科|(?:教学|宿舍|办公|实验|综合|行政|科研|家属)楼"
    rf"|[东南西北主副附裙塔][楼塔]{_AGAIN_A_PLACE}"
    rf"|[{_NUMERAL}]{{3,}}$|(?<=[{_NUMERAL}])[零〇○][{_NUMERAL}]",
)
_LATIN_ROOM = r"rooms?|rm|units?|flat|apt|apartment|suite|ste|shop|ward|bed"
LATIN_UNIT: Final = rf"(?:{_LATIN_ROOM}|bldg|building|block|blk|tower|floor|flr|level|lvl|wing)"
_LATIN_WORD = regex.compile(rf"(?<![A-Za-z]){LATIN_UNIT}(?![A-Za-z])|P\.?\s?O\.?\s?Box", regex.IGNORECASE)
_NUMBER = regex.compile(r"(?<![A-Za-z])(?:[A-Za-z]{1,2})?(?=\d)|(?<=[A-Za-z]{3})(?=\d)")
_BOX = regex.compile(r"第?[A-Za-z\d-]*\d(?:号|分)?(?:邮政|专用)?信箱")
_ROOM_LIKE = regex.compile(
    rf"(?:(?:[A-Za-z]?\d+[A-Za-z]?|[{_NUMERAL}]+|[A-Za-z甲乙丙丁])(?:[号#]楼|单元|[栋幢座室房]|寝室|病房|号?床)-?)+"
    rf"(?:(?:[A-Za-z]?\d+|[{_NUMERAL}]+)(?:号|室|房|楼|层)?)*"
    r"|(?<![\d.\-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d\-])"
    rf"|(?<![A-Za-z]){LATIN_UNIT}\s*[.#]?\s*[A-Za-z]?\d+[A-Za-z]?",
    regex.IGNORECASE,
)

# No part of an address: words to the courier, and how to find a door.
_NOTE = regex.compile(
    r"对面|旁边?|隔壁|附近|门口|斜对|后面|前面|里面|楼[上下]|往[东南西北里]|进去|[左右][拐转手]|家[里中]|那[里儿]"
    r"|收件|寄件|收货|联系|电话|手机|姓名|微信|请|勿|麻烦|谢谢|放[在到门]|转交|代收(?!点)",
)
_LONG_NUMBER = regex.compile(r"\d(?:[ .\-]?\d){6,}")

_ELEMENT = regex.compile(
    rf"{_ROAD_NUMBER}|[路街道巷弄村镇乡园苑城府湾院庄寨屯区厂期]|胡同|公路|公寓|别墅|广场|大厦|大楼|中心|商厦|商场|市场|超市"
    r"|酒店|饭店|宾馆|网吧|学校|大学|[中小]学|卫生[所室]|银行|公司|集团|基地|[东西南北中一二三四五六七八九十]里"
    r"|车站|地铁站|机场|码头|大桥|(?:交叉|路|道|渡|地铁)口|交汇处|(?:门卫|收发|传达|保安|值班)室|物业|驿站|快递柜|丰巢柜?"
    r"|自提[点柜]|代[收办]点|服务[站点]|营业[厅部]|派出所|公安局|邮局|[图博][书物]馆|体育[馆场]",
)
_EDGE = regex.compile(r"(?:[ ,、;:。./\-_#(]|第|附|之|负|地下|[甲乙丙丁])+$")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the visible part of an address ends, whether a building begins there, and what stands behind the mask."""

    at: int
    building: bool
    shown: str = ""


def first_cut(folded: str) -> Cut | None:
    """The earliest of: building-level token, unexplained number, phone, premasked run, word to the courier."""
    kept = {index for match in _KEPT_NUMBER.finditer(folded) for index in range(*match.span())}
    numbers = (match.start() for match in _NUMBER.finditer(folded) if match.end() not in kept)
    tokens = (match.start() for token in (_BUILDING, _LATIN_WORD) for match in token.finditer(folded))
    notes = (match.start() for note in (_LONG_NUMBER, _NOTE) for match in note.finditer(folded))
    cuts = [
        *(Cut(match.start(), building=True, shown="信箱") for match in _BOX.finditer(folded)),
        *(Cut(start, building=True) for start in numbers),
        *(Cut(start, building=True) for start in tokens if start not in kept),
        *(Cut(start, building=False) for start in notes),
        *(Cut(found.start, building=False) for found in find_phones(folded)),
        *(Cut(start, building=False) for start, _ in premasked_runs(folded)),
    ]
    return min(cuts, key=lambda cut: (cut.at, cut.building, not cut.shown), default=None)


def known_end(folded: str) -> int:
    """Where the last element that an address may show ends: a road with its number, an estate, a landmark."""
    return max((match.end() for match in _ELEMENT.finditer(folded)), default=0)


def has_road(folded: str) -> bool:
    """Whether a road or a village is named."""
    return regex.search(rf"{ROAD}|[村镇乡]", folded) is not None


def is_blank(folded: str) -> bool:
    """Whether nothing but punctuation and words that belong to a following number is left."""
    return not _EDGE.sub("", folded)


def trim(shown: str) -> str:
    """`shown` without a dangling beginning of what was cut off."""
    return _EDGE.sub("", shown)


def room_like(folded: str) -> tuple[tuple[int, int], ...]:
    """Where units and rooms stand in free text, in which other numbers say something else."""
    return tuple(match.span() for match in _ROOM_LIKE.finditer(folded))
