"""The ground of the windows, for the stories that play in them."""

from __future__ import annotations

from tests.ui.conftest import preferences, qtbot, speaking, tasks, translations

__all__ = ["preferences", "qtbot", "speaking", "tasks", "translations"]
