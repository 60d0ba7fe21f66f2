"""The labels of a pasted text: words that say which field follows, and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from outlet_app.domain.paste_sheet import LABEL, MARKS, Sheet


class Field(StrEnum):
    """What a label announces."""

    NAME = "name"
    PHONE = "phone"
    REGION = "region"
    DETAIL = "detail"
    NOTE = "note"
    PARTY = "party"
    OTHER = "other"


class Side(StrEnum):
    """Whose details a label announces."""

    SENDER = "sender"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start`; what it announces begins at `end`."""

    start: int
    end: int
    field: Field
    side: Side | None


_SIDE = r"(?P<side>[收寄发](?:[件货](?:[人方者]|信息|资料)?|方|信息)?|收货|到件人|买家|客户)?的?"
_SURE = (
    ("name", r"(?:真实)?姓名|名字|联系人(?:姓名)?|full\s?name|name|contact"),
    (
        "phone",
        r"(?:联系|手机|固定|移动)?(?:电话|手机)(?:号码?)?|联系方式|联系号码|座机号?码?|固话|tel(?:ephone)?|phone|mobile",
    ),
    ("region", r"所在(?:地区|区域|省市区?县?|城市|地)|省[/、]?市[/、]?区[县]?|行政区域"),
    (
        "detail",
        r"(?:详细|具体|街道|收货|收件|快递|邮寄|家庭|公司|单位|通[讯信]|联系|寄送|配送|送货|现居|居住)?(?:地址|住址)|寄送至|address|addr",
    ),
    ("note", r"(?:买家|卖家|订单)?(?:备注|留言)|附言"),
    (
        "other",
        r"身份证(?:号码?)?|邮政?编码?|邮政编码|(?:订单|运单|快递单|物流|交易|快递)(?:编号|单号|号码?)|post\s?code|zip(?:\s?code)?",
    ),
)
_WITH_COLON = (
    ("name", r"姓\s*名|名称|称呼|联系|联\s*系\s*人|人"),
    ("phone", r"号码|(?:联\s*系\s*)?电\s*话|手\s*机"),
    ("region", r"地区|区域|省份?|城市|市|区[县]?|县"),
    ("detail", r"街道|门牌号?|地\s*址|详址|送至|送到|寄到|寄至|发到|小区|add"),
    ("note", r"说明|要求|提示"),
    ("other", r"物品|品名|重量|数量|件数|日期|时间|商品|货品|快递|公司"),
)
_COLON = r"\s*(?:是|为|改成|改为|填)?[:=]\s*"
_VERB = r"(?:改成|改为|是|为)?"
_UNMISTAKABLE = re.compile(r"姓名|联系人|[收寄发][件货]人|地址|所在地区|所在省市")


def _grammar() -> re.Pattern[str]:
    sure = "|".join(f"(?P<{name}>{words})" for name, words in _SURE)
    weak = "|".join(f"(?P<{name}_>{words})" for name, words in _WITH_COLON)
    side_only = r"(?P<party>(?:收|寄|发)(?:件|货)(?:人|方|者|信息|资料)|收货信息|联系信息)"
    weak_side = r"(?P<party_>[收寄发](?:件|货|方|信息|\s*[件货]\s*人)?)"
    opened = r"[【\[(「]?"
    closed = r"\s*[】\])」]?"
    return re.compile(
        rf"{opened}(?:{_SIDE}(?:{sure})(?:{closed}{_COLON}|{closed}{_VERB}(?P<plain>[\s】\]\x01\x02]*))"
        rf"|{side_only}(?:{closed}{_COLON}|{closed}(?P<plain2>\s*))"
        rf"|{_SIDE.replace('<side>', '<side_>')}(?:{weak})(?:{closed}{_COLON}|[】\]])"
        rf"|{weak_side}(?:{closed}{_COLON}|[】\]]))",
        re.IGNORECASE,
    )


_GRAMMAR = _grammar()
_MAY_HOLD = re.compile(
    r"[:=：【\[]|姓名|名字|联系|电话|手机|座机|固话|[地住]址|所在|省市|行政|[收寄发][货件]|到件|寄送|备注|留言|附言|身份证|邮编|邮政|[订运]单|单号|tel|phone|mobile|name|"
    r"contact|addr|zip|post",
    re.IGNORECASE,
)
"""One of these is in every label; most texts hold none, and looking costs little."""
_NOUN_GOES_ON = re.compile(r"[号]?[一-鿿]{0,2}(?:局|店|城|卖场|大楼|亭)")


def take_labels(sheet: Sheet) -> tuple[Label, ...]:
    """Find the labels and cross them out of the sheet, in order."""
    plain = sheet.plain
    labels: list[Label] = []
    if not _MAY_HOLD.search(plain):
        return ()
    for found in _GRAMMAR.finditer(plain):
        label = _label(found, plain)
        if label is not None:
            labels.append(label)
            sheet.cross_out(label.start, label.end, LABEL)
    return tuple(labels)


def _label(found: re.Match[str], plain: str) -> Label | None:
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    field = next(Field(name.rstrip("_")) for name in parts if name.rstrip("_") in _FIELDS)
    end = found.end()
    if "plain" in parts or "plain2" in parts:
        gap = parts.get("plain", parts.get("plain2", ""))
        end -= len(gap)
        if not _stands_without_colon(field, found.start(), end, plain):
            return None
    side = parts.get("side") or parts.get("side_") or (found[0] if field is Field.PARTY else "")
    return Label(found.start(), end, field, _side(side))


_FIELDS = frozenset(field.value for field in Field)
_BOUNDARY = re.compile(rf"[\s,;。、|/!()\[\]【】{MARKS}]")


def _stands_without_colon(field: Field, start: int, end: int, plain: str) -> bool:
    """A label without a colon must stand at the beginning of something, or right before its number."""
    follows = plain[end : end + 1]
    if field in {Field.PHONE, Field.OTHER} and plain[end:].lstrip(" ")[:1] in {"\x01", "\x02"}:
        return True
    if _NOUN_GOES_ON.match(plain, end):
        return False
    if _UNMISTAKABLE.search(plain, start, end):
        return True
    opens = start == 0 or _BOUNDARY.match(plain, start - 1) is not None
    if plain[start:end].isascii():
        return opens and follows.isspace()
    return opens


def _side(word: str) -> Side | None:
    word = word.lstrip("【[(「")
    if word[:1] in {"寄", "发"}:
        return Side.SENDER
    return Side.RECIPIENT if word[:1] in {"收", "到", "买", "客"} else None
