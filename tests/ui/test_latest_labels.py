"""The last labels: masked, to be printed again, and not to be carried away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from outlet_app.services.labels import LatestLabel
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.latest_labels import SHOWN, LatestLabels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


def label(place: int, *, code: bool = True) -> LatestLabel:
    until = AT + timedelta(minutes=10) if code else None
    return LatestLabel(bytes([place] * 16), f"YT88{place:011d}", "张**", "8000", "杭州市余杭区", AT, until, until, 1)


@pytest.fixture
def latest(qtbot: QtBot, speaking: object) -> LatestLabels:
    assert speaking
    made = LatestLabels()
    qtbot.addWidget(made)
    made.resize(390, made.height())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_empty_list_says_what_will_stand_there(latest: LatestLabels) -> None:
    assert latest.empty.isVisible()
    latest.show_labels((label(1),))
    assert not latest.empty.isVisible()


def test_no_more_than_five_are_shown_newest_first(latest: LatestLabels) -> None:
    latest.show_labels(tuple(label(place) for place in range(9, 0, -1)))
    assert [row.number.text()[-1] for row in latest.rows] == ["9", "8", "7", "6", "5"]
    assert len(latest.rows) == SHOWN


def test_a_row_tells_until_when_its_code_can_be_printed(latest: LatestLabels) -> None:
    latest.show_labels((label(2), label(1, code=False)))
    assert [row.code.text() for row in latest.rows] == ["09:40", "–"]


def test_a_row_asks_to_be_printed_again(latest: LatestLabels, qtbot: QtBot) -> None:
    latest.show_labels((label(2), label(1)))
    with qtbot.waitSignal(latest.again_asked) as asked:
        QTest.mouseClick(latest.rows[1].again, Qt.MouseButton.LeftButton)
    assert asked.args == [label(1)]
    assert latest.rows[1].again.accessibleName() == "Print YT8800000000001 again"


def test_a_row_asks_to_be_put_right_while_its_code_lives(latest: LatestLabels, qtbot: QtBot) -> None:
    latest.show_labels((label(2), label(1, code=False)))
    with qtbot.waitSignal(latest.right_asked) as asked:
        QTest.mouseClick(latest.rows[0].right, Qt.MouseButton.LeftButton)
    assert asked.args == [label(2)]
    assert latest.rows[0].right.accessibleName() == "Put YT8800000000002 right"
    assert not latest.rows[1].right.isVisible()
    assert latest.rows[0].code.geometry().right() == latest.rows[1].code.geometry().right()


def test_the_same_labels_are_not_drawn_anew(latest: LatestLabels) -> None:
    latest.show_labels((label(1),))
    row = latest.rows[0]
    latest.show_labels((label(1),))
    assert latest.rows[0] is row


def test_nothing_in_a_row_can_be_marked_copied_or_dragged(latest: LatestLabels) -> None:
    latest.show_labels((label(1),))
    row = latest.rows[0]
    QApplication.clipboard().setText("before")
    for part in row.findChildren(QLabel):
        assert part.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse == Qt.TextInteractionFlag(0)
        QTest.mouseDClick(part, Qt.MouseButton.LeftButton)
        QTest.keyClick(part, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    assert row.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_the_list_speaks_the_language_of_the_screen(latest: LatestLabels, speaking: QApplication) -> None:
    latest.show_labels((label(1),))
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert latest.heading.text() == "最近面单"
    assert "打" in latest.rows[0].again.toolTip()
