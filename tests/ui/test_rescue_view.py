"""Out of every case by the real window: new password, new card, restore; and back without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app import printing
from outlet_app.errors import WrongPassword
from outlet_app.ui import languages, prompts
from outlet_app.ui.languages import Language
from outlet_app.ui.rescue_cases import Case
from tests.outlets import OWNER_PASSWORD
from tests.ui.passing import pass_pages
from tests.ui.rescued import Rescued, Saved, make_saved, open_rescued

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

NEW_PASSWORD = "a sentence he remembers"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Made once; every test gets a copy."""
    return make_saved(tmp_path_factory.mktemp("saved"))


@pytest.fixture
def own_pc(
    saved: Saved,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Rescued]:
    monkeypatch.setattr(printing, "printers", tuple)
    yield from open_rescued(saved, tmp_path, tasks, preferences, speaking, qtbot)


@pytest.fixture
def new_pc(
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Rescued]:
    monkeypatch.setattr(printing, "printers", tuple)
    yield from open_rescued(None, tmp_path, tasks, preferences, speaking, qtbot)


def _past_the_card(pc: Rescued) -> str:
    """The card is copied and typed back, by the keyboard alone."""
    card = pc.view.card.lines.text() or pc.view.restored_card.lines.text()
    text = "".join(card.split())
    pc.press()
    pc.type(text)
    pc.press()
    return text


def _type_sheet(pc: Rescued, saved: Saved) -> None:
    pc.view.page.words.setPlainText(" ".join(saved.outlet.words))  # type: ignore[attr-defined] # a sheet's page
    pc.settle()
    pc.press()


def test_a_forgotten_password_is_replaced_and_the_owner_stands_at_the_counter(own_pc: Rescued, saved: Saved) -> None:
    own_pc.qtbot.mouseClick(own_pc.window.sign_in.rescue, Qt.MouseButton.LeftButton)
    assert own_pc.is_at(own_pc.view.cases)
    own_pc.press()
    _type_sheet(own_pc, saved)
    assert own_pc.is_at(own_pc.view.new_password)
    own_pc.type(NEW_PASSWORD)
    own_pc.press()
    own_pc.type(NEW_PASSWORD)
    own_pc.press()
    card = _past_the_card(own_pc)
    pass_pages(own_pc.window, own_pc.qtbot)
    own_pc.keys.owner_seed(saved.outlet.owner_id, NEW_PASSWORD, card)


def test_a_lost_card_is_replaced_with_the_password_that_holds(own_pc: Rescued, saved: Saved) -> None:
    own_pc.door.open(Case.CARD)
    _type_sheet(own_pc, saved)
    assert own_pc.is_at(own_pc.view.known_password)
    own_pc.type("not his password")
    own_pc.press()
    assert own_pc.view.known_password.fault.text()
    own_pc.view.known_password.password.forget()
    own_pc.view.known_password.password.setFocus()
    own_pc.type(OWNER_PASSWORD)
    own_pc.press()
    card = _past_the_card(own_pc)
    pass_pages(own_pc.window, own_pc.qtbot)
    own_pc.keys.owner_seed(saved.outlet.owner_id, OWNER_PASSWORD, card)
    with pytest.raises(WrongPassword):
        own_pc.keys.owner_seed(saved.outlet.owner_id, OWNER_PASSWORD, saved.outlet.card)


def test_a_backup_and_the_sheet_open_the_counter_on_a_new_pc(new_pc: Rescued, saved: Saved) -> None:
    new_pc.door.restore()
    prompts.answer_next(saved.backup)
    new_pc.press()
    view = new_pc.view
    assert "余杭文一西路网点" in view.file.told.text()
    assert view.file.by_card.isHidden()
    new_pc.next()
    assert new_pc.is_at(view.backup_sheet)
    _type_sheet(new_pc, saved)
    assert new_pc.is_at(view.contents)
    assert "3 waybills" in view.contents.result.text()
    new_pc.next()
    assert set(view.numbers.fields) == {"yto", "zto"}
    new_pc.type("YT8800000000007")
    new_pc.press()
    new_pc.press()
    assert new_pc.is_at(view.restored_password)
    new_pc.type(NEW_PASSWORD)
    new_pc.press()
    new_pc.type(NEW_PASSWORD)
    new_pc.press()
    card = _past_the_card(new_pc)
    pass_pages(new_pc.window, new_pc.qtbot)
    new_pc.keys.owner_seed(saved.outlet.owner_id, NEW_PASSWORD, card)
    assert new_pc.window.main is not None


def test_on_its_own_pc_password_and_card_are_offered(own_pc: Rescued, saved: Saved) -> None:
    own_pc.door.restore()
    view = own_pc.view
    prompts.answer_next(saved.backup)
    own_pc.press()
    assert view.file.seen is not None, view.file.fault.text()
    view.file.by_card.click()
    own_pc.next()
    assert own_pc.is_at(view.own_card)
    own_pc.next()
    assert "both" in view.own_card.fault.text()
    view.take_scan("OR1.NOT.THE.CARD")
    assert "OK1" in view.own_card.fault.text()
    view.own_card.proof.setFocus()
    own_pc.type(OWNER_PASSWORD)
    view.take_scan(saved.outlet.card)
    own_pc.press()
    assert own_pc.is_at(view.contents)
    view.go_back()
    assert own_pc.is_at(view.own_card)
    assert not view.own_card.proof.card


def test_leaving_drops_everything_and_nothing_has_changed(own_pc: Rescued, saved: Saved) -> None:
    before = own_pc.keys.place.key_file.read_bytes()
    own_pc.door.open(Case.PASSWORD)
    view = own_pc.view
    _type_sheet(own_pc, saved)
    own_pc.type(NEW_PASSWORD)
    own_pc.press()
    own_pc.type(NEW_PASSWORD)
    own_pc.press()
    assert own_pc.is_at(view.card)
    for _ in range(4):
        own_pc.press(Qt.Key.Key_Escape)
    assert own_pc.door.view is None
    assert own_pc.window.is_locked
    assert own_pc.keys.place.key_file.read_bytes() == before


def test_nothing_that_was_typed_outlives_its_page(own_pc: Rescued, saved: Saved) -> None:
    own_pc.door.open(Case.PASSWORD)
    view = own_pc.view
    _type_sheet(own_pc, saved)
    assert not view.sheet.words.toPlainText()
    own_pc.type(NEW_PASSWORD)
    view.go_back()
    assert not view.new_password.password.text.text()


def test_a_change_of_language_keeps_what_is_typed(own_pc: Rescued, speaking: QApplication) -> None:
    own_pc.door.open(Case.PASSWORD)
    view = own_pc.view
    own_pc.type("abandon ability")
    languages.speak(speaking, Language.CHINESE)
    own_pc.qtbot.waitUntil(lambda: view.back.text() != "Back")
    assert view.sheet.words.toPlainText() == "abandon ability"
    for page in view.pages:
        assert not page.question.text().isascii()


def test_a_passing_error_stands_on_the_page_that_is_asked(own_pc: Rescued) -> None:
    own_pc.door.open()
    own_pc.view.tell_error(WrongPassword())
    assert own_pc.view.cases.fault.text()
