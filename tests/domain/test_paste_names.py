"""What speaks for a person's name, and what against."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste_names import (
    PERSON,
    glued_tail,
    is_firm,
    is_name_apart,
    is_place_word,
    name_score,
    unmarked_tail,
)


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "王小明",
        "欧阳娜",
        "诸葛小明",
        "王先生",
        "小李师傅",
        "阿卜杜拉·买买提",
        "扎西·次仁",
        "丁国栋",
        "李金城",
        "何必成",
    ],
)
def test_a_persons_name_speaks_for_itself(text: str) -> None:
    assert name_score(text) > PERSON - 3
    assert name_score(text) > name_score("随风")


@pytest.mark.parametrize(
    "text",
    [
        "四川北路街道",
        "建设路",
        "公安宿舍",
        "东郭镇",
        "南都林语别墅",
        "3号楼",
        "A座1203",
        "谢谢",
        "",
        "收货地址",
        "张" * 40,
        "西溪花园",
        "万达广场",
    ],
)
def test_a_part_of_an_address_or_a_message_does_not(text: str) -> None:
    assert name_score(text) < 0


@pytest.mark.parametrize("text", ["小雨点", "Lucy", "Jack Ma", "阿May", "小7", "麦麦妈妈", "张"])
def test_a_nickname_speaks_only_with_its_place(text: str) -> None:
    assert 0 <= name_score(text) < 6


def test_a_name_typed_with_a_space_is_one() -> None:
    assert is_name_apart("张", "三")
    assert not is_name_apart("三", "张")


def test_firms_and_places_are_known_by_their_last_word() -> None:
    assert is_firm("杭州云栖贸易有限公司")
    assert not is_firm("店")
    assert is_place_word("西溪花园小区")
    assert not is_place_word("张三")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("前街38号叶小强", "叶小强"),
        ("3号楼2单元501室张三", "张三"),
        ("A座1203欧阳娜娜", "欧阳娜娜"),
        ("桥头村丁国栋", "丁国栋"),
        ("文一西路王先生", "王先生"),
    ],
)
def test_a_name_glued_to_the_end_of_an_address_is_cut_off(text: str, name: str) -> None:
    assert text[glued_tail(text) :] == name


@pytest.mark.parametrize("text", ["文一西路969号", "前街38号对面", "江干区", "张三"])
def test_an_address_without_a_name_is_not_cut(text: str) -> None:
    assert glued_tail(text) == 0


def test_where_nothing_ends_the_address_only_a_surname_and_two_more_are_a_name() -> None:
    assert "礼州池家文"[unmarked_tail("礼州池家文") :] == "池家文"
    assert unmarked_tail("礼州镇西街") == 0
