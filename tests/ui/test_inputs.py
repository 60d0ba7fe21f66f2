"""Single inputs under real keys: what they refuse, offer and forget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.inputs import LONGEST_TEXT, Choice, DivisionInput, TextInput, Tick
from tests.ui.counter import write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|propagateSizeHints)")
"""What the off-screen platform lacks for the list of a completer."""

CODE = "OA1.7XKQ.YT8812345678901.1"
PLACES = ("浙江省", "江苏省", "江西省")


class Page(QWidget):
    """Inputs one below the other; counts the undos that nobody below wanted."""

    def __init__(self, *inputs: QWidget) -> None:
        super().__init__()
        self.undos = 0
        box = QVBoxLayout(self)
        for each in inputs:
            box.addWidget(each)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Count the undos that nobody took."""
        self.undos += event.matches(QKeySequence.StandardKey.Undo)


Show = Callable[..., Page]


@pytest.fixture
def show(qtbot: QtBot, speaking: object) -> Show:
    """Puts inputs on a page that lives as long as the test, with the keys in the first."""
    assert speaking
    pages = []

    def on_a_page(*inputs: QWidget) -> Page:
        page = Page(*inputs)
        pages.append(page)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        inputs[0].setFocus()
        return page

    return on_a_page


def wheel(widget: QWidget) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize("text", [CODE, CODE.lower(), f"寄 {CODE}", "ＯＡ１．7XKQ"])
def test_a_label_code_is_gone_at_once_and_cannot_be_undone(qtbot: QtBot, show: Show, text: str) -> None:
    field = TextInput()
    show(field)
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(field.code_refused):
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert not field.isUndoAvailable()


def test_an_undo_of_typing_stays_in_the_field_and_an_idle_one_goes_on(show: Show) -> None:
    field = TextInput()
    page = show(field)
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), page.undos) == ("", 0)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.undos == 1


def test_what_is_put_into_a_field_leaves_nothing_to_undo(show: Show) -> None:
    field = TextInput()
    show(field)
    QTest.keyClicks(field, "13800138000")
    field.put("")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_a_field_takes_more_than_any_field_may_hold(show: Show) -> None:
    field = TextInput()
    show(field)
    field.setText("路" * 1000)
    assert len(field.text()) == LONGEST_TEXT


def test_the_figure_is_larger_than_other_fields(show: Show) -> None:
    plain, figure = TextInput(), TextInput(chinese=False, figure=True)
    show(plain, figure)
    assert plain.height() == theme.FIELD_PX
    assert figure.height() > plain.height()
    assert figure.fontInfo().pixelSize() == theme.FIGURE_PX


def test_a_choice_outlives_a_list_in_other_words(show: Show) -> None:
    choice = Choice()
    show(choice)
    choice.offer((("paid", "Paid"), ("collect", "Collect")))
    choice.choose("collect")
    choice.offer((("paid", "寄付"), ("collect", "到付")))
    assert (choice.value(), choice.currentText()) == ("collect", "到付")
    choice.offer((("paid", "寄付"),))
    assert choice.value() == "paid"
    choice.choose("unknown")
    assert choice.value() == "paid"
    choice.offer(())
    assert choice.value() == ""


def test_the_wheel_changes_no_choice(show: Show) -> None:
    choice, place = Choice(), DivisionInput(lambda _: PLACES)
    choice.offer((("a", "A"), ("b", "B")))
    place.offer_all()
    show(choice, place)
    assert not wheel(choice).isAccepted()
    assert not wheel(place).isAccepted()
    assert (choice.value(), place.text()) == ("a", "")


def test_a_division_is_completed_from_what_is_typed(show: Show) -> None:
    asked: list[str] = []

    def complete(typed: str) -> tuple[str, ...]:
        asked.append(typed)
        return tuple(name for name in PLACES if name.startswith(typed))

    place, next_one = DivisionInput(complete), TextInput()
    show(place, next_one)
    write(place, "江")
    popup = place.completer().popup()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["江苏省", "江西省"]
    popup.hide()
    next_one.setFocus()
    assert place.text() == "江"
    place.setFocus()
    write(place, "西")
    popup.hide()
    next_one.setFocus()
    assert place.text() == "江西省"
    assert "江西" in asked


def test_the_list_of_a_division_is_refilled_around_its_text(show: Show) -> None:
    names = list(PLACES)
    place = DivisionInput(lambda _: tuple(names))
    show(place)
    place.offer_all()
    place.put("江苏省")
    names[:] = ["北京市"]
    place.offer_all()
    assert place.text() == "江苏省"
    assert [place.itemText(row) for row in range(place.count())] == ["北京市"]


def test_marks_are_drawn_and_taken_away(show: Show) -> None:
    for field in (TextInput(), Choice(), DivisionInput(lambda _: ())):
        show(field)
        field.mark(fault=True, doubt=False)
        assert field.property("fault") is True
        field.mark(fault=False, doubt=False)
        assert field.property("fault") is False


@pytest.mark.parametrize("dark", [False, True])
def test_a_tick_can_be_seen_in_both_looks(show: Show, speaking: QApplication, *, dark: bool) -> None:
    theme.apply(speaking, dark=dark)
    tick = Tick()
    tick.setText("Contents inspected")
    show(tick)
    empty = tick.grab().toImage()
    ground = empty.pixelColor(empty.width() - 1, 1)
    frame = empty.pixelColor(2, empty.height() // 2)
    assert abs(frame.lightness() - ground.lightness()) > 40
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 8, tick.height() // 2))
    assert tick.isChecked()
    assert tick.grab().toImage() != empty
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()
