"""Tests of a field with its name and its fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QSpinBox, QWidget

from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("kind", [TextInput, Choice, QSpinBox])
def test_a_fault_is_seen_and_read_with_the_field(kind: type[QWidget], qtbot: QtBot) -> None:
    field = kind()
    box = Captioned(field)
    qtbot.addWidget(box)
    box.show()
    box.name("Number")
    assert (box.caption.text(), field.accessibleName()) == ("Number", "Number")
    assert not box.fault.isVisible()
    box.tell("Still missing.")
    assert box.fault.isVisible()
    assert field.accessibleDescription() == "Still missing."
    box.tell()
    assert not box.fault.isVisible()
    assert not field.property("fault")
