"""Made-up people and parcels for the tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.terms import Category

if TYPE_CHECKING:
    import random

ZHANG = PartyDraft(
    name="张三",
    phone="13800138000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    detail="文一西路969号3号楼2单元501室",
)
LI = PartyDraft(
    name="李小龙",
    phone="0571-88880000",
    province="上海市",
    city="上海市",
    district="徐汇区",
    detail="虹漕路461号58号楼5楼",
)

_PLACES = (
    ("浙江省", "杭州市", "余杭区"),
    ("上海市", "上海市", "徐汇区"),
    ("广东省", "深圳市", "南山区"),
    ("四川省", "成都市", "武侯区"),
    ("北京市", "北京市", "朝阳区"),
)


def draft(**changes: object) -> WaybillDraft:
    """A draft that can be accepted as it stands."""
    whole = WaybillDraft(
        carrier="yto",
        service="standard",
        sender=LI,
        recipient=ZHANG,
        category=Category.CLOTHING,
        weight="1.2",
        fee="12",
        inspected=True,
        real_name_checked=True,
    )
    return replace(whole, **changes)  # type: ignore[arg-type] # the names are the draft's fields


def person(chance: random.Random) -> PartyDraft:
    """Somebody who does not exist, whose name, phone and room occur nowhere else."""
    province, city, district = chance.choice(_PLACES)
    name = chance.choice("欧郑苗裴霍") + "".join(chr(chance.randrange(0x6D00, 0x9000)) for _ in range(2))
    phone = f"1{chance.choice('3589')}{chance.randrange(10**9):09d}"
    building, unit, room = chance.randrange(1, 90), chance.randrange(1, 9), chance.randrange(1000, 9999)
    road = f"{chance.choice('春夏秋冬')}{chance.choice('山水云林')}路{chance.randrange(1, 999)}号"
    return PartyDraft(
        name=name,
        phone=phone,
        province=province,
        city=city,
        district=district,
        detail=f"{road}{building}幢{unit}单元{room}室",
    )
