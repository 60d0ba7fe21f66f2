"""Tests of the owner's proof: password and card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.ui.owner_proof import OwnerProof

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_scanned_card_takes_the_place_of_a_typed_one_and_is_not_shown(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    proof = OwnerProof()
    qtbot.addWidget(proof)
    proof.show()
    qtbot.mouseClick(proof.by_hand, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(proof.typed, "OK1.TYPED")
    assert proof.card == "OK1.TYPED"
    assert not proof.take_card("YT8800000000001")
    assert proof.take_card("OK1.SCANNED")
    assert proof.card == "OK1.SCANNED"
    assert proof.typed.text() == ""
    proof.forget()
    assert proof.card == ""
