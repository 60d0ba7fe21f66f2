"""The mask of names, and names found in other text."""

from __future__ import annotations

import pytest

from outlet_app.domain.name_mask import find_name, mask_name, visible_initial


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三超市", "张***超市"),
        ("水果店", "水***店"),
        ("X店", "X**"),
        ("如家酒店", "如***店"),
        ("杭州市西湖区人民医院", "杭***医院"),
        ("某某公司张三", "某***公司"),
        ("某某公司财务部", "某***公司"),
        ("老公司机", "老**"),
        ("(某某)公司", "公**"),
        ("-某公司", "某**"),
        ("张三(某某公司)", "张**"),
        ("李行", "李**"),
        ("张××", "张**"),
        ("●三", "**"),
        ("1*", "**"),
        ("王/李四", "**"),
        ("A", "**"),
        ("王)李四", "**"),
        ("王+某公司", "**"),
        ("未填", "未填"),
        ("-", "**"),
        ("138张三", "张**"),
        ("杭***公司", "杭***公司"),
        ("张****", "张**"),
    ],
)
def test_no_form_of_a_name_shows_more_than_its_first_character_and_kind(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("masked", "initial"), [("张**", "张"), ("**", ""), ("未填", ""), ("杭***公司", "杭"), ("", "")]
)
def test_the_initial_is_what_the_mask_shows(masked: str, initial: str) -> None:
    assert visible_initial(masked) == initial


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("张三", "请张三收", ["张三"]),
        ("张三", "张 三、張三", ["张 三", "張三"]),
        ("John Smith", "to JOHN SMITH now", ["JOHN", "JOHN SMITH", "SMITH"]),
        ("Li", "Lining Rd", []),
        ("王", "王家庄 王 收", ["王"]),
        ("王(收)", "交王", []),
        ("王(收)", "交 王", ["王"]),
        ("张三/李四", "李四来取", ["李四"]),
        ("138", "138", []),
        ("a.b", "axb", []),
    ],
)
def test_a_name_is_found_in_other_text(name: str, text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in find_name(name, text)] == places
