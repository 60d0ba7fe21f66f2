"""The checker of drawn labels: what it must refuse, and what it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from outlet_app.domain.mask_floor import require_floor, violations
from outlet_app.domain.party import Party
from outlet_app.errors import MaskTooThin
from tests.domain import people

ZHANG = Party(
    name="张三",
    phone="13800138765",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    detail="文一西路969号3号楼2单元501室",
)
LI = Party(
    name="李小龙", phone="0571-88881234", province="上海市", city="上海市", district="徐汇区", detail="虹漕路461号"
)
WAYBILL = people.waybill(LI, ZHANG)
LINES = people.drawn(WAYBILL)


def found(*lines: str, sender: Party = LI, recipient: Party = ZHANG) -> tuple[str, ...]:
    return violations([*LINES, *lines], people.waybill(sender, recipient))


def changed(party: Party, **fields: str) -> Party:
    return replace(party, **fields)


def test_a_masked_label_passes() -> None:
    require_floor(LINES, WAYBILL)


@pytest.mark.parametrize(
    "lines",
    [
        ["138****8765"],
        ["138 **** 8765"],
        ["138****", "8765"],
        ["138***8765"],
        ["138********8765"],
        ["１３８＊＊＊＊８７６５"],
        ["138xxxx8765"],
        ["138----8765"],
        ["138●●●●8765"],
        ["138****", "电话", "****8765", "*******8765"],
        ["1*8*0*3*7*5"],
        ["*****138765"],
        ["138001*****"],
        ["13800138765"],
        ["+86 138 0013 8765"],
        ["电话:138-0013-8765"],
        ["138001", "38765"],
        ["1380", "0138", "765"],
        ["138\u200b00138765"],
        ["YT13800138765001"],
        ["38001387"],
    ],
)
def test_more_than_five_digits_of_a_mobile_are_refused(lines: list[str]) -> None:
    assert found(*lines) == ("recipient.phone",)


@pytest.mark.parametrize(
    "line",
    ["0571-88881234", "88881234", "0571-8888****", "8888**34", "0571-*****234", "88881", "8888-1234", "057188881234"],
)
def test_more_than_two_digits_of_a_landline_are_refused(line: str) -> None:
    assert found(line) == ("sender.phone",)


@pytest.mark.parametrize(
    ("phone", "line"),
    [
        ("+86 13900138765", "139****8765"),
        ("8613900138765", "139****8765"),
        ("+852 91234567", "9123**67"),
        ("+852 91234567", "91234567"),
        ("95588", "95588"),
        ("13900138765/0313-2021234", "0313-202**34"),
        ("13900138765/无", "139****8765"),
    ],
)
def test_a_number_is_known_without_its_country_or_area(phone: str, line: str) -> None:
    assert found(line, sender=changed(LI, phone=phone)) == ("sender.phone",)


@pytest.mark.parametrize(
    "lines",
    [
        ["*******8765"],
        ["0571-******34"],
        ["0571-88889999"],
        ["138"],
        ["8765"],
        ["38765件"],
        ["重量 1380.013 kg", "¥1,380.01", "￥138001.38", "2013-80-01 38:76"],
        ["13800999999"],
        ["13", "*******8765"],
        ["138***9999"],
        ["1*9*8765"],
        ["2013-08-00 13:87"],
        ["93***"],
    ],
)
def test_other_numbers_are_let_pass(lines: list[str]) -> None:
    assert found(*lines) == ()


def test_a_sort_code_and_a_waybill_number_may_share_digits_with_a_phone() -> None:
    waybill = replace(people.waybill(LI, ZHANG, number="138001"), sort_code="138-001-00 052")
    assert violations([*LINES, "138001", "138-001-00 052"], waybill) == ()


def test_a_waybill_number_that_is_a_phone_is_refused() -> None:
    waybill = people.waybill(LI, ZHANG, number="13800138765")
    assert violations([*LINES, "13800138765"], waybill) == ("recipient.phone",)


@pytest.mark.parametrize("lines", [["张三"], ["张 三"], ["收:张三 收"], ["张", "三"], ["张\u200b三"], ["张·三"]])
def test_a_whole_name_is_refused(lines: list[str]) -> None:
    assert found(*lines) == ("recipient.name",)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("王", "王"),
        ("王", "王**"),
        ("John Smith", "JOHN SMITH"),
        ("Li", "Li 收"),
        ("某某公司 赵六(收)", "赵六"),
        ("张三/李四", "李四"),
        ("阿卜杜拉·买买提", "阿卜杜拉买买提"),
        ("😀店", "😀店"),
        ("𠮷田", "𠮷田"),
        ("ＪｏｈｎＳｍｉｔｈ", "John Smith"),
        ("余杭区某某公司", "余杭区某某公司"),
    ],
)
def test_no_form_of_a_whole_name_is_let_pass(name: str, line: str) -> None:
    assert found(line, sender=changed(LI, name=name)) == ("sender.name",)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("张小梦", "张小*"),
        ("余杭", "浙江省杭州市余杭区"),
        ("余杭", "杭州 余杭"),
        ("王", "王家庄村"),
        ("Li", "Lining Rd"),
        ("张**", "张**"),
        ("13800", "13800"),
        ("杭州 某某公司", "杭州市"),
        ("", "张**"),
    ],
)
def test_a_part_of_a_name_or_a_place_of_that_name_is_let_pass(name: str, line: str) -> None:
    assert found(line, sender=changed(LI, name=name)) == ()


def test_the_first_character_of_the_others_mask_is_no_name_of_one_character() -> None:
    assert found("张**", sender=changed(LI, name="张")) == ()
    assert found("张", sender=changed(LI, name="张")) == ("sender.name",)


def test_what_stands_on_every_label_of_the_outlet_says_nothing_of_a_party() -> None:
    waybill = people.waybill(LI, ZHANG)
    assert violations([*LINES, "张三快递"], waybill) == ("recipient.name",)
    assert violations([*LINES, "张三快递"], waybill, public=("张三快递",)) == ()


@pytest.mark.parametrize("line", ["501室", "2单元", "文一西路969号3号楼2单元501", "2 单 元", "5", "５０１室"])
def test_unit_and_room_are_refused(line: str) -> None:
    expected = () if line == "5" else ("recipient.address",)
    assert found(line) == expected


@pytest.mark.parametrize(
    ("detail", "line"),
    [
        ("东二里13-2-502", "东二里13-2-502"),
        ("西溪花园3幢502", "3幢502"),
        ("西溪花园502", "西溪花园502"),
        ("某小区1203", "某小区1203"),
        ("三单元五零二室", "五零二室"),
        ("Room 502, 969 Wenyi Rd", "ROOM 502"),
        ("Flat 5B, City One", "flat 5b"),
        ("12號樓301室", "301室"),
        ("B座1601", "B座1601"),
        ("住院部8楼21床", "21床"),
    ],
)
def test_every_form_of_a_room_is_refused(detail: str, line: str) -> None:
    assert found(line, sender=changed(LI, detail=detail)) == ("sender.address",)


@pytest.mark.parametrize(
    ("detail", "line"),
    [
        ("文三路1203", "文三路1203"),
        ("文一西路969号", "文一西路969号"),
        ("三房巷村5号", "三房巷村"),
        ("文三路501号5栋2单元501号", "文三路501号"),
        ("花园301医院", "花园301医院"),
        ("南单元622街", "单元622街"),
        ("文三路90号502室", "1502室"),
        ("南门对面红房子", "南门"),
    ],
)
def test_a_road_number_or_anothers_room_is_let_pass(detail: str, line: str) -> None:
    assert found(line, sender=changed(LI, detail=detail)) == ()


def test_a_room_split_over_two_lines_is_refused() -> None:
    lived = changed(LI, detail="虹漕路461号-702室")
    assert found("虹漕路461号-70", "2室", sender=lived) == ("sender.address",)
    assert found("虹漕路461号-7", "0", "2室", sender=lived) == ("sender.address",)


def test_the_first_field_that_is_too_thin_is_named() -> None:
    with pytest.raises(MaskTooThin) as refused:
        require_floor([*LINES, "李小龙", "138****8765"], WAYBILL)
    assert refused.value.field == "sender.name"


@settings(max_examples=40)
@given(people.parties(), st.sampled_from(["name", "phone"]))
def test_a_label_that_says_a_name_or_a_phone_in_full_never_passes(party: Party, field: str) -> None:
    text = party.name.split("/")[0].removesuffix("(收)").removesuffix("[2568]").split(" 转")[0].strip()
    waybill = people.waybill(party, ZHANG)
    line = text if field == "name" else party.phone
    assert f"sender.{field}" in violations([*people.drawn(waybill), line], waybill)


@given(people.mobiles(), st.integers(0, 11), st.integers(0, 11))
def test_a_mobile_passes_exactly_when_six_digits_are_hidden(number: str, head: int, tail: int) -> None:
    assume(head + tail <= 11 and number != ZHANG.phone)
    shown = number[:head] + "*" * (11 - head - tail) + number[11 - tail :]
    waybill = people.waybill(changed(LI, phone=number), ZHANG)
    refused = "sender.phone" in violations([*people.drawn(waybill), shown], waybill)
    seen = len(set(range(head)) | set(range(11 - max(tail, 4), 11)))
    assert refused == (11 - seen < 6)
