"""Pieces of a text, sorted into name, address and leftover."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste import read_paste
from outlet_app.domain.paste_address import person, pieces_of
from outlet_app.domain.paste_labels import take_labels
from outlet_app.domain.paste_sheet import Sheet

HERE = "浙江省杭州市余杭区"


def cut(text: str) -> list[str]:
    sheet = Sheet(text)
    return [sheet.text[piece.start : piece.end] for piece in pieces_of(sheet, take_labels(sheet))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("张三，文一西路 969号", ["张三", "文一西路", "969号"]),
        ("12/F-3 13-2-502", ["12/F-3", "13-2-502"]),
        ("Jack Ma 张 三", ["Jack Ma", "张 三"]),
        ("张三-文一西路", ["张三", "文一西路"]),
        ("📱张三(收)", ["张三", "收"]),
    ],
)
def test_a_text_is_cut_where_people_separate(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@pytest.mark.parametrize(
    ("text", "name"), [("张三收", "张三"), ("张三", "张三"), ("王五亲启", "王五"), ("(张三", "张三")]
)
def test_the_word_behind_a_name_is_not_part_of_it(text: str, name: str) -> None:
    assert person(text) == name


@pytest.mark.parametrize(
    ("text", "name", "detail"),
    [
        (f"{HERE}文一西路969号 西溪花园 张三 13800138000", "张三", "文一西路969号 西溪花园"),
        (f"张三 13800138000 {HERE}文一西路969号(近五常大道)", "张三", "文一西路969号(近五常大道)"),
        (f"宏达五金厂 13800138000 {HERE}文一西路969号", "宏达五金厂", "文一西路969号"),
        (f"收货人：宏达五金厂 张三 电话：13800138000 地址：{HERE}文一西路969号", "宏达五金厂 张三", "文一西路969号"),
        (f"Lily(李丽) 13800138000 {HERE}文一西路969号", "Lily(李丽)", "文一西路969号"),
        (f"{HERE}文一西路969号 胡雪岩（店）13800138000", "胡雪岩", "文一西路969号"),
        (f"收货地址：{HERE}，文一西路969号，张三，13800138000", "张三", "文一西路969号"),
        (f"13800138000{HERE}文一西路969号张三", "张三", "文一西路969号"),
        (f"{HERE}文一西路969号 张三 收 电话:13800138000", "张三", "文一西路969号"),
        (f"{HERE}文一西路969号 康桥花园 13800138000", "", "文一西路969号 康桥花园"),
        ("张三 13800138000 北京西路1399号", "张三", "北京西路1399号"),
        (f"张三 {HERE}文一西路969号", "张三", "文一西路969号"),
        (f"{HERE} 文一西路 金都", "", "文一西路 金都"),
    ],
)
def test_the_name_is_told_from_the_address(text: str, name: str, detail: str) -> None:
    proposal = read_paste(text)
    assert (proposal.name, proposal.detail) == (name, detail)


@pytest.mark.parametrize("note", ["请放门口", "麻烦尽快发货", "【礼品，不要放价格单】", "备注：周末送", "尺码：L"])
def test_a_note_is_left_over_and_never_part_of_the_address(note: str) -> None:
    proposal = read_paste(f"张三 13800138000 {HERE}文一西路969号 {note}")
    assert proposal.detail == "文一西路969号"
    assert proposal.leftover


@pytest.mark.parametrize("detail", ["放鹤路12号", "京东配送中心", "西溪花园门口"])
def test_an_address_that_sounds_like_a_note_stays_one(detail: str) -> None:
    assert read_paste(f"张三 13800138000 {HERE}{detail}").detail == detail
