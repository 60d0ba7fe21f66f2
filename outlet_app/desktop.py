"""What this machine's system offers to a program that holds other people's details; each call says done or not."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

_PR_SET_DUMPABLE = 4
"""Source: prctl(2). With 0 the kernel writes no core file and lets no process of the same user read our memory."""

_PLANTED = ("PYTHON", "LD_", "DYLD_")


class Outcome(StrEnum):
    """Whether the system did what was asked."""

    DONE = "done"
    NOT_OFFERED = "not_offered"


def forget_planted_paths(environment: MutableMapping[str, str] = os.environ) -> tuple[str, ...]:
    """Remove the variables by which another program could load its code into ours, and name what was removed.

    Must run before Qt is imported. Children inherit the clean environment.
    """
    planted = tuple(
        name
        for name in environment
        if name.upper().startswith(_PLANTED) or (name.upper().startswith("QT_") and "PLUGIN" in name.upper())
    )
    for name in planted:
        del environment[name]
    return planted


def keep_memory_private() -> Outcome:
    """Ask for no core dumps and no reading by other processes of the same user.

    Linux only so far; an administrator reads memory everywhere.
    """
    if sys.platform != "linux":
        return Outcome.NOT_OFFERED
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    return Outcome.DONE if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 else Outcome.NOT_OFFERED


def counting_clock() -> Callable[[], timedelta] | None:
    """A clock that nobody sets: how long this PC has been on, its sleep included; None where none is offered.

    Source: CLOCK_BOOTTIME in clock_gettime(2); GetTickCount64 in Microsoft's documentation of sysinfoapi.h, steps of
    10 to 16 ms.
    """
    if sys.platform == "linux":
        return _boot_time
    return _tick_count if sys.platform == "win32" else None


def _boot_time() -> timedelta:
    return timedelta(seconds=time.clock_gettime(time.CLOCK_BOOTTIME))


def _tick_count() -> timedelta:
    ticks = ctypes.CDLL("kernel32").GetTickCount64
    ticks.restype = ctypes.c_uint64
    return timedelta(milliseconds=ticks())
