"""The ways in which a screen is shown somewhere else."""

from __future__ import annotations

from enum import StrEnum


class RemoteKind(StrEnum):
    """How somebody elsewhere sees this screen. The values stand in acts: never rename one."""

    RDP = "rdp"
    SSH = "ssh"
    VNC = "vnc"
    XRDP = "xrdp"
    X11 = "x11"
