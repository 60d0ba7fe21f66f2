"""A screen of the tests' own: Xvfb with a window manager, real key events through XTEST, and a clipboard."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from contextlib import contextmanager
from ctypes.util import find_library
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GUN_MS = 2
"""Between two keys of a scanner. Real ones take 8 to 16; with none at all the toolkit sees a key that is held down."""

HAND_MS = 45
"""Between two keys of a hand: more than `ui.scanner.LONGEST_GAP_MS`, or it would be taken for a scanner's."""

_SIZE = "1366x768x24"
_PROGRAMS = ("Xvfb", "openbox", "xclip")
_LIBRARIES = ("X11", "Xtst")
_MODIFIERS = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}


def why_not() -> str | None:
    """What this machine lacks for a screen, or None."""
    lacking = [name for name in _PROGRAMS if shutil.which(name) is None]
    lacking += [f"lib{name}" for name in _LIBRARIES if find_library(name) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else None


class Screen:
    """`display` is its name for DISPLAY. Every key that is pressed is counted in `keys`; a scanner's are not."""

    def __init__(self, display: str) -> None:
        self.display = display
        self.keys = 0
        self._x11 = ctypes.CDLL(find_library("X11"))
        self._xtst = ctypes.CDLL(find_library("Xtst"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self._xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._connection = self._x11.XOpenDisplay(display.encode())
        assert self._connection is not None

    def press(self, combination: str) -> None:
        """One key with its modifiers, as `Ctrl+Shift+V` or `F8`: one key for who counts."""
        *modifiers, key = combination.split("+")
        held = [_MODIFIERS[name] for name in modifiers]
        self._strike(held, key.lower() if len(key) == 1 else key, 0)
        self.keys += 1
        self._x11.XSync(self._connection, 0)

    def type(self, text: str) -> None:
        """ASCII text as a hand types it, key after key."""
        for character in text:
            self._strike_character(character, HAND_MS)
        self.keys += len(text)
        self._x11.XSync(self._connection, 0)

    def scan(self, text: str) -> None:
        """ASCII text and Enter in one burst, as a scanner sends it."""
        for character in text:
            self._strike_character(character, GUN_MS)
        self._strike([], "Return", GUN_MS)
        self._x11.XSync(self._connection, 0)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard, as the chat window beside the program does."""
        command = ["xclip", "-selection", "clipboard", "-in"]
        environment = os.environ | {"DISPLAY": self.display}
        subprocess.run(command, input=text.encode(), env=environment, check=True, stdout=subprocess.DEVNULL, timeout=30)

    def close(self) -> None:
        """Leave the screen."""
        self._x11.XCloseDisplay(self._connection)

    def _strike_character(self, character: str, after_ms: int) -> None:
        held = ["Shift_L"] if character.isupper() else []
        self._strike(held, hex(ord(character)).replace("0x", "U00"), after_ms)

    def _strike(self, held: list[str], key: str, after_ms: int) -> None:
        """Down and up; the server itself waits `after_ms` first, so that a busy machine changes no interval."""
        for name in held:
            self._send(name, down=True, after_ms=after_ms)
        self._send(key, down=True, after_ms=0 if held else after_ms)
        self._send(key, down=False, after_ms=0)
        for name in reversed(held):
            self._send(name, down=False, after_ms=0)

    def _send(self, name: str, *, down: bool, after_ms: int) -> None:
        code = self._x11.XKeysymToKeycode(self._connection, self._x11.XStringToKeysym(name.encode()))
        assert code, f"no key {name}"
        self._xtst.XTestFakeKeyEvent(self._connection, code, down, after_ms)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen with nothing on it, gone afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as told:
            display = f":{told.readline().strip()}"
        environment = os.environ | {"DISPLAY": display}
        manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shown = Screen(display)
        try:
            yield shown
        finally:
            shown.close()
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()
