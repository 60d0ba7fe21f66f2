"""Whether the screen is shown elsewhere: by variables, sessions and displays; on Windows with made-up functions."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

import pytest

from outlet_app.desktop import RemoteKind, remote_session
from tests.desktop.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what Linux' own programs set")


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """A /proc in which nothing runs."""
    return tmp_path


@_LINUX
@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("SSH_CONNECTION", "10.0.0.7 51000 10.0.0.1 22", RemoteKind.SSH),
        ("SSH_CLIENT", "10.0.0.7 51000 22", RemoteKind.SSH),
        ("SSH_TTY", "/dev/pts/3", RemoteKind.SSH),
        ("XRDP_SESSION", "1", RemoteKind.XRDP),
        ("VNCDESKTOP", "counter:1 (clerk)", RemoteKind.VNC),
        ("DISPLAY", "localhost:10.0", RemoteKind.SSH),
        ("DISPLAY", "far-away:0", RemoteKind.X11),
    ],
)
def test_what_a_remote_session_sets_is_seen(proc: Path, name: str, value: str, kind: RemoteKind) -> None:
    assert remote_session({name: value}, proc) == kind


def test_somebody_who_sits_here_is_not_remote(proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Table({}).stand_in(monkeypatch, "linux")
    assert remote_session({"DISPLAY": ":0", "SSH_TTY": "", "XDG_SESSION_ID": "2"}, proc) == ""


def test_the_session_counts_where_the_variables_were_taken_away(proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def service(_session: ctypes.c_char_p, found: Any) -> int:
        found._obj.value = b"sshd"
        return 0

    functions: dict[str, Callable[..., int]] = {
        "sd_pid_get_session": lambda *_: -61,
        "sd_session_get_service": service,
        "sd_session_is_remote": lambda _: 1,
        "free": lambda _: 0,
    }
    Table(functions).stand_in(monkeypatch, "linux")
    assert remote_session({"XDG_SESSION_ID": "c7", "DISPLAY": ":0"}, proc) == "ssh"


def test_on_a_mac_variables_are_all_that_is_asked(proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table({}).stand_in(monkeypatch, "darwin")
    assert remote_session({}, proc) == ""
    assert remote_session({"SSH_CONNECTION": "a"}, proc) == "ssh"
    assert table.asked == []


def _windows(
    metrics: dict[int, int], *, own: int = 1, glass: int | None = 1, known: int = 1
) -> dict[str, Callable[..., int]]:
    def registry(*arguments: Any) -> int:
        if glass is None:
            return 2  # ERROR_FILE_NOT_FOUND
        arguments[5]._obj.value = glass
        return 0

    def session(_process: int, found: Any) -> int:
        found._obj.value = own
        return known

    return {
        "GetSystemMetrics": lambda metric: metrics.get(metric, 0),
        "RegGetValueW": registry,
        "ProcessIdToSessionId": session,
    }


@pytest.mark.parametrize(
    ("functions", "told"),
    [
        (_windows({}), ""),
        (_windows({0x1000: 1}), "rdp"),
        (_windows({0x2001: 1}), "rdp"),
        (_windows({}, own=3, glass=1), "rdp"),
        (_windows({}, own=3, glass=None), ""),
        (_windows({}, own=3, known=0), ""),
    ],
)
def test_windows_says_by_metric_and_by_session(
    monkeypatch: pytest.MonkeyPatch, functions: dict[str, Callable[..., int]], told: str
) -> None:
    Table(functions).stand_in(monkeypatch, "win32")
    assert remote_session({}) == told


def test_windows_is_asked_for_the_session_at_the_pc_where_its_own_pages_say(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(_windows({})).stand_in(monkeypatch, "win32")
    remote_session({})
    (asked,) = [arguments for _, name, arguments in table.asked if name == "RegGetValueW"]
    root, key, value, kind = asked[:4]
    assert isinstance(root, ctypes.c_void_p)
    assert root.value == 0xFFFFFFFF80000002
    assert isinstance(key, ctypes.c_wchar_p)
    assert key.value == "SYSTEM\\CurrentControlSet\\Control\\Terminal Server"
    assert isinstance(value, ctypes.c_wchar_p)
    assert value.value == "GlassSessionId"
    assert kind == 0x10
