"""The table of divisions: names, forms, heirs."""

from __future__ import annotations

import pytest

from outlet_app.domain.division_table import DivisionTable, Form, Level, Region, division_table

DIVISIONS = [
    "code,name,short,initials,2025-01",
    "330000,浙江省,浙江,zjs,",
    "330100,杭州市,杭州,hzs,",
    "330110,余杭区,余杭,yhq,",
    "110000,北京市,北京,bjs,",
    "110105,朝阳区,朝阳,cyq,",
    "419001,济源市,济源,jys,",
    "410000,河南省,河南,hns,",
    "320571,苏州工业园区,工业园区,szgyyq,zone",
    "320000,江苏省,江苏,jss,",
    "441900,东莞市,东莞,dgs,",
    "440000,广东省,广东,gds,",
]
ALIASES = ["name,now,year,source", "钱塘县,330110,1912,own", "老城区,330110|110105,2000,own"]


@pytest.fixture
def table() -> DivisionTable:
    return DivisionTable(DIVISIONS, ALIASES)


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("330110", Region("浙江省", "杭州市", "余杭区")),
        ("330100", Region("浙江省", "杭州市")),
        ("110000", Region("北京市", "北京市")),
        ("110105", Region("北京市", "北京市", "朝阳区")),
        ("419001", Region("河南省", "", "济源市")),
    ],
)
def test_a_code_gives_the_names_of_every_level(table: DivisionTable, code: str, region: Region) -> None:
    assert table.place(code).region == region


def test_a_municipality_is_said_once_in_a_line(table: DivisionTable) -> None:
    assert table.place("110105").region.text == "北京市朝阳区"
    assert table.place("330110").region.text == "浙江省杭州市余杭区"


def test_a_code_that_is_not_in_the_table_is_no_place(table: DivisionTable) -> None:
    with pytest.raises(KeyError):
        table.place("999999")


def test_a_name_is_read_in_full_short_and_old_form(table: DivisionTable) -> None:
    assert [(r.place.code, r.form) for r in table.readings("余杭区")] == [("330110", Form.FULL)]
    assert [(r.place.code, r.form) for r in table.readings("余杭")] == [("330110", Form.SHORT)]
    [old] = table.readings("老城区")
    assert (old.place.code, old.form, [heir.code for heir in old.heirs]) == ("330110", Form.OLD, ["110105"])
    assert table.readings("不存在") == ()


def test_names_in_a_text_are_found_longest_first(table: DivisionTable) -> None:
    assert table.names_in("在余杭区") == {1: ["余杭区", "余杭"]}


def test_a_city_without_districts_does_not_divide(table: DivisionTable) -> None:
    assert not table.divides(table.place("441900"))
    assert table.divides(table.place("330100"))
    assert table.divides(table.place("330000"))
    assert not table.divides(table.place("330110"))


def test_a_division_holds_what_lies_below_it_and_itself(table: DivisionTable) -> None:
    assert table.place("330000").holds(table.place("330110"))
    assert table.place("330110").holds(table.place("330110"))
    assert not table.place("330110").holds(table.place("330100"))


def test_the_shipped_table_counts_what_the_country_counts() -> None:
    table = division_table()
    districts = [place for place in table.places(Level.DISTRICT) if not place.zone and place.code < "71"]
    assert len(list(table.places(Level.PROVINCE))) == 34
    assert 2_840 <= len(districts) <= 2_860
    assert all(place.region.province for level in Level for place in table.places(level))


def test_every_renamed_place_of_the_shipped_table_has_an_heir() -> None:
    table = division_table()
    assert [r.form for r in table.readings("襄樊市")] == [Form.OLD]
    assert table.readings("卢湾区")[0].place.region == Region("上海市", "上海市", "黄浦区")


@pytest.mark.parametrize("name", ["和安县", "和康县", "白杨市", "错那市", "沙县区", "临平区", "莱芜区"])
def test_the_shipped_table_knows_divisions_of_the_last_years(name: str) -> None:
    assert any(reading.form is Form.FULL for reading in division_table().readings(name))
