"""Windows of ours kept out of pictures that other programs take of the screen."""

from __future__ import annotations

import ctypes
import sys

from outlet_app.desktop import system
from outlet_app.desktop.outcome import Outcome

_EXCLUDED = 0x11
"""WDA_EXCLUDEFROMCAPTURE, since Windows 10 version 2004; before that the window is black in pictures. No picture of a
window is promised to be impossible, and a camera sees it. Source: Microsoft, SetWindowDisplayAffinity of winuser.h.
"""


def excludes_from_capture() -> bool:
    """Whether this system has a way at all.

    X11 and Wayland have none. macOS has `NSWindow.sharingType`, which its newer recorders pass over; it is not used.
    """
    return sys.platform == "win32"


def exclude_from_capture(window_id: int) -> Outcome:
    """Keep one top-level window of this process out of pictures and recordings, until its native window goes.

    `window_id` is the system's own, as `QWidget.winId` gives it.
    """
    if not excludes_from_capture():
        return Outcome.NOT_OFFERED
    done = system.function("user32", "SetWindowDisplayAffinity")(ctypes.c_void_p(window_id), _EXCLUDED)
    return Outcome.DONE if done else Outcome.NOT_OFFERED
