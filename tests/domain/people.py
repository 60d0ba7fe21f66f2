"""Made-up people for properties: names, phones in every spelling, addresses in every form, the text of labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from outlet_app.domain.masking import mask
from outlet_app.domain.party import Party
from outlet_app.domain.sort_code import sort_code
from outlet_app.domain.terms import Category, Payment
from outlet_app.domain.waybill import Waybill

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
REGIONS = (
    ("浙江省", "杭州市", "余杭区"),
    ("上海市", "上海市", "徐汇区"),
    ("河南省", "郑州市", "二七区"),
    ("广东省", "东莞市", ""),
    ("湖北省", "", "仙桃市"),
    ("内蒙古自治区", "锡林郭勒盟", "多伦县"),
    ("台湾省", "台北市", "信义区"),
)
ROADS = ("文一西路", "人民大道", "五四街", "中山东一路", "东四三条", "2号大街", "平江道", "信義路五段", "")
ESTATES = ("西溪花园", "雅豪苑", "第一人民医院", "金蝶软件园", "某大学北区", "侯庄子村", "东二里", "科技路某网吧", "")


@dataclass(frozen=True, slots=True)
class Home:
    """An address behind its region, and the room in it that nobody may read."""

    detail: str
    room: str


def digits(count: int) -> st.SearchStrategy[str]:
    """As many digits as said, the first of them no 0."""
    return st.integers(10 ** (count - 1), 10**count - 1).map(str)


@st.composite
def names(draw: st.DrawFn) -> str:
    """Names of people, some with what platforms and customers glue to them."""
    kinds = (
        st.text(HAN, min_size=1, max_size=4),
        st.text(HAN, min_size=2, max_size=3).map(lambda name: f"{name[0]}·{name[1:]}"),
        st.sampled_from(["John Smith", "Li", "Ana María", "𠮷田", "😀店", "欧阳娜娜", "张张", "O'Neil"]),
        st.text(HAN, min_size=2, max_size=5).map(lambda name: f"{name}公司"),
        st.text(HAN, min_size=2, max_size=4).map(lambda name: f"{name}水果店"),
    )
    name = draw(st.one_of(kinds))
    return name + draw(st.sampled_from(["", "", "", " ", "(收)", "[2568]", " 转 李四", "/李四"]))


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """Eleven digits."""
    return "1" + draw(st.sampled_from("3456789")) + draw(st.integers(0, 10**9 - 1).map("{:09d}".format))


def mobile_spellings(number: str) -> list[str]:
    """One mainland mobile as people write it."""
    head, middle, tail = number[:3], number[3:7], number[7:]
    plain = [
        number,
        f"{head} {middle} {tail}",
        f"{head}-{middle}-{tail}",
        number.translate(_FULL_WIDTH),
        f"{head}.{middle}.{tail}",
    ]
    prefixed = [f"{prefix}{number}" for prefix in ("+86", "+86 ", "0086", "86", "86-", "0", "(+86)", "+86-0", "电话:")]
    extended = [
        f"{number}{extension}" for extension in ("-1234", "转1234", "[1234]", " 1234", ",1234", " ext 12", "1234")
    ]
    return [*plain, *prefixed, *extended, f"{head}\u200b{middle}\u200b{tail}", f"{head}****{tail}", f"{head}----{tail}"]


def landline_spellings(area: str, number: str) -> list[str]:
    """One landline as people write it; the area with its 0."""
    half = len(number) - 4
    return [
        f"{area}-{number}",
        f"{area}{number}",
        f"({area}){number}",
        f"{area} {number[:half]} {number[half:]}",
        f"+86 {area[1:]} {number}",
        f"+86-{area}-{number}",
        f"0086{area}{number}",
        f"86{area[1:]}{number}",
        f"{area[1:]}-{number}",
        f"{area}-{number}-801",
        f"{area}-{number}转801",
        f"{area}-******{number[6:]}",
    ]


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A number as a waybill keeps it."""
    kinds = (
        mobiles(),
        st.builds("{}-{}".format, st.sampled_from(["010", "021", "0571"]), digits(8)),
        st.builds("{}-{}".format, st.sampled_from(["0313", "0999"]), digits(7)),
        digits(7).map("400{}".format),
        digits(8).map("+852 {}".format),
        digits(8).map("+886 9{}".format),
        digits(10).map("+1 {}".format),
        st.just("95588"),
    )
    return draw(st.one_of(kinds))


@st.composite
def homes(draw: st.DrawFn) -> Home:
    """A detail with a room in it, in one of the forms that people use."""
    road = draw(st.sampled_from(ROADS))
    house = f"{draw(st.integers(1, 2000))}号" if road else ""
    room = draw(st.one_of(st.integers(101, 3299).map(str), st.integers(101, 3299).map("{}".format)))
    building, unit = draw(st.integers(1, 99)), draw(st.integers(1, 9))
    forms = (
        f"{building}幢{unit}单元{room}室",
        f"{building}号楼{unit}单元{room}",
        f"{building}-{unit}-{room}",
        f"{building}-{room}",
        f"B栋{room}",
        f"{unit}单元{room}号房",
        f"{building}#{room}",
        f"{building}栋{unit}门{room}",
        f"第{building}栋 {room}室",
        f"Room {room}",
    )
    behind = draw(st.sampled_from(["", "", " 放门口", " 电话联系", "（请打电话）"]))
    gap = draw(st.sampled_from(["", " ", "-", ","]))
    return Home(f"{road}{house}{gap}{draw(st.sampled_from(ESTATES))}{gap}{draw(st.sampled_from(forms))}{behind}", room)


@st.composite
def parties(draw: st.DrawFn) -> Party:
    """A party with a home somewhere."""
    province, city, district = draw(st.sampled_from(REGIONS))
    return Party(
        name=draw(names()),
        phone=draw(phones()),
        extension=draw(st.sampled_from(["", "", "1234"])),
        province=province,
        city=city,
        district=district,
        detail=draw(homes()).detail,
    )


def waybill(
    sender: Party, recipient: Party, *, number: str = "YT8962646785389", remark: str = "", fee_fen: int = 1200
) -> Waybill:
    """A waybill between two parties."""
    return Waybill(
        record_id=bytes(16),
        version=1,
        number=number,
        carrier="yto",
        service="standard",
        sender=sender,
        recipient=recipient,
        category=Category.CLOTHING,
        contents="毛衣",
        remark=remark,
        weight_g=1250,
        payment=Payment.COLLECT,
        fee_fen=fee_fen,
        cod_fen=123456,
        declared_fen=0,
        sort_code=sort_code(recipient.province, recipient.city, recipient.district),
        accepted_at=datetime(2026, 11, 22, 3, 39, tzinfo=UTC),
    )


@st.composite
def waybills(draw: st.DrawFn) -> Waybill:
    """A waybill whose remark may say what it should not."""
    sender, recipient = draw(parties()), draw(parties())
    remark = draw(
        st.sampled_from(
            [
                "",
                "放门口",
                f"打电话{recipient.phone}",
                f"{recipient.name}亲收",
                f"{recipient.detail}",
                "2件 勿压",
                recipient.phone[:7],
            ]
        )
    )
    number = draw(st.one_of(digits(13).map("YT{}".format), digits(15), digits(12).map("SF1{}".format)))
    return waybill(sender, recipient, number=number, remark=remark, fee_fen=draw(st.integers(0, 99999)))


def _lines(party: MaskedParty) -> list[str]:
    return [f"{party.name}  {party.phone}", party.address[:14], party.address[14:]]


def label_lines(masked: MaskedWaybill) -> list[str]:
    """The text of a label, shaped as labels are: form words, number on all edges, two parties, facts, remark."""
    return [
        "圆通速递",
        "打印 2026-11-22 11:39",
        masked.number,
        masked.sort_code,
        "收",
        *_lines(masked.recipient),
        "寄",
        *_lines(masked.sender),
        "到付",
        f"￥{masked.fee_fen / 100:.2f}",
        "代收",
        f"￥{masked.cod_fen / 100:.2f}",
        f"{masked.weight_g / 1000:.2f} kg",
        masked.remark[:20],
        masked.remark[20:],
        "已验视 已实名",
        masked.number,
        masked.number,
    ]


def drawn(waybill_: Waybill) -> list[str]:
    """The text of the masked label of a waybill."""
    return label_lines(mask(waybill_))


def number_holds_a_phone(waybill_: Waybill) -> bool:
    """Whether a phone stands in the waybill number by chance, which the checker rightly refuses."""
    parties_ = (waybill_.sender, waybill_.recipient)
    whole = ["".join(c for c in party.phone if c.isdecimal()) for party in parties_]
    without_country = ["".join(c for c in party.phone.partition(" ")[2] if c.isdecimal()) for party in parties_]
    return any(len(digits_) >= 10 and digits_ in waybill_.number for digits_ in (*whole, *without_country))
