"""Tests of the form for one act about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.ui.staff_form import StaffAct, StaffForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_only_what_an_act_needs_is_asked_and_escape_drops_it(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    form = StaffForm()
    qtbot.addWidget(form)
    form.show()
    form.begin(StaffAct.INVITE_OWNER)
    assert form.name.isVisible()
    assert form.new_password.isVisible()
    form.begin(StaffAct.ROTATE)
    assert not form.name.isVisible()
    assert not form.new_password.isVisible()
    with qtbot.waitSignal(form.dropped):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
