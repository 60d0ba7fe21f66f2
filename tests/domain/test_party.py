"""Sender and recipient."""

from __future__ import annotations

from dataclasses import replace

from outlet_app.domain.party import Party

ZHANG = Party(
    name="张三",
    phone="13800138000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    detail="文一西路969号3号楼2单元501室",
)


def test_an_address_is_one_line_that_names_a_municipality_once() -> None:
    assert ZHANG.address == "浙江省杭州市余杭区文一西路969号3号楼2单元501室"
    assert replace(ZHANG, province="上海市", city="上海市", district="徐汇区").address.startswith("上海市徐汇区文一")


def test_a_phone_is_written_with_its_extension() -> None:
    assert ZHANG.full_phone == "13800138000"
    assert replace(ZHANG, extension="1234").full_phone == "13800138000转1234"


def test_no_log_or_traceback_can_show_a_party() -> None:
    assert repr(ZHANG) == "Party(…)"
    assert f"{ZHANG}" == "Party(…)"
