"""Lanes whose answers come when they are told to, so that every order of keys and answers can be played."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from outlet_app.ui.tasks import Lane, Tasks
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError

T = TypeVar("T")


class HeldTasks(Tasks):
    """The real lanes. While `holds`, work for the data lane waits in its order; `answer` lets the next piece through.

    That is a lane that is slow just there: the work itself, its order and its answers are real.
    """

    def __init__(self) -> None:
        super().__init__()
        self.holds = False
        self._waiting: deque[Callable[[], None]] = deque()

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[OutletError], None] | None = None,
    ) -> None:
        """As in `Tasks`."""
        if self.holds and lane is Lane.DATA:
            self._waiting.append(partial(super().run, lane, work, owner, done, failed))
        else:
            super().run(lane, work, owner, done, failed)

    def is_idle(self, *lanes: Lane) -> bool:
        """As in `Tasks`; what waits is not answered."""
        return not self._waiting and super().is_idle(*lanes)

    def answer(self, qtbot: QtBot, most: int | None = None) -> None:
        """Let the next pieces through, one after the other and at most so many, each up to its answer."""
        while self._waiting and most != 0:
            self._waiting.popleft()()
            qtbot.waitUntil(lambda: Tasks.is_idle(self, Lane.DATA), timeout=LONG_MS)
            most = None if most is None else most - 1
