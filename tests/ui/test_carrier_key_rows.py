"""The carriers that have a key, each with what can be done about it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.carrier import carriers
from outlet_app.services.carrier_key_desk import CarrierKeys, NamedKey
from outlet_app.ui.carrier_key_rows import CarrierKeyRows
from tests.outlets import MORNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEY = NamedKey("ABCD-EFGH-JKMN-PQRS", MORNING, MORNING + timedelta(days=1))
EVERY = (CarrierKeys("yto", in_force=KEY), CarrierKeys("sto"), CarrierKeys("zto", withdrawn_at=MORNING))


def test_a_carrier_without_a_key_has_no_row(qtbot: QtBot) -> None:
    rows = CarrierKeyRows()
    qtbot.addWidget(rows)
    rows.show_keys(EVERY, carriers())
    assert [row.keys.carrier for row in rows.rows] == ["yto", "zto"]
    assert rows.empty.isHidden()

    rows.show_keys(EVERY[1:2], carriers())
    assert rows.rows == []
    assert not rows.empty.isHidden()


def test_each_button_tells_for_whom_it_is(qtbot: QtBot) -> None:
    rows = CarrierKeyRows()
    qtbot.addWidget(rows)
    rows.show_keys(EVERY, carriers())
    asked: list[object] = []
    rows.name_asked.connect(asked.append)
    rows.withdraw_asked.connect(asked.append)

    rows.add.click()
    rows.rows[1].replace.click()
    rows.rows[0].withdraw.click()

    assert asked == ["", "zto", EVERY[0]]
    assert rows.rows[0].withdraw.accessibleName() == "Withdraw the key of YTO"
