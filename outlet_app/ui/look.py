"""The look that is chosen on this machine: light, dark, or whatever the system shows."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from outlet_app.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from outlet_app.ui.preferences import Choices


class Look(StrEnum):
    """What can be chosen."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


def chosen_look(choices: Choices) -> Look:
    """The look that stands in `choices`."""
    if choices.follows_system:
        return Look.SYSTEM
    return Look.DARK if choices.dark else Look.LIGHT


def with_look(choices: Choices, look: Look) -> Choices:
    """The same choices with that look."""
    return replace(choices, dark=look is Look.DARK, follows_system=look is Look.SYSTEM)


def system_is_dark() -> bool:
    """Whether the system shows dark windows now; False where it does not say."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def is_dark(choices: Choices) -> bool:
    """Whether the windows are dark by these choices, now."""
    return system_is_dark() if choices.follows_system else choices.dark


def wear(app: QApplication, choices: Choices) -> None:
    """Put every window into the chosen look."""
    theme.apply(app, dark=is_dark(choices))
