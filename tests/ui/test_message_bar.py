"""Tests of the message bar with its real timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import message_bar
from outlet_app.ui.message_bar import MessageBar, MessageKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot, speaking: object) -> MessageBar:
    assert speaking
    shown = MessageBar()
    qtbot.addWidget(shown)
    shown.resize(600, 44)
    return shown


def test_success_fades_after_four_seconds(bar: MessageBar, qtbot: QtBot) -> None:
    assert message_bar.FADES_AFTER_MS == 4000
    bar._fade.setInterval(30)
    bar.tell(MessageKind.GOOD, "Accepted")
    assert bar.isVisible()
    assert not bar.dismiss.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize("kind", [MessageKind.WARN, MessageKind.BAD])
def test_a_doubt_or_a_fault_stays_until_it_is_put_away(bar: MessageBar, qtbot: QtBot, kind: MessageKind) -> None:
    bar._fade.setInterval(10)
    bar.tell(MessageKind.GOOD, "Accepted")
    bar.tell(kind, "The printer does not answer.")
    qtbot.wait(50)
    assert bar.text.text() == "The printer does not answer."
    qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert bar.text.text() == ""


def test_what_is_insisted_on_cannot_be_put_away(bar: MessageBar) -> None:
    bar.insist("The record was cut.")
    assert bar.isVisible()
    assert not bar.dismiss.isVisible()


def test_a_message_is_text_and_never_markup(bar: MessageBar) -> None:
    bar.tell(MessageKind.WARN, "<b>YT1</b>")
    assert bar.text.textFormat() is Qt.TextFormat.PlainText


def test_a_kind_that_does_not_exist_is_a_bug(bar: MessageBar) -> None:
    with pytest.raises(ValueError, match="great"):
        bar.tell("great", "!")


def test_what_a_view_says_is_known_by_icon_and_frame_not_by_colour_alone(bar: MessageBar) -> None:
    seen = set()
    for kind in MessageKind:
        bar.tell(kind, "Same words")
        seen.add((str(bar.icon.property("iconName")), str(bar.property("kind"))))
    assert len(seen) == len(MessageKind)
    bar.clear()
