"""Tests of the page about the outlet itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.sealing.label_code import outlet_mark
from outlet_app.services.open_outlet import station_name
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language
from tests.desktop.table import Table

if TYPE_CHECKING:
    from tests.ui.equipping import Equipping


def test_it_tells_name_mark_founding_and_where_the_files_lie(equipping: Equipping) -> None:
    page = equipping.open(AboutPage)
    place = equipping.outlet.place
    assert page.outlet.text() == "余杭文一西路网点"
    assert [value.text() for value in page.values[:-1]] == [
        outlet_mark(equipping.services.session.outlet_id),
        "2026-11-22",
        station_name(),
        str(place.folder),
        str(place.second_key_file),
    ]


@pytest.mark.parametrize(
    ("system", "words"),
    [
        ("linux", "This system offers nothing against them: other programs here can take them."),
        ("win32", "The system keeps our windows out of them."),
    ],
)
def test_it_says_plainly_what_the_system_does_about_pictures(
    equipping: Equipping, monkeypatch: pytest.MonkeyPatch, system: str, words: str
) -> None:
    """With a made-up function of Windows in the place of the real one."""
    page = equipping.open(AboutPage)
    Table({"SetWindowDisplayAffinity": lambda *_: 1}).stand_in(monkeypatch, system)
    page.retranslate()
    assert page.values[-1].text() == words
    assert "a camera sees the screen" in page.notes[-1].text()


def test_what_is_known_stays_when_the_language_changes(equipping: Equipping, speaking: QApplication) -> None:
    page = equipping.open(AboutPage)
    before = [value.text() for value in page.values[:-1]]
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert [value.text() for value in page.values[:-1]] == before
    assert not page.values[-1].text().isascii()
    assert not page.captions[0].text().isascii()
