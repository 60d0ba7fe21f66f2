"""A clock that nobody sets."""

from __future__ import annotations

import ctypes
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def counting_clock() -> Callable[[], timedelta] | None:
    """How long this PC has been on, its sleep included; None where the system offers no such clock.

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
