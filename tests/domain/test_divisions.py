"""What the form and the masker ask of the divisions."""

from __future__ import annotations

import re

import pytest

from outlet_app.domain.divisions import Divisions, Level, Region, divisions


@pytest.fixture
def known() -> Divisions:
    return divisions()


def test_the_data_carries_its_month(known: Divisions) -> None:
    assert re.fullmatch(r"20\d\d-[01]\d", known.data_date)


def test_there_are_34_provinces(known: Divisions) -> None:
    assert len(known.provinces()) == 34
    assert known.provinces()[:2] == ("北京市", "天津市")


def test_a_municipality_has_itself_for_a_city(known: Divisions) -> None:
    assert known.cities("北京市") == ("北京市",)
    assert "朝阳区" in known.districts("北京市", "北京市")


def test_directly_held_counties_stand_under_no_city(known: Divisions) -> None:
    assert "" in known.cities("湖北省")
    assert known.districts("湖北省", "") == ("仙桃市", "潜江市", "天门市", "神农架林区")
    assert "" not in known.cities("浙江省")


@pytest.mark.parametrize(
    ("province", "city"), [("广东省", "东莞市"), ("广东省", "中山市"), ("海南省", "儋州市"), ("甘肃省", "嘉峪关市")]
)
def test_four_cities_have_no_districts_and_are_complete_without(known: Divisions, province: str, city: str) -> None:
    assert known.districts(province, city) == ()
    assert known.is_known(province, city, "")


@pytest.mark.parametrize(
    ("region", "complete"),
    [
        (("浙江省", "杭州市", "余杭区"), True),
        (("北京市", "北京市", "朝阳区"), True),
        (("河南省", "", "济源市"), True),
        (("江苏省", "苏州市", "苏州工业园区"), True),
        (("香港特别行政区", "九龙", "油尖旺区"), True),
        (("浙江省", "杭州市", ""), False),
        (("浙江省", "杭州市", "朝阳区"), False),
        (("浙江省", "", ""), False),
        (("", "", ""), False),
        (("浙江", "杭州", "余杭"), False),
    ],
)
def test_a_region_is_known_when_it_is_one_whole_place(
    known: Divisions, region: tuple[str, str, str], *, complete: bool
) -> None:
    assert known.is_known(*region) is complete


@pytest.mark.parametrize(
    ("typed", "parent", "first"),
    [
        ("余", Region("浙江省", "杭州市"), "余杭区"),
        ("yh", Region("浙江省", "杭州市"), "余杭区"),
        ("YHQ", Region("浙江省", "杭州市"), "余杭区"),
        ("杭区", Region("浙江省", "杭州市"), "余杭区"),
    ],
)
def test_a_district_completes_by_characters_and_by_initials(
    known: Divisions, typed: str, parent: Region, first: str
) -> None:
    assert known.complete(Level.DISTRICT, parent, typed)[0].district == first


def test_a_district_typed_before_its_province_offers_every_place_of_that_name(known: Divisions) -> None:
    found = known.complete(Level.DISTRICT, Region(), "朝阳区")
    assert {region.province for region in found} == {"北京市", "吉林省"}


def test_readings_with_two_sounds_complete_by_the_one_people_say(known: Divisions) -> None:
    assert known.complete(Level.PROVINCE, Region(), "cq")[0].province == "重庆市"
    assert Region("安徽省", "六安市") in known.complete(Level.CITY, Region("安徽省"), "la")


def test_nothing_typed_offers_the_whole_level(known: Divisions) -> None:
    assert len(known.complete(Level.PROVINCE, Region(), "")) == 34


@pytest.mark.parametrize(
    ("text", "region", "rest"),
    [
        ("浙江省杭州市余杭区文一西路969号", Region("浙江省", "杭州市", "余杭区"), "文一西路969号"),
        ("杭州余杭五常街道", Region("浙江省", "杭州市", "余杭区"), "五常街道"),
        ("朝阳区建国路88号", Region(district="朝阳区"), "建国路88号"),
        ("河北桥西区友谊大街", Region(province="河北省", district="桥西区"), "友谊大街"),
        ("广东省东莞市虎门镇", Region("广东省", "东莞市"), "虎门镇"),
    ],
)
def test_the_region_a_text_begins_with_is_cut_off(known: Divisions, text: str, region: Region, rest: str) -> None:
    assert known.leading_region(text) == (region, rest)


@pytest.mark.parametrize("text", ["", "文一西路969号", "北京路238号", "北京大学", "张三", "a"])
def test_a_text_that_begins_with_no_region_gives_none(known: Divisions, text: str) -> None:
    assert known.leading_region(text) is None
