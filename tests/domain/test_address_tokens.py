"""The words of an address that a mask must know."""

from __future__ import annotations

import pytest

from outlet_app.domain.address_tokens import Cut, first_cut, has_road, is_blank, known_end, room_like, trim


@pytest.mark.parametrize(
    ("folded", "at", "building"),
    [
        ("文三路90号502室", 6, True),
        ("西溪花园B10", 4, True),
        ("某中学高二(3)班", 3, True),
        ("第一人民医院住院部8楼", 6, True),
        ("文三路对面3幢", 3, False),
        ("张三13812345678", 2, False),
        ("文三路****", 3, False),
        ("文三路Unit 5", 3, True),
    ],
)
def test_the_earliest_token_cuts(folded: str, at: int, *, building: bool) -> None:
    assert first_cut(folded) == Cut(at, building)


def test_a_box_shows_that_it_is_one() -> None:
    assert first_cut("123信箱") == Cut(0, building=True, shown="信箱")


@pytest.mark.parametrize(
    "folded", ["文三路90号", "经3路12号", "2号大街101号", "312国道", "101中学", "三里屯", "第1人民医院", ""]
)
def test_numbers_of_roads_and_landmarks_do_not_cut(folded: str) -> None:
    assert first_cut(folded) is None


def test_what_is_known_ends_with_road_number_estate_or_landmark() -> None:
    assert known_end("文三路90号阿里") == 6
    assert known_end("万达广场南门") == 4
    assert known_end("红房子") == 0


def test_a_dangling_beginning_is_trimmed() -> None:
    assert trim("西溪花园第") == "西溪花园"
    assert trim("西溪花园 (") == "西溪花园"
    assert is_blank("地下")
    assert not is_blank("阿里")


def test_a_village_counts_as_a_road() -> None:
    assert has_road("王家庄村")
    assert not has_road("万达广场")


@pytest.mark.parametrize(
    ("text", "rooms"),
    [
        ("放502室门口", ["502室"]),
        ("3号楼2单元501", ["3号楼2单元501"]),
        ("B座1601前台", ["B座1601"]),
        ("3-2-502", ["3-2-502"]),
        ("五零二室", ["五零二室"]),
        ("room 12B", ["room 12B"]),
        ("共3件 价值501元 2026-11-22", []),
        ("收发室", []),
    ],
)
def test_rooms_are_told_from_other_numbers_in_a_remark(text: str, rooms: list[str]) -> None:
    assert [text[start:end] for start, end in room_like(text)] == rooms
