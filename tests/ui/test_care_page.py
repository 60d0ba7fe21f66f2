"""The page of checks: the owner looks when the database was checked, and checks it now."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.store import integrity, last_check
from outlet_app.store.last_check import LastCheck
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.care_page import CarePage
from outlet_app.ui.languages import Language
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words, nameless
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, CarePage)


@pytest.fixture
def page(equipping: Equipping) -> CarePage:
    return equipping.open(CarePage)


def _check(equipping: Equipping, page: CarePage) -> None:
    page.check.setFocus()
    equipping.qtbot.keyClick(page.check, Qt.Key.Key_Space)
    equipping.qtbot.waitUntil(page.check.isEnabled, timeout=LONG_MS)
    equipping.settle()


def test_an_outlet_that_was_never_checked_says_so_and_a_check_says_that_all_is_sound(
    equipping: Equipping, page: CarePage
) -> None:
    assert page.state.text() == "The database was not checked whole yet."
    _check(equipping, page)
    assert page.state.text().endswith("every page is sound.")
    assert equipping.messages[-1] == ("good", "Every page is sound.")
    assert not page.progress.isVisible()
    assert page.check.hasFocus()


def test_a_check_can_be_stopped(equipping: Equipping, page: CarePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "_STEPS_EACH", 50)
    hear = page.progress.hear
    steps: list[int] = []

    def hear_slowly(done: int, whole: int) -> None:
        steps.append(done)
        if len(steps) == 2:
            page.progress._stopping = True
        hear(done, whole)

    monkeypatch.setattr(page.progress, "hear", hear_slowly)
    _check(equipping, page)
    assert equipping.messages[-1] == ("warn", "Stopped; the check is still due.")
    assert page.state.text() == "The database was not checked whole yet."


def test_damage_says_what_to_do_and_an_old_check_that_one_is_due(equipping: Equipping, page: CarePage) -> None:
    note, now = equipping.outlet.place.last_check, equipping.outlet.clock()
    last_check.write(note, LastCheck(now, 3))
    page.load()
    equipping.settle()
    assert "3 place(s)" in page.state.text()
    assert "Can't sign in?" in page.advice.text()
    last_check.write(note, LastCheck(now - timedelta(days=8), 0))
    page.load()
    equipping.settle()
    assert page.advice.text() == "The next check is due at closing."


def test_no_word_is_cut_and_everything_has_a_name(equipping: Equipping, page: CarePage, speaking: QApplication) -> None:
    last_check.write(equipping.outlet.place.last_check, LastCheck(equipping.outlet.clock(), 3))
    page.load()
    equipping.settle()
    page.progress.begin()
    for language, size in product(Language, (SMALL_PX, SMALLER_PX)):
        equipping.view.resize(*size)
        languages.speak(speaking, language)
        equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
        assert not nameless(page)
    page.progress.end()
