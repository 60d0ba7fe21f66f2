"""Tests of the list of carriers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.carrier import carriers
from outlet_app.services.carrier_desk import CarrierRow
from outlet_app.ui.carrier_list import CarrierList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

YTO, SF = carriers()["yto"], carriers()["sf"]
ROWS = (CarrierRow(YTO, is_changed=False, codes=0), CarrierRow(SF, is_changed=True, codes=3))


@pytest.fixture
def shown(qtbot: QtBot, speaking: object) -> CarrierList:
    del speaking
    made = CarrierList()
    qtbot.addWidget(made)
    made.show_rows(ROWS, "sf")
    return made


def test_the_carrier_that_is_looked_at_stands_out_and_what_is_special_is_said(shown: CarrierList) -> None:
    assert shown.names.currentRow() == 1
    assert [shown.names.item(row).text() for row in (0, 1)] == ["YTO", "SF Express · changed"]
    shown.show_rows((CarrierRow(replace(YTO, enabled=False), is_changed=True, codes=0),), "nobody")
    assert shown.names.item(0).text() == "YTO · off"
    assert shown.names.currentRow() == 0


def test_a_list_read_anew_while_a_new_one_is_typed_lets_none_stand_out(shown: CarrierList, qtbot: QtBot) -> None:
    shown.show_rows(ROWS, "")
    assert shown.names.currentRow() == -1
    with qtbot.waitSignal(shown.chosen):
        shown.names.setCurrentRow(0)


def test_at_the_ends_a_carrier_moves_one_way_only(shown: CarrierList, qtbot: QtBot) -> None:
    assert (shown.earlier.isEnabled(), shown.later.isEnabled()) == (True, False)
    with qtbot.waitSignal(shown.moved) as moved:
        shown.earlier.click()
    assert moved.args == [-1]
    with qtbot.waitSignal(shown.chosen) as chosen:
        shown.names.setCurrentRow(0)
    assert chosen.args == ["yto"]
    assert (shown.earlier.isEnabled(), shown.later.isEnabled()) == (False, True)


def test_while_a_new_one_is_typed_none_stands_out(shown: CarrierList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.added):
        shown.add.click()
    with qtbot.assertNotEmitted(shown.chosen):
        shown.stand_out(nothing=True)
    assert shown.names.currentRow() == -1
    assert not shown.earlier.isEnabled()
    shown.stand_out(nothing=False)
