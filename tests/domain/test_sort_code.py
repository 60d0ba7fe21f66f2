"""The largest text of the label, over every division there is."""

from __future__ import annotations

from collections import Counter

import pytest

from outlet_app.domain.divisions import divisions
from outlet_app.domain.sort_code import sort_code


@pytest.mark.parametrize(
    ("province", "city", "district", "shown"),
    [
        ("浙江省", "杭州市", "余杭区", "杭州 余杭"),
        ("上海市", "上海市", "徐汇区", "上海 徐汇"),
        ("上海市", "上海市", "浦东新区", "上海 浦东新区"),
        ("广东省", "东莞市", "", "东莞"),
        ("湖北省", "", "仙桃市", "仙桃"),
        ("浙江省", "", "", "浙江"),
        ("西藏自治区", "", "", "西藏"),
        ("内蒙古自治区", "", "", "内蒙古"),
        ("广西壮族自治区", "柳州市", "融水苗族自治县", "柳州 融水"),
        ("甘肃省", "临夏回族自治州", "东乡族自治县", "临夏 东乡"),
        ("吉林省", "白山市", "长白朝鲜族自治县", "白山 长白"),
        ("黑龙江省", "齐齐哈尔市", "梅里斯达斡尔族区", "齐齐哈尔 梅里斯"),
        ("香港特别行政区", "新界", "沙田区", "新界 沙田"),
        ("山西省", "长治市", "沁县", "长治 沁县"),
        ("安徽省", "铜陵市", "郊区", "铜陵 郊区"),
        ("辽宁省", "朝阳市", "朝阳县", "朝阳 朝阳县"),
        ("河北省", "石家庄市", "石家庄高新技术产业开发区", "石家庄 高新"),
        ("河北省", "秦皇岛市", "秦皇岛市经济技术开发区", "秦皇岛 经开"),
        ("", "", "", ""),
    ],
)
def test_a_sort_code_names_city_and_district_without_their_kind(
    province: str, city: str, district: str, shown: str
) -> None:
    assert sort_code(province, city, district) == shown


SAME_NAME = {"伊犁 伊宁", "桃园 中坜", "桃园 平镇", "桃园 杨梅", "桃园 八德"}
"""A county or town beside a city of the same name; the sort code cannot tell them apart without a carrier's table."""


def test_every_division_gives_a_short_sort_code() -> None:
    table = divisions()
    codes = [
        sort_code(province, city, district)
        for province in table.provinces()
        for city in table.cities(province)
        for district in table.districts(province, city) or ("",)
    ]
    assert all(0 < len(code) <= 14 for code in codes)


def test_no_two_districts_of_a_city_share_a_sort_code() -> None:
    table = divisions()
    for province in table.provinces():
        for city in table.cities(province):
            names = [name for name in table.districts(province, city) if not name.endswith(("开发区", "高新区"))]
            codes = Counter(sort_code(province, city, name) for name in names)
            assert {code for code, count in codes.items() if count > 1} <= SAME_NAME
