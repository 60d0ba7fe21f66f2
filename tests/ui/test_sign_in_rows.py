"""The rows of one's own sign-ins."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.services.own_sign_ins import SignIn, SignInWay
from outlet_app.ui import languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.sign_in_rows import SignInRows
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

AT = datetime(2026, 11, 22, 1, 30, 5, tzinfo=UTC)


@pytest.fixture
def rows(speaking: QApplication) -> SignInRows:
    assert speaking
    shown = SignInRows()
    shown.show_sign_ins(tuple(SignIn(AT, "COUNTER-1", way) for way in SignInWay))
    return shown


@pytest.mark.parametrize("language", Language)
def test_each_way_in_has_words_of_its_own_in_both_languages(
    rows: SignInRows, speaking: QApplication, language: Language
) -> None:
    languages.speak(speaking, language)
    rows.retranslate()
    words = [str(rows.data(rows.index(row, 2))) for row in range(rows.rowCount())]
    assert len(set(words)) == len(SignInWay)
    assert all(word.isascii() is (language is Language.ENGLISH) for word in words)
    titles = [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(rows.columnCount())]
    assert all(titles)


def test_time_is_the_outlets_and_the_pc_is_named(rows: SignInRows) -> None:
    assert [rows.data(rows.index(0, column)) for column in (0, 1)] == ["2026-11-22 09:30:05", "COUNTER-1"]


def test_a_refused_try_stands_out(rows: SignInRows) -> None:
    inks = [rows.data(rows.index(row, 2), Qt.ItemDataRole.ForegroundRole) for row in range(rows.rowCount())]
    assert [ink == theme.colour(Token.WARN) for ink in inks] == [way is SignInWay.REFUSED for way in SignInWay]


def test_there_is_nothing_beneath_a_row_and_no_title_at_its_side(rows: SignInRows) -> None:
    assert rows.rowCount(rows.index(0, 0)) == rows.columnCount(rows.index(0, 0)) == 0
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
