"""Tests of the page of the owner's keys: each change from its first page to its end, with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.errors import WrongPassword
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.keys_page import KeysPage
from outlet_app.ui.languages import Language
from outlet_app.ui.setup_papers import CardPage, CardProofPage, SheetPage, SheetProofPage
from tests.outlets import LIN_PASSWORD, OWNER_PASSWORD
from tests.ui.equipping import cut_words, nameless
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from outlet_app.ui.keys_flow import KeysFlow
    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, KeysPage)


@pytest.fixture
def page(equipping: Equipping) -> KeysPage:
    return equipping.open(KeysPage)


def flow_of(equipping: Equipping, page: KeysPage) -> KeysFlow:
    equipping.settle()
    assert page.flow is not None
    equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
    return page.flow


def take_down_card(equipping: Equipping, flow: KeysFlow) -> str:
    """Copy the card by hand and type it in again."""
    assert isinstance(flow.page, CardPage)
    card = "".join(flow.page.lines.text().split())
    equipping.press(Qt.Key.Key_Return)
    assert isinstance(flow.page, CardProofPage)
    equipping.type(card.lower())
    equipping.press(Qt.Key.Key_Return)
    return card


def take_down_sheet(equipping: Equipping, flow: KeysFlow) -> tuple[str, ...]:
    """Copy the sheet by hand and type the three words that are asked."""
    assert isinstance(flow.page, SheetPage)
    words = tuple(label.text() for label in flow.page.words)
    equipping.press(Qt.Key.Key_Return)
    assert isinstance(flow.page, SheetProofPage)
    for place, field in zip(flow.page.asked, flow.page.fields, strict=True):
        field.setText(words[place - 1])
    equipping.press(Qt.Key.Key_Return)
    equipping.press(Qt.Key.Key_Return)
    return words


def consent(equipping: Equipping, page: KeysPage, card: str, password: str = OWNER_PASSWORD) -> None:
    assert page.flow is not None
    assert page.flow.page is page.flow.consent
    page.flow.consent.proof.password.text.setText(password)
    equipping.view.take_scan(card)
    equipping.qtbot.mouseClick(page.flow.next, Qt.MouseButton.LeftButton)
    equipping.qtbot.waitUntil(lambda: page.flow is None or not page.flow.is_working, timeout=LONG_MS)
    equipping.settle()


def opens(equipping: Equipping, card: str) -> bool:
    try:
        equipping.outlet.keys.owner_seed(equipping.outlet.owner_id, OWNER_PASSWORD, card)
    except WrongPassword:
        return False
    return True


def test_new_keys_by_keyboard_alone_from_the_warning_to_the_last_waybill(equipping: Equipping, page: KeysPage) -> None:
    page.overview.seed.setFocus()
    equipping.press(Qt.Key.Key_Space)
    flow = flow_of(equipping, page)
    equipping.press(Qt.Key.Key_Return)
    card = take_down_card(equipping, flow)
    words = take_down_sheet(equipping, flow)
    assert opens(equipping, equipping.outlet.card)
    consent(equipping, page, equipping.outlet.card)
    assert page.flow is None
    assert equipping.messages[-1][0] == "good"
    assert not opens(equipping, equipping.outlet.card)
    assert opens(equipping, card)
    open_with_recovery(equipping.outlet.keys.key_file(), " ".join(words))
    assert page.overview.moving_card.isVisible()
    assert not page.overview.seed.isEnabled()
    while equipping.services.wraps.some():
        pass
    page.load()
    equipping.settle()
    assert not page.overview.moving_card.isVisible()
    assert page.overview.seed.isEnabled()


def test_a_wrong_card_changes_nothing_and_the_papers_stay_good(equipping: Equipping, page: KeysPage) -> None:
    equipping.qtbot.mouseClick(page.overview.owners[0], Qt.MouseButton.LeftButton)
    flow = flow_of(equipping, page)
    card = take_down_card(equipping, flow)
    consent(equipping, page, card)
    assert page.flow is flow
    assert flow.consent.fault.text().startswith("That did not open.")
    assert opens(equipping, equipping.outlet.card)
    consent(equipping, page, equipping.outlet.card)
    assert page.flow is None
    assert opens(equipping, card)
    assert not opens(equipping, equipping.outlet.card)


def test_the_database_gets_a_new_key_and_its_age_is_told(equipping: Equipping, page: KeysPage) -> None:
    assert page.overview.key_age.text().startswith("It is the first one")
    equipping.qtbot.mouseClick(page.overview.database_key, Qt.MouseButton.LeftButton)
    flow_of(equipping, page)
    consent(equipping, page, equipping.outlet.card)
    assert equipping.outlet.keys.key_file().epoch == 2
    assert page.overview.key_age.text() == "In force since 2026-11-22 09:30."


def test_a_new_database_key_can_be_stopped_and_everything_is_as_it_was(equipping: Equipping, page: KeysPage) -> None:
    equipping.qtbot.mouseClick(page.overview.database_key, Qt.MouseButton.LeftButton)
    flow = flow_of(equipping, page)
    begin = flow.progress.begin

    def begin_and_stop() -> None:
        begin()
        flow.progress.stop.click()

    flow.progress.begin = begin_and_stop  # type: ignore[method-assign] # a hand that is quick
    consent(equipping, page, equipping.outlet.card)
    assert page.flow is flow
    assert flow.consent.fault.text().startswith("Stopped.")
    assert equipping.outlet.keys.key_file().epoch == 1
    assert not (equipping.outlet.place.folder / "outlet-2.db").exists()


def test_leaving_the_page_drops_every_secret(equipping: Equipping, page: KeysPage) -> None:
    equipping.qtbot.mouseClick(page.overview.owners[0], Qt.MouseButton.LeftButton)
    flow = flow_of(equipping, page)
    assert isinstance(flow.page, CardPage)
    shown = flow.page
    assert shown.lines.text()
    equipping.view.names.setCurrentRow(0)
    assert page.flow is None
    assert shown.lines.text() == ""


def test_escape_leads_back_and_nothing_has_changed(equipping: Equipping, page: KeysPage) -> None:
    before = equipping.outlet.keys.key_file()
    equipping.qtbot.mouseClick(page.overview.seed, Qt.MouseButton.LeftButton)
    flow_of(equipping, page)
    equipping.press(Qt.Key.Key_Escape)
    assert page.flow is None
    assert page.overview.seed.hasFocus()
    assert equipping.outlet.keys.key_file() == before


def test_a_scan_means_nothing_while_nothing_is_asked(equipping: Equipping, page: KeysPage) -> None:
    assert not page.take_scan(equipping.outlet.card)


def test_another_owner_gets_a_card_by_his_own_password(equipping: Equipping, page: KeysPage) -> None:
    staff = equipping.services.staff
    staff.invite_owner("钱店主", LIN_PASSWORD, password=OWNER_PASSWORD, card=equipping.outlet.card)
    page.load()
    equipping.settle()
    equipping.qtbot.mouseClick(page.overview.owners[1], Qt.MouseButton.LeftButton)
    flow = flow_of(equipping, page)
    card = take_down_card(equipping, flow)
    equipping.type(LIN_PASSWORD)
    consent(equipping, page, equipping.outlet.card)
    assert page.flow is None
    second = equipping.services.owner_keys.keys().owners[1]
    equipping.outlet.keys.owner_seed(second.account_id, LIN_PASSWORD, card)


@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_and_everything_has_a_name(equipping: Equipping, page: KeysPage, language: Language) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    languages.speak(application, language)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    for button in (page.overview.seed, page.overview.owners[0], page.overview.database_key):
        equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
        assert not nameless(equipping.view)
        equipping.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        flow_of(equipping, page)
        assert not nameless(equipping.view)
        equipping.press(Qt.Key.Key_Escape)
