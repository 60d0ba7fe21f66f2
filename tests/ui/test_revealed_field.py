"""A revealed field and what can be done about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.domain.reveal_terms import RevealField
from outlet_app.services.reveal import SHOWN_FOR, Revealed
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.revealed_field import RevealedField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_UNTIL = datetime(2026, 11, 22, 1, 30, 20, tzinfo=UTC)


def _revealed(text: str) -> Revealed:
    return Revealed(RevealField.RECIPIENT_NAME, text, _UNTIL, "陈伟 2026-11-22 09:30:00")


@pytest.fixture
def field(qtbot: QtBot, speaking: QApplication) -> RevealedField:
    del speaking
    shown = RevealedField()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def test_it_stands_there_for_twenty_seconds(field: RevealedField) -> None:
    assert SHOWN_FOR.total_seconds() == 20
    field.show_field(_revealed("张三"))
    assert field.text.is_showing
    assert 19_000 < field.text.left_ms <= 20_000
    assert field.copy.isVisible()
    field.clear()
    assert not field.text.is_showing


def test_a_field_in_which_nothing_was_typed_says_so_and_cannot_be_copied(field: RevealedField) -> None:
    field.show_field(_revealed(""))
    assert field.news.text() == "Nothing was typed there."
    assert not field.text.isVisible()
    assert not field.copy.isVisible()
    field.show_field(_revealed("张三"))
    assert field.news.text() == ""
    assert field.copy.isVisible()


def test_a_character_without_a_typeface_is_said(field: RevealedField) -> None:
    field.show_field(_revealed("\U0010fffd"))
    assert field.news.text() == "A character here has no typeface on this PC and stands as a box."


def test_its_buttons_and_its_time_ask(field: RevealedField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.copy_asked):
        field.copy.click()
    with qtbot.waitSignal(field.ended):
        field.mask_again.click()
    with qtbot.waitSignal(field.ended):
        field.text.show_text("张三", "陈伟", timedelta(milliseconds=50))


def test_it_speaks_the_language_of_the_screen_and_goes_on_showing(field: RevealedField, speaking: QApplication) -> None:
    field.show_field(_revealed("张三"))
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert field.copy.text() == "复制   C"
    assert field.text.is_showing
    field.tell_copied()
    assert field.news.text() == "已复制，30 秒后从剪贴板清除。"
