"""The masked part of a waybill."""

from __future__ import annotations

from dataclasses import replace

from outlet_app.domain.sealed_waybill import MaskedParty

ZHANG = MaskedParty(
    name="张**",
    initial="张",
    phone="*******8000",
    tail="8000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    road="文一西路969号***",
)


def test_a_masked_address_is_one_line_that_names_a_municipality_once() -> None:
    assert ZHANG.address == "浙江省杭州市余杭区文一西路969号***"
    assert replace(ZHANG, province="上海市", city="上海市", district="徐汇区").address == "上海市徐汇区文一西路969号***"
