"""The mask: every vector, and what must hold for anybody's name, phone, address and remark."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from outlet_app.domain.mask_floor import violations
from outlet_app.domain.masking import mask, mask_address, mask_name, mask_party, mask_phone, scrub_remark
from outlet_app.domain.party import Party
from outlet_app.domain.text import graphemes
from tests.domain import people

if TYPE_CHECKING:
    from collections.abc import Callable

MASKS = {"name": mask_name, "phone": mask_phone, "address": mask_address, "remark": scrub_remark}


def _vectors() -> list[tuple[str, str, str]]:
    path = Path(__file__).with_name("masking_vectors.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["kind"], row["input"], row["masked"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("kind", "text", "masked"), _vectors())
def test_every_vector_holds(kind: str, text: str, masked: str) -> None:
    assert MASKS[kind](text) == masked


@pytest.mark.parametrize("kind", MASKS)
@given(text=st.text(max_size=60))
def test_no_text_makes_a_mask_fail(kind: str, text: str) -> None:
    assert isinstance(MASKS[kind](text), str)


@given(people.names())
def test_a_masked_name_shows_one_grapheme_at_most(name: str) -> None:
    assume(name != "未填")  # what an empty name reads as
    masked = mask_name(name)
    shown = masked.partition("*")[0]
    assert len(graphemes(shown)) <= 1
    assert name not in masked


@given(first=people.HAN, behind=st.lists(st.text(people.HAN, min_size=1, max_size=3), min_size=2, max_size=4))
def test_the_length_of_a_name_does_not_show(first: str, behind: list[str]) -> None:
    assume(not any(mask_name(first + rest).count("*") == 3 for rest in behind))
    assert len({mask_name(first + rest) for rest in behind}) == 1


@given(people.mobiles())
def test_all_spellings_of_a_mobile_show_its_last_four_digits_and_no_other(number: str) -> None:
    for spelling in people.mobile_spellings(number):
        masked = mask_phone(spelling)
        assert masked.removesuffix(" 转***") == "*" * 7 + number[-4:], spelling


@given(area=st.sampled_from(["010", "021", "0571"]), number=st.integers(20_000_000, 89_999_999).map(str))
def test_all_spellings_of_a_landline_show_the_same_two_digits(area: str, number: str) -> None:
    for spelling in people.landline_spellings(area, number):
        assert mask_phone(spelling).removesuffix(" 转***") == f"{area}-******{number[-2:]}", spelling


@given(people.phones())
def test_six_digits_of_any_number_are_hidden(phone: str) -> None:
    digits = [c for c in phone if c.isdigit()]
    shown = [c for c in mask_phone(phone) if c.isdigit()]
    assert len(digits) - len(shown) >= min(6, len(digits))


@given(st.sampled_from(people.REGIONS), people.homes())
def test_no_room_stays_in_a_masked_address(region: tuple[str, str, str], home: people.Home) -> None:
    masked = mask_address("".join(dict.fromkeys(region)) + home.detail)
    assert masked.endswith("***")
    assume(f"{home.room}号" not in home.detail)
    assert home.room not in masked


@given(st.sampled_from(people.REGIONS), st.lists(people.homes(), min_size=2, max_size=2))
def test_what_is_hidden_of_an_address_does_not_show_its_length(
    region: tuple[str, str, str], homes: list[people.Home]
) -> None:
    start = "".join(dict.fromkeys(region)) + "文一西路969号西溪花园"
    assert len({mask_address(f"{start}{index}幢{home.room}") for index, home in enumerate(homes, start=1)}) == 1


@given(st.sampled_from(people.REGIONS), people.homes())
def test_an_address_masked_twice_is_masked_once(region: tuple[str, str, str], home: people.Home) -> None:
    once = mask_address("".join(dict.fromkeys(region)) + home.detail)
    assert mask_address(once) == once


@given(people.names(), people.phones())
def test_a_name_and_a_phone_masked_twice_are_masked_once(name: str, phone: str) -> None:
    assert mask_name(mask_name(name)) == mask_name(name)
    assert mask_phone(mask_phone(phone)) == mask_phone(phone)


@given(st.text(max_size=40))
def test_a_scrubbed_remark_has_nothing_left_to_scrub(text: str) -> None:
    once = scrub_remark(text)
    assert scrub_remark(once) == once


@given(people.parties())
def test_columns_and_road_give_the_masked_address(party: Party) -> None:
    masked = mask_party(party)
    assert masked.address == mask_address(party.address)


@given(people.parties())
def test_the_tail_is_what_the_mask_shows(party: Party) -> None:
    masked = mask_party(party)
    assert masked.phone.removesuffix(" 转***").endswith(masked.tail)
    assert masked.initial == masked.name.partition("*")[0]
    assert len(masked.tail) <= 4


@settings(max_examples=60)
@given(people.waybills())
def test_the_floor_holds_for_everybodys_label(waybill: people.Waybill) -> None:
    assume(not people.number_holds_a_phone(waybill))
    assert violations(people.drawn(waybill), waybill) == ()


@settings(max_examples=30)
@given(people.parties(), st.sampled_from([str.lower, str.swapcase, " {} ".format, "\u200b{}".format]))
def test_two_labels_of_one_person_show_no_more_than_one(party: Party, spell: Callable[[str], str]) -> None:
    again = replace(
        party, name=spell(party.name).replace(party.name[0].swapcase(), party.name[0]), phone=spell(party.phone)
    )
    first, second = mask_party(party), mask_party(again)
    assert (first.name, first.phone, first.tail) == (second.name, second.phone, second.tail)


ZHANG = Party(
    name="张三",
    phone="13800138000",
    extension="1234",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    detail="文一西路969号3号楼2单元501室",
)
LI = Party(
    name="李小龙", phone="0571-88880000", province="上海市", city="上海市", district="徐汇区", detail="虹漕路461号"
)


def test_names_glued_to_an_address_or_a_remark_are_hidden() -> None:
    glued = Party(
        name=LI.name,
        phone=LI.phone,
        province="上海市",
        city="上海市",
        district="徐汇区",
        detail="虹漕路461号李小龙 张三家园",
    )
    masked = mask(people.waybill(glued, ZHANG, remark="请李 小龙叫张三收，88880000，放501门口"))
    assert masked.sender.road == "虹漕路461号***"
    assert masked.remark == "请***叫***收,***,放***门口"


def test_a_remark_does_not_repeat_a_part_of_a_phone_or_a_room() -> None:
    masked = mask(people.waybill(LI, ZHANG, remark="尾数 38000 房间501 共3件"))
    assert masked.remark == "尾数 *** 房间*** 共3件"


def test_a_party_without_division_or_detail_can_be_masked_while_it_is_typed() -> None:
    empty = mask_party(Party(name="", phone="", province="", city="", district="", detail=""))
    assert (empty.name, empty.initial, empty.phone, empty.tail, empty.road) == ("未填", "", "未填", "", "")
    half = mask_party(Party(name="张", phone="二", province="", city="", district="", detail="南门对面红房子"))
    assert (half.name, half.phone, half.tail, half.road) == ("**", "***", "", "***")


def test_an_extension_is_hidden_with_its_number() -> None:
    assert mask_party(ZHANG).phone == "*******8000 转***"


@pytest.mark.parametrize(
    ("typed", "masked"),
    [
        ("13812345678、13987654321", "*******5678、*******4321"),
        ("13812345678或13987654321", "*******5678/*******4321"),
        ("13812345678/79", "*******5678/***"),
        ("138****1234 139****5678", "***"),
        ("9" * 30, "***"),
        ("张三138****1234", "*******1234"),
    ],
)
def test_each_number_of_a_field_is_masked_by_itself(typed: str, masked: str) -> None:
    assert mask_phone(typed) == masked
