"""What the system offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from outlet_app.desktop import Outcome, forget_planted_paths, keep_memory_private


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
