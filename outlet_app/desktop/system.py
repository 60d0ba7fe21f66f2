"""The one door to functions of the operating system: tests put a table of their own in its place."""

from __future__ import annotations

import ctypes
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@functools.cache
def function(library: str, name: str) -> Callable[..., int]:
    """A function of a system library, such as `user32` and `GetSystemMetrics`; it gives a C int.

    Whole numbers are handed over as C ints: handles and pointers need a ctypes type around them. Raises OSError where
    the system has no such library, AttributeError where the library has no such function.
    """
    found: Callable[..., int] = getattr(ctypes.CDLL(library), name)
    return found
