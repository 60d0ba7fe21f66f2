"""Tests of the look that is chosen, and of following the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.ui import look, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.look import Look
from outlet_app.ui.preferences import Choices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

USUAL = Choices(Language.CHINESE, printer="标签机")


@pytest.mark.parametrize("chosen", Look)
def test_a_look_that_is_chosen_is_the_look_that_stands_and_nothing_else_changes(chosen: Look) -> None:
    choices = look.with_look(USUAL, chosen)
    assert look.chosen_look(choices) is chosen
    assert (choices.language, choices.printer) == (USUAL.language, USUAL.printer)


@pytest.mark.parametrize("system", [False, True])
def test_the_system_decides_only_where_it_was_chosen(
    system: bool,  # noqa: FBT001 - a row
    monkeypatch: pytest.MonkeyPatch,
    speaking: QApplication,
) -> None:
    monkeypatch.setattr(look, "system_is_dark", lambda: system)
    shown = {each: look.is_dark(look.with_look(USUAL, each)) for each in Look}
    assert shown == {Look.LIGHT: False, Look.DARK: True, Look.SYSTEM: system}
    look.wear(speaking, look.with_look(USUAL, Look.SYSTEM))
    assert theme.current() is (theme.DARK if system else theme.LIGHT)


def test_a_system_that_says_nothing_is_light(speaking: QApplication) -> None:
    assert speaking.styleHints().colorScheme().name in {"Unknown", "Light"}
    assert not look.system_is_dark()
