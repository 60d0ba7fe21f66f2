"""Made-up people and their parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.divisions import divisions
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.terms import Category, Payment

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

NUMBERS = {"yto": ("YT8800000000001", "YT8800000002000"), "zto": ("75000000000001", "75000000001000")}
"""The outlet's first and last number of each carrier that it works for."""

_FAMILIES = "赵钱孙李周吴郑冯褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
_GIVEN = "明华丽娜强磊静敏杰涛艳军洋勇芳娟超秀霞平刚桂英玉梅浩宇欣怡子轩雨桐"
_ROADS = ("人民路", "中山路", "建设路", "解放路", "文化路", "新华路", "和平路", "学府路", "滨江路", "朝阳路")
_ESTATES = ("阳光花园", "翠湖小区", "锦绣苑", "金色家园", "书香门第", "幸福里", "")


def drafts(chance: random.Random, count: int) -> Iterator[WaybillDraft]:
    """What the counter is asked to accept, one after the other."""
    for _ in range(count):
        yield WaybillDraft(
            carrier=chance.choice(tuple(NUMBERS)),
            service="standard",
            sender=made_up_person(chance),
            recipient=made_up_person(chance),
            category=chance.choice(tuple(Category)),
            weight=f"{chance.randrange(1, 120) / 10}",
            payment=chance.choice((Payment.PAID, Payment.PAID, Payment.MONTHLY, Payment.COLLECT)),
            fee=str(chance.randrange(8, 40)),
            inspected=True,
            real_name_checked=True,
        )


def made_up_person(chance: random.Random) -> PartyDraft:
    """Somebody who does not exist: the phone lies in a block whose middle digits are zeros."""
    table = divisions()
    province = chance.choice(table.provinces())
    city = chance.choice(table.cities(province))
    district = chance.choice(table.districts(province, city) or ("",))
    name = chance.choice(_FAMILIES) + "".join(chance.choice(_GIVEN) for _ in range(chance.randrange(1, 3)))
    road = f"{chance.choice(_ROADS)}{chance.randrange(1, 999)}号{chance.choice(_ESTATES)}"
    rooms = f"{chance.randrange(1, 30)}幢{chance.randrange(1, 5)}单元{chance.randrange(101, 1299)}室"
    return PartyDraft(
        name=name,
        phone=f"1{chance.choice('3589')}{chance.randrange(10)}0000{chance.randrange(10_000):04d}",
        province=province,
        city=city,
        district=district,
        detail=road + rooms,
    )
