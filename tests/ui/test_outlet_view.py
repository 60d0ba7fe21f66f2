"""Tests of 网点: its list of pages, and what it hands on to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app import printing
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.navigation import PageName
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.outlet_view import OutletView
from outlet_app.ui.paper_page import PaperPage
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD
from tests.ui.door import open_door
from tests.ui.equipping import HERE, SMALL_PX, SMALLER_PX, cut_words, nameless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door
    from tests.ui.equipping import Equipping

CODE = "OA1.ABCD.YT8800000000001.1.AAAAAAAAAAAAAAAAAAAAAAAAAA.0.7.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAA"
CTRL = Qt.KeyboardModifier.ControlModifier


class _Page(OutletPage):
    """Notes what it is told."""

    def __init__(self, tasks: Tasks, name: str) -> None:
        super().__init__(tasks)
        self._name = name
        self.told: list[str] = []

    def name(self) -> str:
        return self._name

    def load(self) -> None:
        self.told.append("load")

    def leave(self) -> None:
        self.told.append("leave")

    def take_scan(self, text: str) -> bool:
        return text == "OK1.CARD"


@pytest.fixture
def pages(tasks: Tasks) -> tuple[_Page, _Page, _Page]:
    return _Page(tasks, "One"), _Page(tasks, "Two"), _Page(tasks, "Three")


@pytest.fixture
def view(pages: tuple[_Page, ...], qtbot: QtBot, speaking: object) -> OutletView:
    assert speaking
    shown = OutletView(pages)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def test_pages_load_when_they_open_and_leave_when_another_does(
    view: OutletView, pages: tuple[_Page, ...], qtbot: QtBot
) -> None:
    assert view.page is pages[0]
    assert [page.told for page in pages] == [["load"], [], []]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert view.page is pages[1]
    assert [page.told for page in pages] == [["load", "leave"], ["load"], []]
    view.hide()
    assert pages[1].told == ["load", "leave"]
    view.show()
    assert pages[1].told == ["load", "leave", "load"]


def test_ctrl_and_the_page_keys_turn_round_the_list(view: OutletView, pages: tuple[_Page, ...], qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert view.page is pages[2]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    assert view.page is pages[0]


def test_a_scan_goes_to_the_open_page_and_what_it_cannot_use_is_told_of(view: OutletView, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    view.message.connect(lambda kind, text: told.append((kind, text)))
    view.take_scan("OK1.CARD")
    assert told == []
    view.take_scan("YT8800000000001")
    assert told == [("warn", "This page has no use for that code.")]
    with qtbot.waitSignal(view.label_scanned):
        view.take_scan(CODE)


def test_what_a_page_tells_is_handed_on(view: OutletView, pages: tuple[_Page, ...], qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.message) as message:
        pages[2].message.emit("good", "Saved")
    assert message.args == ["good", "Saved"]
    with qtbot.waitSignal(view.supplies_changed):
        pages[1].supplies_changed.emit()


@pytest.mark.parametrize("language", Language)
def test_every_page_is_whole_in_every_language(
    equipping: Equipping, speaking: QApplication, language: Language
) -> None:
    languages.speak(speaking, language)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    for page in equipping.view.pages:
        equipping.view.open(page)
        equipping.settle()
        for size in (SMALL_PX, SMALLER_PX):
            equipping.view.resize(*size)
            QApplication.processEvents()
            assert (equipping.view.width(), equipping.view.height()) == size
            equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
        assert nameless(equipping.view) == []
        assert page.name() != ""


@pytest.fixture
def door(
    shop: Outlet,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Door]:
    monkeypatch.setattr(printing, "printers", lambda: HERE)
    yield from open_door(shop, tmp_path, tasks, preferences, speaking, qtbot)


def test_a_clerk_has_no_such_page(door: Door) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    assert main.outlet is None
    assert PageName.OUTLET not in main.navigation.pages
    door.press(Qt.Key.Key_F11)
    assert main.navigation.pages[PageName.ACCEPT].isChecked()


def test_what_the_owner_changes_holds_at_the_counter_at_once_and_a_lock_leaves_no_secret(door: Door) -> None:
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.settle()
    assert main.status.printer.text.text() == "counter ✓"
    door.press(Qt.Key.Key_F11)
    assert main.outlet is not None
    assert main.outlet.names.hasFocus()
    page = next(page for page in main.outlet.pages if isinstance(page, PaperPage))
    main.outlet.open(page)
    door.settle()
    page.card.withdraw.click()
    door.type(OWNER_PASSWORD)
    door.window._take_scan(door.outlet.card)
    page.proof.do.click()
    door.settle()
    assert main.messages.text.text() == "counter is withdrawn"
    assert main.entry.printer.code.text() == "without code"
    assert main.status.printer.text.text() == "counter, without code"
    page.card.approve.click()
    door.type(OWNER_PASSWORD)
    door.window._take_scan(door.outlet.card)
    door.lock()
    assert (page.proof.password, page.proof.card) == ("", "")


def test_a_row_of_the_list_is_as_high_before_it_wears_its_style_as_after(
    pages: tuple[_Page, ...], qtbot: QtBot, speaking: object
) -> None:
    assert speaking
    bare = OutletView(pages)
    qtbot.addWidget(bare)
    assert {bare.names.sizeHintForRow(row) for row in range(len(pages))} == {40}
