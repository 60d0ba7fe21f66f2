"""Labels as a grammar: with a colon, in brackets, or before their number."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste_labels import Field, Side, take_labels
from outlet_app.domain.paste_numbers import take_numbers
from outlet_app.domain.paste_sheet import Sheet


def labels(text: str) -> list[tuple[Field, Side | None]]:
    sheet = Sheet(text)
    take_numbers(sheet)
    return [(label.field, label.side) for label in take_labels(sheet)]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("姓名：张三", Field.NAME),
        ("姓 名：张三", Field.NAME),
        ("联系人 张三", Field.NAME),
        ("名字是张三", Field.NAME),
        ("电话13800138000", Field.PHONE),
        ("手 机：13800138000", Field.PHONE),
        ("TEL:13800138000", Field.PHONE),
        ("所在地区：浙江省", Field.REGION),
        ("省份：浙江省", Field.REGION),
        ("【地区】浙江省", Field.REGION),
        ("详细地址：文一西路", Field.DETAIL),
        ("地址文一西路", Field.DETAIL),
        ("备注：易碎", Field.NOTE),
        ("邮编：311121", Field.OTHER),
        ("身份证号码：x", Field.OTHER),
    ],
)
def test_a_label_says_which_field_follows(text: str, field: Field) -> None:
    assert labels(text) == [(field, None)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("收件人：张三", (Field.PARTY, Side.RECIPIENT)),
        ("收 件 人：张三", (Field.PARTY, Side.RECIPIENT)),
        ("寄：张三", (Field.PARTY, Side.SENDER)),
        ("寄件人姓名：张三", (Field.NAME, Side.SENDER)),
        ("收货人电话：13800138000", (Field.PHONE, Side.RECIPIENT)),
        ("发货地址：x", (Field.DETAIL, Side.SENDER)),
        ("客户姓名：张三", (Field.NAME, Side.RECIPIENT)),
    ],
)
def test_a_label_says_whose_it_is(text: str, label: tuple[Field, Side]) -> None:
    assert labels(text) == [label]


def test_labels_run_together_are_told_apart() -> None:
    assert [field for field, _ in labels("姓名张三电话13800138000地址浙江省")] == [
        Field.NAME,
        Field.PHONE,
        Field.DETAIL,
    ]


@pytest.mark.parametrize("text", ["电话局宿舍3幢", "手机城2楼", "城市花园3号", "张三 文一西路", "向市区去", "Nameless"])
def test_a_word_within_a_place_is_no_label(text: str) -> None:
    assert labels(text) == []
