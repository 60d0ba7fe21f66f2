"""Lines and their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.paper.faces import MM_PER_POINT, installed_faces
from outlet_app.paper.typesetting import Type, cut, sizes, wrap

FACES = installed_faces()
TEN = Type(10)
CHARACTER_MM = 10 * MM_PER_POINT


def test_sizes_go_down_in_half_points() -> None:
    assert list(sizes(8.5, 7)) == [8.5, 8, 7.5, 7]


def test_a_house_number_stays_with_its_word_and_its_mask() -> None:
    assert wrap("文一西路969号***", 7 * CHARACTER_MM, TEN, FACES) == ["文一西路", "969号***"]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrap("请轻放，谢", 3.2 * CHARACTER_MM, TEN, FACES) == ["请轻", "放，谢"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = wrap("ABCDEFGHIJKLMNOP", 4 * CHARACTER_MM, TEN, FACES)
    assert len(lines) > 1
    assert "".join(lines) == "ABCDEFGHIJKLMNOP"


def test_nothing_takes_no_line() -> None:
    assert wrap("", 10, TEN, FACES) == []


@given(st.text("张三李四路号。，·*0123456789AB ", max_size=60), st.floats(2 * CHARACTER_MM, 60))
def test_no_line_is_wider_than_its_room_and_no_character_is_lost(text: str, width_mm: float) -> None:
    lines = wrap(text, width_mm, TEN, FACES)
    assert all(FACES.width_mm(line, TEN.weight, TEN.size_pt) <= width_mm + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_is_cut_says_so_within_its_room() -> None:
    lines = wrap("一二三四五六七八九十", 4 * CHARACTER_MM, TEN, FACES)
    assert cut(lines, 2, 4 * CHARACTER_MM, TEN, FACES) == ["一二三四", "五六七…"]


def test_what_fits_is_not_cut() -> None:
    assert cut(["一", "二"], 2, 10, TEN, FACES) == ["一", "二"]


def test_lines_stand_further_apart_in_larger_type() -> None:
    assert Type(20).line_mm == pytest.approx(2 * TEN.line_mm)
    assert Type(20).ascent_mm == pytest.approx(2 * TEN.ascent_mm)
