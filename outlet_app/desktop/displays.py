"""The X display that windows appear on: where its screen stands, and which programs send it elsewhere."""

from __future__ import annotations

import platform
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.desktop.remote_kind import RemoteKind

if TYPE_CHECKING:
    from pathlib import Path

_DISPLAY = re.compile(r"(?P<host>.*?)(?:/unix)?:(?P<number>\d+)(?:\.\d+)?")
"""Source: X(7), "DISPLAY NAMES"."""

_FIRST_FORWARDED = 10
"""sshd numbers the displays that it forwards from here on. Source: sshd_config(5), X11DisplayOffset."""

_HERE = frozenset({"", "unix", "localhost", "127.0.0.1", "::1", "[::1]"})

_VNC_SERVERS = frozenset({"Xvnc", "Xtigervnc", "Xtightvnc", "Xvnc4", "Xvnc-core"})
"""X servers whose screen is seen over VNC alone. Source: Xvnc(1), Xtigervnc(1), Xtightvnc(1)."""

_XRDP_MARK = "xrdp/xorg.conf"
"""What xrdp starts an X server with. Source: sesman.ini(5), section Xorg."""

_MIRRORS = frozenset({"x11vnc", "x0vncserver", "X0tigervnc", "x0tigervncserve", "krfb", "wayvnc", "vino-server"})
"""Programs that show a screen which stands here to whoever is connected; a name in /proc has 15 characters at most.

Source: x11vnc(1), x0vncserver(1), krfb(1), wayvnc(1).
"""

_ESTABLISHED = "01"
"""Source: proc_pid_net(5), /proc/net/tcp: state TCP_ESTABLISHED, and the socket's inode in the tenth column."""


@dataclass(frozen=True, slots=True)
class _Process:
    folder: Path
    name: str
    arguments: tuple[str, ...]


def of_display(display: str, processes: Path) -> RemoteKind | None:
    """How the screen of `display`, a value of DISPLAY or empty, is seen elsewhere; None where it is not.

    `processes` is /proc. Reads the names of all processes: some milliseconds.
    """
    named = _DISPLAY.fullmatch(display)
    if named is not None and int(named["number"]) >= _FIRST_FORWARDED and named["host"] not in {"", "unix"}:
        return RemoteKind.SSH
    if named is not None and named["host"] not in _HERE | {platform.node()}:
        return RemoteKind.X11
    number = None if named is None else f":{named['number']}"
    kinds = (_of_process(process, number, processes) for process in _known(processes))
    return next((kind for kind in kinds if kind is not None), None)


def _of_process(process: _Process, number: str | None, processes: Path) -> RemoteKind | None:
    if process.name in _MIRRORS:
        return RemoteKind.VNC if _shows(process, number) and _is_connected(process.folder, processes) else None
    if number not in process.arguments:
        return None
    if process.name in _VNC_SERVERS:
        return RemoteKind.VNC
    return RemoteKind.XRDP if _XRDP_MARK in process.arguments else None


def _shows(mirror: _Process, number: str | None) -> bool:
    """A mirror that names displays shows those; one that names none shows the screen that is here."""
    named = {argument for argument in mirror.arguments if re.fullmatch(r":\d+", argument)}
    return not named or number in named


def _known(processes: Path) -> list[_Process]:
    found = []
    for folder in processes.glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            name = (folder / "comm").read_text(errors="replace").strip()
            if name in _MIRRORS or name.startswith("X"):
                words = (folder / "cmdline").read_text(errors="replace").split("\0")
                found.append(_Process(folder, name, tuple(words)))
    return found


def _is_connected(folder: Path, processes: Path) -> bool:
    """Whether somebody is connected to that process; one that cannot be asked, another account's, counts as if."""
    try:
        targets = [str(handle.readlink()) for handle in (folder / "fd").iterdir()]
    except OSError:
        return True
    sockets = {target.removeprefix("socket:[").removesuffix("]") for target in targets if target.startswith("socket:[")}
    return not sockets.isdisjoint(_connections(processes))


def _connections(processes: Path) -> set[str]:
    inodes = set()
    for table in (processes / "net" / "tcp", processes / "net" / "tcp6"):
        with suppress(OSError):  # a system without IPv6
            rows = (line.split() for line in table.read_text().splitlines()[1:])
            inodes |= {row[9] for row in rows if row[3] == _ESTABLISHED}
    return inodes
