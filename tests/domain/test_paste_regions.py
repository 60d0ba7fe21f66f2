"""The region of a text, and all its repetitions."""

from __future__ import annotations

import pytest

from outlet_app.domain.division_table import Region
from outlet_app.domain.paste_regions import FoundRegion, take_region
from outlet_app.domain.paste_sheet import REGION, Sheet

YUHANG = Region("浙江省", "杭州市", "余杭区")


def taken(text: str) -> tuple[FoundRegion | None, str]:
    sheet = Sheet(text)
    return take_region(sheet), sheet.plain.replace(REGION, "").strip(" ,-/\n")


@pytest.mark.parametrize(
    "text",
    [
        "浙江省杭州市余杭区文一西路",
        "浙江省 杭州市 余杭区 浙江省杭州市余杭区文一西路",
        "浙江省杭州市余杭区余杭区文一西路",
        "浙江省杭州市浙江省杭州市余杭区文一西路",
        "浙江-杭州-余杭区-杭州市余杭区文一西路",
        "浙江省杭州市余杭区 浙江杭州余杭文一西路",
        "中国浙江省杭州市余杭区文一西路",
        "浙江 浙江省杭州市余杭区文一西路",
        "浙江省\n杭州市\n余杭区\n文一西路",
        "⽂一西路 浙江省杭州市余杭区".replace("⽂", "文"),
    ],
)
def test_a_region_is_found_and_every_repetition_of_it_crossed_out(text: str) -> None:
    found, rest = taken(text)
    assert found is not None
    assert found.region == YUHANG
    assert rest == "文一西路"


def test_a_district_said_apart_deepens_the_region() -> None:
    found, _ = taken("浙江杭州\x01余杭区文一西路")
    assert found is not None
    assert found.region == YUHANG


def test_a_city_said_elsewhere_settles_an_ambiguous_district() -> None:
    found, _ = taken("朝阳区建国路88号 北京市")
    assert found is not None
    assert found.region == Region("北京市", "北京市", "朝阳区")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("重庆市永川区重庆文理学院", "重庆文理学院"),
        ("浙江省杭州市余杭区余杭街道", "余杭街道"),
        ("湖北省武汉市江汉区江汉路8号", "江汉路8号"),
        ("浙江省杭州市西湖区杭州大厦", "杭州大厦"),
        ("安徽省合肥市庐阳区安徽省立医院", "安徽省立医院"),
        ("重庆文理学院", "重庆文理学院"),
    ],
)
def test_a_city_within_an_institutions_or_a_roads_name_stays(text: str, rest: str) -> None:
    assert taken(text)[1] == rest


def test_a_name_glued_before_the_region_stays() -> None:
    found, rest = taken("张三浙江省杭州市余杭区文一西路")
    assert found is not None
    assert found.region == YUHANG
    assert rest == "张三文一西路"


def test_another_region_named_as_fully_is_a_rival() -> None:
    found, _ = taken("浙江省杭州市余杭区文一西路 江苏省南京市玄武区中山路")
    assert found is not None
    assert found.rivals == (Region("江苏省", "南京市", "玄武区"),)


@pytest.mark.parametrize("text", ["", "张三", "北京西路1399号", "文一西路的城区"])
def test_where_no_region_is_said_none_is_found(text: str) -> None:
    assert taken(text) == (None, text)
