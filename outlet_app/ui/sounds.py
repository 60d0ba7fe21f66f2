"""One tone for good, two for bad: what a scan came to, heard by a hand that looks at the parcel and not at the screen.

Qt's own sound classes are not in PySide6-Essentials; the tones are made here and played by the system.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from outlet_app.desktop import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.ui.preferences import Preferences

RATE = 22_050
"""Samples a second."""

GOOD = ((1320, 90),)
BAD = ((330, 120), (0, 60), (330, 160))
"""Hertz and milliseconds, 0 Hz for silence: high and short against low and twice, so that neither is the other."""

_LOUDNESS = 0.5
_EDGE_MS = 6
"""A tone grows and fades so long; one that is cut off clicks."""


class Sounds(QObject):
    """`switched`: sounds are on or off now, on this PC. They only repeat what stands on the screen."""

    switched = Signal()

    def __init__(
        self, preferences: Preferences, play: Callable[[bytes], Outcome], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._play = play

    @property
    def are_on(self) -> bool:
        """Whether anything is heard."""
        return self._preferences.choices.sounds

    def good(self) -> None:
        """One tone."""
        self._sound(GOOD)

    def bad(self) -> None:
        """Two tones."""
        self._sound(BAD)

    def switch(self) -> None:
        """On, or off; it holds for everybody at this PC. Raises FileReadOnly, DiskFull when it cannot be written."""
        choices = self._preferences.choices
        try:
            self._preferences.keep(replace(choices, sounds=not choices.sounds))
        finally:
            self.switched.emit()

    def _sound(self, tones: tuple[tuple[int, int], ...]) -> None:
        if self.are_on and self._play(wave_file(tones)) is Outcome.NOT_OFFERED:
            QApplication.beep()


@lru_cache(maxsize=8)
def wave_file(tones: tuple[tuple[int, int], ...]) -> bytes:
    """A WAV file of these tones, each as (hertz, milliseconds), one after the other."""
    samples = [sample for hertz, duration_ms in tones for sample in _tone(hertz, duration_ms)]
    whole = BytesIO()
    with wave.open(whole, "wb") as head:
        head.setnchannels(1)
        head.setsampwidth(2)
        head.setframerate(RATE)
        head.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return whole.getvalue()


def _tone(hertz: int, duration_ms: int) -> list[int]:
    count, edge = RATE * duration_ms // 1000, RATE * _EDGE_MS // 1000
    highest = _LOUDNESS * 32_767
    return [
        round(highest * min(1.0, at / edge, (count - at) / edge) * math.sin(math.tau * hertz * at / RATE))
        for at in range(count)
    ]
