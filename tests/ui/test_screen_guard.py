"""The screen guard, with a made-up function of Windows in the place of the real one: which windows it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from outlet_app.ui.screen_guard import ScreenGuard
from tests.desktop.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Table:
    """A system that excludes windows."""
    return Table({"SetWindowDisplayAffinity": lambda *_: 1}).stand_in(monkeypatch, "win32")


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[Callable[[], ScreenGuard]]:
    """Makes the guard when the test wants it; it is gone afterwards."""
    made: list[ScreenGuard] = []

    def make() -> ScreenGuard:
        made.append(ScreenGuard(qapp))
        return made[-1]

    yield make
    for each in made:
        qapp.removeEventFilter(each)
        each.deleteLater()


def _excluded(table: Table) -> list[int]:
    """The windows that were asked for since the last look, in order."""
    windows = [arguments[0].value for _, _, arguments in table.asked]  # type: ignore[attr-defined]  # a ctypes pointer
    table.asked.clear()
    return windows


def _shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_every_window_is_excluded_before_it_is_seen(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    guard()
    first, second = _shown(QWidget(), qtbot), _shown(QWidget(), qtbot)
    assert set(_excluded(offered)) == {int(first.winId()), int(second.winId())}


def test_a_window_that_stood_before_the_guard_is_excluded_too(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    window = _shown(QWidget(), qtbot)
    assert offered.asked == []
    guard()
    assert _excluded(offered) == [int(window.winId())]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)  # off screen there is no keyboard
def test_lists_tips_and_dialogs_are_windows_of_their_own(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    guard()
    window = QWidget()
    choice = QComboBox(window)
    choice.addItems(["one", "two"])
    _shown(window, qtbot)
    _excluded(offered)
    choice.showPopup()
    popup = choice.view().window()
    assert _excluded(offered)[-1] == int(popup.winId())
    choice.hidePopup()
    tip = _shown(QWidget(window, Qt.WindowType.ToolTip), qtbot)
    assert int(tip.winId()) in _excluded(offered)
    dialog = _shown(QWidget(window, Qt.WindowType.Dialog), qtbot)
    assert int(dialog.winId()) in _excluded(offered)


@pytest.mark.parametrize(
    "event", [QEvent.Type.WinIdChange, QEvent.Type.WindowStateChange, QEvent.Type.ScreenChangeInternal]
)
def test_it_is_asked_for_again_whenever_the_system_may_have_dropped_it(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot, event: QEvent.Type
) -> None:
    guard()
    window = _shown(QWidget(), qtbot)
    _excluded(offered)
    QApplication.sendEvent(window, QEvent(event))
    assert _excluded(offered) == [int(window.winId())]


def test_a_window_that_was_hidden_or_small_is_excluded_when_it_comes_back(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    guard()
    window = _shown(QWidget(), qtbot)
    _excluded(offered)
    window.hide()
    window.show()
    assert int(window.winId()) in _excluded(offered)
    window.showMinimized()
    _excluded(offered)
    window.showNormal()
    assert int(window.winId()) in _excluded(offered)


def test_a_window_that_goes_is_not_made_anew_by_asking(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    guard()
    window = _shown(QWidget(), qtbot)
    _excluded(offered)
    window.destroy()
    assert offered.asked == []
    assert window.windowHandle() is None


def test_what_is_inside_of_a_window_is_not_asked_for_by_itself(
    offered: Table, guard: Callable[[], ScreenGuard], qtbot: QtBot
) -> None:
    guard()
    window = _shown(QWidget(), qtbot)
    inside = QWidget(window)
    _excluded(offered)
    inside.show()
    assert offered.asked == []


def test_where_the_system_offers_nothing_nothing_is_watched(
    guard: Callable[[], ScreenGuard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table({}).stand_in(monkeypatch, "linux")
    guard()
    _shown(QWidget(), qtbot)
    assert table.asked == []


@pytest.mark.logs("capture_exclusion_refused")
def test_a_refusal_is_written_down_once(
    guard: Callable[[], ScreenGuard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    Table({"SetWindowDisplayAffinity": lambda *_: 0}).stand_in(monkeypatch, "win32")
    guard()
    _shown(QWidget(), qtbot)
    _shown(QWidget(), qtbot)
    assert [record.getMessage().split()[0] for record in caplog.records] == ["capture_exclusion_refused"]
