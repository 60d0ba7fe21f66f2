"""The working copy of a pasted text keeps every place."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste_sheet import PHONE, Sheet, tidy_edges


def test_a_place_in_the_working_copy_is_the_same_place_in_the_text() -> None:
    sheet = Sheet("陳　１３８廣東")
    assert len(sheet.plain) == len(sheet.text)
    assert sheet.plain == "陈 138广东"
    sheet.cross_out(2, 5, PHONE)
    assert sheet.plain == f"陈 {PHONE * 3}广东"
    assert sheet.own(5, 7) == "廣東"


def test_what_nobody_sees_is_gone_before_anything_is_counted() -> None:
    assert Sheet("张\u200b三\u202e\x01").text == "张三 "


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("，张三：", "张三"),
        ("文一西路  969号\n3幢", "文一西路 969号 3幢"),
        ("969号)", "969号"),
        ("969号(东门)", "969号(东门)"),
        ("】张三【", "张三"),
        ("", ""),
    ],
)
def test_edges_lose_separators_and_half_brackets(text: str, tidy: str) -> None:
    assert tidy_edges(text) == tidy


def test_empty_brackets_are_not_the_customers_words() -> None:
    assert Sheet("文一西路()969号").own(0, 10) == "文一西路969号"
