"""Capture exclusion, with made-up functions of Windows in the place of the real ones."""

from __future__ import annotations

import ctypes
import sys

import pytest

from outlet_app.desktop import Outcome, exclude_from_capture, excludes_from_capture
from tests.desktop.table import Table


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_system_without_a_way_says_so(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    table = Table({}).stand_in(monkeypatch, system)
    assert not excludes_from_capture()
    assert exclude_from_capture(7) is Outcome.NOT_OFFERED
    assert table.asked == []


def test_windows_is_asked_to_leave_the_window_out_of_every_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table({"SetWindowDisplayAffinity": lambda *_: 1}).stand_in(monkeypatch, "win32")
    assert excludes_from_capture()
    assert exclude_from_capture(0x1_0000_0007) is Outcome.DONE
    ((library, _, (window, affinity)),) = table.asked
    assert library == "user32"
    assert isinstance(window, ctypes.c_void_p)
    assert window.value == 0x1_0000_0007
    assert affinity == 0x11


def test_a_windows_that_refuses_is_not_taken_for_done(monkeypatch: pytest.MonkeyPatch) -> None:
    Table({"SetWindowDisplayAffinity": lambda *_: 0}).stand_in(monkeypatch, "win32")
    assert exclude_from_capture(7) is Outcome.NOT_OFFERED


def test_this_system_gives_one_of_the_two_answers() -> None:
    assert excludes_from_capture() is (sys.platform == "win32")
