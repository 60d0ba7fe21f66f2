"""Tests of the page about the outlet itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.sealing.label_code import outlet_mark
from outlet_app.services.open_outlet import station_name
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from tests.ui.equipping import Equipping


def test_it_tells_name_mark_founding_and_where_the_files_lie(equipping: Equipping) -> None:
    page = equipping.open(AboutPage)
    place = equipping.outlet.place
    assert page.outlet.text() == "余杭文一西路网点"
    assert [value.text() for value in page.values] == [
        outlet_mark(equipping.services.session.outlet_id),
        "2026-11-22",
        station_name(),
        str(place.folder),
        str(place.second_key_file),
    ]


def test_what_is_known_stays_when_the_language_changes(equipping: Equipping, speaking: QApplication) -> None:
    page = equipping.open(AboutPage)
    before = [value.text() for value in page.values]
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert [value.text() for value in page.values] == before
    assert not page.captions[0].text().isascii()
