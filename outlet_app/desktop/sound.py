"""A short sound through this machine's loudspeaker, without waiting for it."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
import wave
from contextlib import suppress
from io import BytesIO

from outlet_app.desktop import system
from outlet_app.desktop.outcome import Outcome

_SND_ASYNC, _SND_NODEFAULT, _SND_MEMORY = 0x1, 0x2, 0x4
"""Source: Microsoft, PlaySoundW of mmsystem.h."""

MOST_BYTES = 60_000
"""Of a sound: less than a pipe holds on Linux (64 KiB, pipe(7)), so that handing it over never waits."""


class Loudspeaker:
    """Plays one sound at a time: a later one ends an earlier one."""

    def __init__(self) -> None:
        self._players: list[subprocess.Popen[bytes]] = []
        self._kept = b""

    def play(self, sound: bytes) -> Outcome:
        """Begin to play a WAV file (16 bits, one channel, `MOST_BYTES` at most); takes a few milliseconds.

        NOT_OFFERED where the system has no way that needs no file. DONE says that it was handed over: where no
        loudspeaker is, nothing is heard.
        """
        if sys.platform == "win32":
            return self._on_windows(sound)
        return self._on_linux(sound) if sys.platform == "linux" else Outcome.NOT_OFFERED

    def _on_windows(self, sound: bytes) -> Outcome:
        """The bytes are kept until the next sound: systems before Windows 7 play out of them, after the call."""
        flags = _SND_ASYNC | _SND_NODEFAULT | _SND_MEMORY
        played = system.function("winmm", "PlaySoundW")(ctypes.c_char_p(sound), None, flags)
        self._kept = sound
        return Outcome.DONE if played else Outcome.NOT_OFFERED

    def _on_linux(self, sound: bytes) -> Outcome:
        command, heard = _player(sound)
        if not command:
            return Outcome.NOT_OFFERED
        self._players = [each for each in self._players if each.poll() is None]
        for former in self._players:
            former.kill()  # it is not waited for: a player that hangs on its device must hold up no counter
        nothing = subprocess.DEVNULL
        playing = subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing)  # noqa: S603 - the system's own player
        self._players.append(playing)
        assert playing.stdin is not None
        with playing.stdin, suppress(BrokenPipeError):  # a player that found no device is gone already
            playing.stdin.write(heard)
        return Outcome.DONE


def _player(sound: bytes) -> tuple[tuple[str, ...], bytes]:
    """The first of the usual programs that is here, and what it is to read from its standard input.

    Source: aplay(1), which reads a WAV head there too; pacat(1), which takes samples only.
    """
    if (found := shutil.which("aplay")) is not None:
        return (found, "-q", "-t", "wav", "-"), sound
    if (found := shutil.which("pacat")) is not None:
        with wave.open(BytesIO(sound)) as head:
            rate = f"--rate={head.getframerate()}"
            return (found, "--format=s16le", "--channels=1", rate), head.readframes(head.getnframes())
    return (), b""
