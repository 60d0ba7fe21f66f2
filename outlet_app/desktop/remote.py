"""Whether this screen is shown on another computer: over RDP, SSH, VNC, xrdp, or a far X server."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.desktop import system
from outlet_app.desktop.displays import of_display
from outlet_app.desktop.login_session import of_login_session
from outlet_app.desktop.remote_kind import RemoteKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_VARIABLES = {
    "XRDP_SESSION": RemoteKind.XRDP,
    "VNCDESKTOP": RemoteKind.VNC,
    "SSH_CONNECTION": RemoteKind.SSH,
    "SSH_CLIENT": RemoteKind.SSH,
    "SSH_TTY": RemoteKind.SSH,
}
"""Set in every program of such a session. Source: ssh(1), ENVIRONMENT; xrdp's sesman; TigerVNC's vncserver(1)."""

_SM_REMOTESESSION, _SM_REMOTECONTROL = 0x1000, 0x2001
"""Source: Microsoft, GetSystemMetrics of winuser.h: a Remote Desktop session; a session that is being watched."""

_LOCAL_MACHINE = ctypes.c_void_p(0xFFFFFFFF80000002)
_TERMINAL_SERVER = "SYSTEM\\CurrentControlSet\\Control\\Terminal Server"
_GLASS_SESSION = "GlassSessionId"
_RRF_RT_REG_DWORD = 0x10
"""The session that stands at the PC itself, because the metric does not see sessions with a virtual GPU. Source:
Microsoft, "Detecting the Remote Desktop Services environment"; RegGetValueW of winreg.h.
"""


def remote_session(environment: Mapping[str, str] = os.environ, processes: Path = Path("/proc")) -> str:
    """The `RemoteKind` by which somebody elsewhere sees this screen now, or an empty text.

    Takes some milliseconds. Not seen: programs that mirror the screen on Windows and macOS (remote help of any maker),
    and whoever lies to us about variables and processes with the rights of this system account.
    """
    if sys.platform == "win32":
        kind = _on_windows()
    else:
        kind = _by_variables(environment) or (_on_linux(environment, processes) if sys.platform == "linux" else None)
    return "" if kind is None else kind.value


def _by_variables(environment: Mapping[str, str]) -> RemoteKind | None:
    return next((kind for name, kind in _VARIABLES.items() if environment.get(name)), None)


def _on_linux(environment: Mapping[str, str], processes: Path) -> RemoteKind | None:
    by_session = of_login_session(environment.get("XDG_SESSION_ID", ""))
    return by_session or of_display(environment.get("DISPLAY", ""), processes)


def _on_windows() -> RemoteKind | None:
    metric = system.function("user32", "GetSystemMetrics")
    remote = metric(_SM_REMOTESESSION) or metric(_SM_REMOTECONTROL) or not _stands_at_the_pc()
    return RemoteKind.RDP if remote else None


def _stands_at_the_pc() -> bool:
    """Whether this session is the one at the PC itself, as far as the system tells which that is."""
    own, glass = ctypes.c_uint32(), ctypes.c_uint32()
    size = ctypes.c_uint32(ctypes.sizeof(glass))
    failed = system.function("advapi32", "RegGetValueW")(
        _LOCAL_MACHINE,
        ctypes.c_wchar_p(_TERMINAL_SERVER),
        ctypes.c_wchar_p(_GLASS_SESSION),
        _RRF_RT_REG_DWORD,
        None,
        ctypes.byref(glass),
        ctypes.byref(size),
    )
    known = system.function("kernel32", "ProcessIdToSessionId")(os.getpid(), ctypes.byref(own))
    return bool(failed) or not known or own.value == glass.value
