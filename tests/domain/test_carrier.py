"""The carriers' table."""

from __future__ import annotations

import pytest

from outlet_app.domain.carrier import carriers


def test_every_carrier_has_both_names_and_a_service() -> None:
    for carrier in carriers().values():
        assert carrier.name_zh
        assert carrier.name_en
        assert carrier.services


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("yto", "YT8962646785389"),
        ("sf", "SF1385628716739"),
        ("zto", "73610555582883"),
        ("sto", "773277027280336"),
        ("yunda", "463431409940372"),
        ("jt", "JT5261988016578"),
        ("jd", "JDX024407261700"),
        ("ems", "1207119765021"),
        ("ems", "RB123456785GB"),
        ("deppon", "DPK202252612836"),
        ("other", "ANYTHING1"),
    ],
)
def test_a_carriers_own_numbers_look_like_it(code: str, number: str) -> None:
    assert carriers()[code].looks_like(number)


@pytest.mark.parametrize(("code", "number"), [("yto", "SF1385628716739"), ("ems", "RB123456786US"), ("zto", "1")])
def test_other_numbers_do_not(code: str, number: str) -> None:
    assert not carriers()[code].looks_like(number)


def test_a_service_that_a_carrier_no_longer_has_becomes_its_first() -> None:
    assert carriers()["yto"].service("express").code == "standard"
    assert carriers()["sf"].service("express").name_zh == "特快"
