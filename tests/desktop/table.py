"""A table of made-up system functions: what Windows or systemd would be asked is tried where neither is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from outlet_app.desktop import system

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


class Table:
    """Stands in the place of `desktop.system.function`, the door to the system; `asked` is what came through it."""

    def __init__(self, functions: dict[str, Callable[..., int]]) -> None:
        self._functions = functions
        self.asked: list[tuple[str, str, tuple[object, ...]]] = []

    def function(self, library: str, name: str) -> Callable[..., int]:
        """A function of the table that notes its arguments; OSError for a name the table does not have."""
        if name not in self._functions:
            raise OSError(name)

        def noted(*arguments: object) -> int:
            self.asked.append((library, name, arguments))
            return self._functions[name](*arguments)

        return noted

    def stand_in(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> Table:
        """Put the table into the door, on a system of that name, for one test."""
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setattr(system, "function", self.function)
        return self

    def names(self) -> list[str]:
        """The functions that were called, in order."""
        return [name for _, name, _ in self.asked]
