"""Short forms and renamed places as the table of divisions is made."""

from __future__ import annotations

import csv
from pathlib import Path

import divisions
import pytest
from divisions import Renamed, Row

RESOURCES = Path(divisions.__file__).parent.parent / "resources"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("浙江省", ["浙江"]),
        ("余杭区", ["余杭"]),
        ("广西壮族自治区", ["广西", "广西省"]),
        ("恩施土家族苗族自治州", ["恩施", "恩施州"]),
        ("彭水苗族土家族自治县", ["彭水", "彭水县"]),
        ("鄂伦春自治旗", ["鄂伦春", "鄂伦春旗"]),
        ("浦东新区", ["浦东", "浦东区"]),
        ("大兴安岭地区", ["大兴安岭", "大兴安岭区"]),
        ("锡林郭勒盟", ["锡林郭勒"]),
        ("城区", []),
        ("盂县", []),
    ],
)
def test_people_leave_out_the_ending_and_the_peoples(name: str, forms: list[str]) -> None:
    assert divisions.short_forms(Row("000000", name), "") == forms


def test_a_zone_is_written_with_and_without_its_city_and_in_short() -> None:
    forms = divisions.short_forms(Row("340171", "合肥高新技术产业开发区", zone=True), "合肥市")
    assert forms == ["高新技术产业开发区", "合肥高新区", "高新区"]


@pytest.mark.parametrize(("name", "is_one"), [("县", True), ("省直辖县级行政单位", True), ("杭州市", False)])
def test_a_placeholder_is_no_prefecture(name: str, *, is_one: bool) -> None:
    assert divisions.placeholder(name) is is_one


def test_a_renamed_county_gets_the_code_of_its_heir() -> None:
    province = [Row("330000", "浙江省"), Row("331000", "台州市"), Row("331083", "玉环市")]
    old = ["2017-04-09", "民批", "浙江省", "浙江", "台州市", "台州", "玉环县", "玉环"]
    assert divisions.renamed_row(old, ["浙江省", "台州市", "玉环区"], province) == Renamed("玉环县", "331083", "2017")


def test_a_renamed_city_gets_the_code_of_a_city() -> None:
    province = [Row("420600", "襄阳市"), Row("420602", "襄城区")]
    old = ["2010-12-09", "国批", "湖北省", "湖北", "襄樊市", "襄樊"]
    assert divisions.renamed_row(old, ["湖北省", "襄阳市"], province) == Renamed("襄樊市", "420600", "2010")


def test_every_alias_of_the_shipped_list_leads_into_the_shipped_table() -> None:
    with (RESOURCES / "divisions.csv").open(encoding="utf-8", newline="") as file:
        codes = {row[0] for row in csv.reader(file)}
    with (RESOURCES / "place_aliases.csv").open(encoding="utf-8", newline="") as file:
        aliases = list(csv.reader(file))[1:]
    assert {code for row in aliases for code in row[1].split("|")} <= codes
    assert {row[3] for row in aliases} == {"jionlp", "own"}
