"""Paths from province to district, and what only looks like one."""

from __future__ import annotations

import pytest

from outlet_app.domain.division_table import Region, division_table
from outlet_app.domain.region_path import RegionPath, RegionReader


def path(text: str) -> RegionPath | None:
    return RegionReader(division_table(), text).path_at(0)


@pytest.mark.parametrize(
    ("text", "province", "city", "district", "rest"),
    [
        ("浙江省 / 杭州市 - 余杭区", "浙江省", "杭州市", "余杭区", ""),
        ("重庆市市辖区渝中区解放碑", "重庆市", "重庆市", "渝中区", "解放碑"),
        ("重庆市县云阳县双江街道", "重庆市", "重庆市", "云阳县", "双江街道"),
        ("湖北省省直辖县级行政区划仙桃市", "湖北省", "", "仙桃市", ""),
        ("新疆生产建设兵团第八师石河子市", "新疆维吾尔自治区", "", "石河子市", ""),
        ("山东青岛市北区敦化路", "山东省", "青岛市", "市北区", "敦化路"),
        ("青岛市市北区敦化路", "山东省", "青岛市", "市北区", "敦化路"),
        ("江苏苏州工业园区星湖街", "江苏省", "苏州市", "苏州工业园区", "星湖街"),
        ("江苏省苏州市工业园区星湖街", "江苏省", "苏州市", "工业园区", "星湖街"),
        ("恩施州恩施市", "湖北省", "恩施土家族苗族自治州", "恩施市", ""),
        ("台北市信义区", "台湾省", "台北市", "信义区", ""),
        ("内蒙锡盟锡林浩特市", "内蒙古自治区", "锡林郭勒盟", "锡林浩特市", ""),
    ],
)
def test_a_path_is_read_to_its_deepest_word(text: str, province: str, city: str, district: str, rest: str) -> None:
    found = path(text)
    assert found is not None
    assert (found.region, text[found.end :]) == (Region(province, city, district), rest)


@pytest.mark.parametrize(
    "text",
    ["北京路1号", "河北路16号", "四川北路街道", "上海花园3幢", "北京大学", "余杭街道", "南城区", "城区", "西湖国宾馆"],
)
def test_a_name_within_another_word_is_no_region(text: str) -> None:
    assert path(text) is None


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("四川省成都市新津县五津", "新津区"),
        ("无为县泥汊镇", "无为市"),
        ("河北省邢台市桥西区", "信都区"),
        ("广东省深圳市龙华新区民治", "龙华区"),
        ("襄樊市樊城区长虹路", "樊城区"),
    ],
)
def test_a_name_of_the_past_is_read_and_said_to_be_one(text: str, district: str) -> None:
    found = path(text)
    assert found is not None
    assert found.region.district == district
    assert found.renamed


def test_the_other_heirs_of_a_divided_place_are_kept() -> None:
    found = path("浙江省杭州市江干区")
    assert found is not None
    assert [heir.name for heir in found.steps[-1].reading.heirs] == ["钱塘区"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("吉林省四平市公主岭市", Region("吉林省", "长春市", "公主岭市")),
        ("安徽省安庆市枞阳县", Region("安徽省", "铜陵市", "枞阳县")),
        ("安徽省巢湖市庐江县", Region("安徽省", "合肥市", "庐江县")),
    ],
)
def test_a_county_that_changed_hands_is_believed_and_said_to_have_strayed(text: str, region: Region) -> None:
    found = path(text)
    assert found is not None
    assert found.region == region
    assert found.strayed


def test_a_name_that_several_places_have_gives_only_what_they_share() -> None:
    found = path("鼓楼区中山北路")
    assert found is not None
    assert found.region == Region(district="鼓楼区")
    assert {place.region.city for place in (found.place, *found.others)} == {"南京市", "徐州市", "福州市", "开封市"}


def test_a_city_and_a_county_level_city_of_one_name_are_the_larger_one() -> None:
    found = path("新疆昌吉")
    assert found is not None
    assert found.region == Region("新疆维吾尔自治区", "昌吉回族自治州")


@pytest.mark.parametrize(("text", "bare"), [("浙江", True), ("浙江杭州", False), ("浙江省", False)])
def test_only_a_lone_short_word_is_bare(text: str, *, bare: bool) -> None:
    found = path(text)
    assert found is not None
    assert found.bare is bare
