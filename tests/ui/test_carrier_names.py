"""Carriers as the screen names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.carrier import carriers
from outlet_app.ui import carrier_names

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _shipped_again(qapp: object) -> Iterator[None]:
    del qapp
    yield
    carrier_names.follow(carriers())


@pytest.mark.usefixtures("speaking")
def test_until_somebody_says_otherwise_the_shipped_names_stand() -> None:
    assert carrier_names.named("yto") in {"圆通速递", "YTO"}
    assert carrier_names.named("nobody") == "nobody"
    assert not carrier_names.is_known("nobody")


@pytest.mark.usefixtures("speaking")
def test_the_outlets_own_names_and_order_are_followed() -> None:
    mine = replace(carriers()["sf"], name_zh="丰", name_en="Feng")
    off = replace(carriers()["jd"], enabled=False)
    carrier_names.follow({"sf": mine, "jd": off, "yto": carriers()["yto"]})
    assert carrier_names.named("sf") in {"丰", "Feng"}
    assert [code for code, _ in carrier_names.offered()] == ["sf", "yto"]
    assert carrier_names.carrier("jd") == off
    assert not carrier_names.is_known("zto")
