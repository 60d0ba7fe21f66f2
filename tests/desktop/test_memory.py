"""Private memory: on this system for real, on Windows with made-up functions in the place of the real ones."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from outlet_app.desktop import Outcome, keep_memory_private
from tests.desktop.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

_RIGHTS = 4711


def test_systems_without_the_call_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
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


def _windows(read: int = 1, done: int = 1) -> dict[str, Callable[..., int]]:
    def convert(_text: object, _revision: int, rights: Any, _size: None) -> int:
        rights._obj.value = _RIGHTS
        return read

    return {
        "SetProcessMitigationPolicy": lambda *_: 1,
        "ConvertStringSecurityDescriptorToSecurityDescriptorW": convert,
        "SetKernelObjectSecurity": lambda *_: done,
        "LocalFree": lambda *_: 0,
    }


def test_on_windows_the_owner_of_the_process_keeps_no_right_to_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(_windows()).stand_in(monkeypatch, "win32")
    assert keep_memory_private() is Outcome.DONE
    asked = {name: arguments for _, name, arguments in table.asked}
    text = asked["ConvertStringSecurityDescriptorToSecurityDescriptorW"][0]
    assert isinstance(text, ctypes.c_wchar_p)
    rights = dict(_entries(text.value or ""))
    assert rights == {"OW": 0x101001, "SY": 0x1FFFFF}
    assert not rights["OW"] & (0x0010 | 0x0020 | 0x0008 | 0x0040 | 0x40000)  # read, write, operate, copy, grant
    process, kind, given = asked["SetKernelObjectSecurity"]
    assert isinstance(process, ctypes.c_void_p)
    assert process.value == ctypes.c_void_p(-1).value
    assert kind == 4
    assert isinstance(given, ctypes.c_void_p)
    assert given.value == _RIGHTS


def _entries(text: str) -> list[tuple[str, int]]:
    """Who is allowed what by a security descriptor's text."""
    assert text.startswith("D:P(")
    fields = [entry.split(";") for entry in text.removeprefix("D:P").strip("()").split(")(")]
    assert all(field[0] == "A" for field in fields)
    return [(field[5], int(field[2], 16)) for field in fields]


def test_on_windows_libraries_from_shares_are_refused_and_what_was_made_is_freed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = Table(_windows()).stand_in(monkeypatch, "win32")
    keep_memory_private()
    asked = {name: arguments for _, name, arguments in table.asked}
    policy, flags, size = asked["SetProcessMitigationPolicy"]
    assert policy == 10
    assert flags._obj.value == 0x3  # type: ignore[attr-defined]  # what ctypes.byref points to
    assert isinstance(size, ctypes.c_size_t)
    assert size.value == 4
    assert table.names()[-1] == "LocalFree"


@pytest.mark.parametrize("refusal", [{"read": 0}, {"done": 0}])
def test_a_windows_that_refuses_is_not_taken_for_done(monkeypatch: pytest.MonkeyPatch, refusal: dict[str, int]) -> None:
    Table(_windows(**refusal)).stand_in(monkeypatch, "win32")
    assert keep_memory_private() is Outcome.NOT_OFFERED
