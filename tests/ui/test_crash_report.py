"""Tests that a bug's report tells where and on what, and nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from outlet_app.ui import crash_report, prompts

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME, _PHONE = "张三", "13800138000"


def _fail(name: str) -> None:
    try:
        int(_PHONE + name)
    except ValueError as error:
        msg = f"{name} {_PHONE}"
        raise LookupError(msg) from error


def _bug() -> BaseException:
    try:
        _fail(_NAME)
    except LookupError as error:
        return error
    pytest.fail("nothing went wrong")


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    crash_report.catch_bugs()
    yield
    sys.excepthook = before


def test_a_report_names_lines_and_versions_and_nobody() -> None:
    report = crash_report.technical_report(_bug())
    assert "ValueError" in report
    assert "LookupError" in report
    assert "test_crash_report.py:" in report
    assert "_fail" in report
    assert "Qt 6." in report
    for secret in (_NAME, _PHONE, "/home", "/root", "tests/ui"):
        assert secret not in report


def test_a_report_of_a_deep_recursion_stays_short() -> None:
    def dig(depth: int) -> int:
        return 1 // depth + dig(depth - 1)

    with pytest.raises(ZeroDivisionError) as caught:
        dig(200)
    assert len(crash_report.technical_report(caught.value).splitlines()) <= 42


@pytest.mark.logs("crash")
@pytest.mark.usefixtures("hook", "qapp")
def test_a_bug_is_logged_and_told_in_one_window(caplog: pytest.LogCaptureFixture) -> None:
    prompts.answer_next(True)
    bug = _bug()
    sys.excepthook(type(bug), bug, bug.__traceback__)
    assert QGuiApplication.clipboard().text() == crash_report.technical_report(bug)
    assert _PHONE not in caplog.text
    assert "LookupError" in caplog.text


@pytest.mark.logs("crash")
@pytest.mark.usefixtures("hook", "qapp")
def test_a_bug_behind_the_open_window_is_logged_and_opens_no_second(caplog: pytest.LogCaptureFixture) -> None:
    windows: list[QWidget] = []

    def fail_again() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, fail_again)
            return
        again = KeyError("again")
        sys.excepthook(KeyError, again, None)
        windows.extend(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        box.reject()

    QTimer.singleShot(0, fail_again)
    bug = _bug()
    sys.excepthook(type(bug), bug, bug.__traceback__)
    assert len(windows) == 1
    assert "KeyError" in caplog.text


@pytest.mark.usefixtures("hook")
def test_an_interrupt_from_the_keyboard_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
