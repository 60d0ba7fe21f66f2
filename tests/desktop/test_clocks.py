"""The clock that nobody sets."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from outlet_app.desktop import counting_clock


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_on_linux_the_counting_clock_is_how_long_the_machine_has_been_on() -> None:
    clock = counting_clock()
    assert clock is not None
    up = timedelta(seconds=float(Path("/proc/uptime").read_text().split()[0]))
    assert abs(clock() - up) < timedelta(seconds=2)
    before = clock()
    time.sleep(0.02)
    assert timedelta(milliseconds=20) <= clock() - before < timedelta(seconds=2)


@pytest.mark.parametrize(("system", "has_one"), [("win32", True), ("darwin", False)])
def test_other_systems_offer_their_own_or_none(monkeypatch: pytest.MonkeyPatch, system: str, *, has_one: bool) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert (counting_clock() is not None) is has_one


@pytest.mark.skipif(sys.platform != "win32", reason="GetTickCount64 is Windows'")
def test_on_windows_the_counting_clock_goes_on() -> None:
    clock = counting_clock()
    assert clock is not None
    before = clock()
    time.sleep(0.05)
    assert clock() > before
