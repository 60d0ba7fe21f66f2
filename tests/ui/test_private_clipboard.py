"""A copied field: there for a while, marked for whoever keeps histories, gone on time and with the program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QClipboard, QGuiApplication

import outlet_app
from outlet_app.ui import private_clipboard
from outlet_app.ui.private_clipboard import PrivateClipboard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_FIELD = "13800138000"


@pytest.fixture
def system(qapp: QApplication) -> Iterator[QClipboard]:
    clipboard = qapp.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def private(system: QClipboard) -> Iterator[PrivateClipboard]:
    assert system is not None
    clipboard = PrivateClipboard()
    yield clipboard
    clipboard.clear()
    clipboard.deleteLater()


def test_the_text_is_there_with_the_marks_that_keep_it_out_of_histories(
    private: PrivateClipboard, system: QClipboard
) -> None:
    private.put(_FIELD)
    assert system.text() == _FIELD
    data = system.mimeData()
    windows = 'application/x-qt-windows-mime;value="{}"'
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert data.data(windows.format(name)).data() == bytes(4)
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert not data.hasHtml()
    assert system.text(mode=QClipboard.Mode.Selection) != _FIELD


def test_after_its_time_it_is_taken_away(system: QClipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert private_clipboard.CLEARED_AFTER_MS == 30_000
    monkeypatch.setattr(private_clipboard, "CLEARED_AFTER_MS", 30)
    clipboard = PrivateClipboard()
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.put(_FIELD)
        assert clipboard.holds
    assert system.text() == ""
    assert not clipboard.holds
    clipboard.deleteLater()


def test_what_somebody_copied_since_stays(private: PrivateClipboard, system: QClipboard) -> None:
    private.put(_FIELD)
    system.setText("a shopping list")
    private.clear()
    assert system.text() == "a shopping list"
    assert not private.holds


def test_a_text_that_a_clipboard_program_took_over_is_still_known(
    private: PrivateClipboard, system: QClipboard
) -> None:
    private.put(_FIELD)
    system.setText(_FIELD)  # the same text, without our marks
    private.clear()
    assert system.text() == ""


def test_a_second_copy_takes_the_place_of_the_first_and_has_its_whole_time(
    private: PrivateClipboard, system: QClipboard
) -> None:
    private.put("first")
    private.put("second")
    assert system.text() == "second"
    assert private._clear.remainingTime() > private_clipboard.CLEARED_AFTER_MS - 2_000
    private.clear()
    assert system.text() == ""


def test_nothing_of_ours_is_left_when_the_program_ends(private: PrivateClipboard, system: QClipboard) -> None:
    private.put(_FIELD)
    application = QCoreApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.aboutToQuit.emit()  # what Qt tells when the last window has closed
    assert system.text() == ""


def test_it_keeps_no_text_to_know_it_again(private: PrivateClipboard) -> None:
    private.put(_FIELD)
    kept = [value for value in vars(private).values() if isinstance(value, str | bytes)]
    assert all(_FIELD not in (value if isinstance(value, str) else value.decode("latin-1")) for value in kept)
    assert _FIELD not in repr(private)


def test_nothing_else_of_the_program_puts_anything_on_the_clipboard() -> None:
    """But the report of a crash, which holds no value, and the tour, which pastes made-up people."""
    doors = {"ui/private_clipboard.py", "ui/prompts.py", "self_check/tour.py"}
    package = Path(outlet_app.__file__).parent
    writes = re.compile(r"clipboard(\(\))?\.set(Text|MimeData|Image|Pixmap)\b")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if writes.search(path.read_text(encoding="utf-8"))
    }
    assert found <= doors
    assert "ui/private_clipboard.py" in found


_PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from outlet_app.ui.private_clipboard import PrivateClipboard
application = QApplication([])
private = PrivateClipboard()
private.put("a field")
QTimer.singleShot(0, application.quit)
application.exec()
print("left there:", application.clipboard().text())
"""


def test_a_program_that_ends_while_something_is_copied_ends_well() -> None:
    ended = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "left there: \n"), ended.stderr
