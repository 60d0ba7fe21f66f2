"""The keys of a reveal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.reveal_keys import COPY_KEY, FIELD_KEYS, REASON_KEYS, FieldKeys, ReasonKeys, plain_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_every_field_and_every_reason_has_one_key_and_none_is_given_twice() -> None:
    assert set(FIELD_KEYS.values()) == set(RevealField)
    assert list(REASON_KEYS.values()) == list(RevealReason)
    assert [key.name for key in REASON_KEYS] == ["Key_1", "Key_2", "Key_3", "Key_4", "Key_5"]
    keys = [*FIELD_KEYS, *REASON_KEYS, COPY_KEY]
    assert len(set(keys)) == len(keys) == len(RevealField) + len(RevealReason) + 1


def test_the_key_stands_on_the_button_and_the_whole_name_is_read_out(qtbot: QtBot, speaking: QApplication) -> None:
    fields, reasons = FieldKeys(), ReasonKeys()
    for each in (fields, reasons):
        qtbot.addWidget(each)
    phone = fields.buttons[RevealField.RECIPIENT_PHONE]
    assert (phone.text(), phone.accessibleName()) == ("Phone   Q", "Recipient Phone")
    assert fields.buttons[RevealField.REMARK].accessibleName() == "Parcel Remark"
    assert reasons.buttons[RevealReason.CALL].text() == "1 Call"
    languages.speak(speaking, Language.CHINESE)
    for each in (fields, reasons):
        each.retranslate()
    assert (phone.text(), phone.accessibleName()) == ("电话   Q", "收件人 电话")
    assert reasons.buttons[RevealReason.OTHER].text() == "5 其他原因"


def test_a_click_asks_for_the_field(qtbot: QtBot) -> None:
    fields = FieldKeys()
    qtbot.addWidget(fields)
    asked: list[RevealField] = []
    fields.asked.connect(asked.append)
    for field in RevealField:
        fields.buttons[field].click()
    assert asked == list(RevealField)


def test_a_key_that_is_held_down_or_belongs_to_a_shortcut_is_none_of_ours() -> None:
    def pressed(modifiers: Qt.KeyboardModifier, *, again: bool = False) -> Qt.Key | None:
        return plain_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, modifiers, "q", again))

    modifier = Qt.KeyboardModifier
    assert pressed(modifier.NoModifier) == Qt.Key.Key_Q
    assert pressed(modifier.ShiftModifier) == Qt.Key.Key_Q
    assert pressed(modifier.KeypadModifier) == Qt.Key.Key_Q
    assert pressed(modifier.NoModifier, again=True) is None
    assert pressed(modifier.ControlModifier) is None
    assert pressed(modifier.AltModifier) is None
