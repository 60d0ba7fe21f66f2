"""Hands that wait as long as a busy machine may need: where the thing comes, patience costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

LONG_MS = 20_000
"""Patience with the first label of a process on a busy machine: fonts are read then."""


class PatientBot(QtBot):
    """As its parent, but for the patience of whoever names none, which is 5 s there. Its names are its parent's."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG_MS) -> None:  # noqa: N802 - above
        """As its parent."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = LONG_MS, **how: object) -> SignalBlocker:  # noqa: N802 - above
        """As its parent."""
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(  # noqa: N802 - above
        self, signals: list[object], *, timeout: int = LONG_MS, **how: object
    ) -> MultiSignalBlocker:
        """As its parent."""
        return super().waitSignals(signals, timeout=timeout, **how)
