"""What the system offers."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from outlet_app.desktop import Outcome, counting_clock, forget_planted_paths, keep_memory_private


def test_variables_that_load_foreign_code_are_removed_and_named() -> None:
    environment = {
        "PATH": "/usr/bin",
        "PYTHONPATH": "/planted",
        "LD_PRELOAD": "/planted.so",
        "QT_PLUGIN_PATH": "/planted",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/planted",
        "QT_QPA_PLATFORM": "offscreen",
    }
    removed = forget_planted_paths(environment)
    assert set(removed) == {"PYTHONPATH", "LD_PRELOAD", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"}
    assert environment == {"PATH": "/usr/bin", "QT_QPA_PLATFORM": "offscreen"}


def test_systems_without_the_call_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert keep_memory_private() is Outcome.NOT_OFFERED


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_on_linux_no_core_is_written_and_the_process_is_not_dumpable() -> None:
    script = (
        "import ctypes, resource\n"
        "from outlet_app.desktop import keep_memory_private\n"
        "assert keep_memory_private() == 'done'\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


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
