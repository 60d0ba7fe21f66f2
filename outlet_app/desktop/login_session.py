"""The login session that the system counts this program to, wherever its variables say it came from."""

from __future__ import annotations

import ctypes

from outlet_app.desktop import system
from outlet_app.desktop.remote_kind import RemoteKind

_LIBRARY = "libsystemd.so.0"


def of_login_session(session_id: str) -> RemoteKind | None:
    """How the person of this session came in from elsewhere; None where he sits here, or the system cannot say.

    `session_id` is XDG_SESSION_ID or empty: asked for where the system does not count this process to a session.
    Source: sd_pid_get_session(3), sd_session_is_remote(3), sd_session_get_service(3) of systemd.
    """
    try:
        session = _text("sd_pid_get_session", 0) or session_id
        service = _text("sd_session_get_service", ctypes.c_char_p(session.encode()))
        remote = system.function(_LIBRARY, "sd_session_is_remote")(ctypes.c_char_p(session.encode())) > 0
    except (OSError, AttributeError):  # no systemd here
        return None
    if service.startswith("xrdp"):
        return RemoteKind.XRDP
    if "vnc" in service:
        return RemoteKind.VNC
    return RemoteKind.SSH if remote else None


def _text(name: str, of: object) -> str:
    """What a function of the library writes through its second argument; empty where it fails. Freed, as asked for."""
    found = ctypes.c_char_p()
    if system.function(_LIBRARY, name)(of, ctypes.byref(found)) < 0:
        return ""
    text = (found.value or b"").decode(errors="replace")
    system.function("libc.so.6", "free")(found)
    return text
