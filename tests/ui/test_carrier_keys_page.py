"""The page of carriers' keys: named by keys and card alone, waiting, in force, withdrawn; and the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.ui import languages, prompts
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.carrier_keys_page import CarrierKeysPage
from outlet_app.ui.languages import Language
from tests.outlets import OWNER_PASSWORD
from tests.services.carriers_keys import NEWER, PRINT, TEXT, name_key, withdraw
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words, nameless

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, CarrierKeysPage)


@pytest.fixture
def page(equipping: Equipping) -> CarrierKeysPage:
    return equipping.open(CarrierKeysPage)


def reload(equipping: Equipping, page: CarrierKeysPage) -> None:
    page.load()
    equipping.settle()


def sentences(page: CarrierKeysPage) -> list[list[str]]:
    return [[state.text() for state in row.states if state.text()] for row in page.rows.rows]


def fill(equipping: Equipping, page: CarrierKeysPage, text: str = TEXT, print_: str = PRINT) -> None:
    """Name a key for the first carrier, as far as the owner's proof."""
    page.rows.add.setFocus()
    equipping.press(Qt.Key.Key_Space)
    assert page.form.carrier.hasFocus()
    equipping.press(Qt.Key.Key_Tab)
    page.form.key.setFocus()
    equipping.type(text)
    equipping.press(Qt.Key.Key_Return)
    assert page.form.fingerprint.hasFocus()
    equipping.type(print_)
    equipping.press(Qt.Key.Key_Return)


def test_an_outlet_without_keys_is_told_how_to_get_one(page: CarrierKeysPage) -> None:
    assert page.rows.empty.isVisible()
    assert "HK1" in page.rows.empty.text()
    assert page.files.folder.whole() == "None chosen yet: nothing is written"
    assert len(page.files.fingerprint.text()) == 19


def test_a_key_is_named_by_keys_and_the_card_alone(equipping: Equipping, page: CarrierKeysPage) -> None:
    fill(equipping, page)
    assert page.proof.isVisible()
    assert not page.form.isVisible()
    assert PRINT in page.proof.story.text()

    equipping.type(OWNER_PASSWORD)
    assert page.take_scan(equipping.outlet.card)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()

    assert equipping.messages[-1] == ("good", "The key is used after 24 hours")
    assert [len(each) for each in sentences(page)] == [1]
    assert sentences(page)[0][0].startswith("Waits until 2026-11-23 09:30")
    assert PRINT in sentences(page)[0][0]
    assert page.form.key.text() == ""
    assert page.rows.isVisible()


def test_a_key_in_force_and_the_one_that_takes_its_place_stand_side_by_side(
    equipping: Equipping, page: CarrierKeysPage
) -> None:
    name_key(equipping.outlet, equipping.services)
    equipping.outlet.clock.move(days=2)
    name_key(equipping.outlet, equipping.services, NEWER)
    name_key(equipping.outlet, equipping.services, NEWER, "zto")
    withdraw(equipping.outlet, equipping.services, "zto")
    reload(equipping, page)

    first, second = sentences(page)
    assert [words.partition(":")[0][:9] for words in first] == ["In force ", "Waits unt"]
    assert second == ["Withdrawn on 2026-11-24 09:30: nothing is sealed to it"]
    assert [row.withdraw.isVisible() for row in page.rows.rows] == [True, False]
    assert not page.rows.empty.isVisible()


def test_a_wrong_fingerprint_is_told_beside_its_field_and_asks_for_no_card(
    equipping: Equipping, page: CarrierKeysPage
) -> None:
    fill(equipping, page, print_="ABCD-ABCD-ABCD-ABCD")

    assert not page.proof.isVisible()
    assert "another fingerprint" in page.form.boxes["fingerprint"].fault.text()
    assert page.form.fingerprint.hasFocus()
    equipping.type("x")
    assert page.form.boxes["fingerprint"].fault.text() == ""


def test_enter_goes_to_the_next_empty_field_and_an_empty_one_is_asked_for(
    equipping: Equipping, page: CarrierKeysPage
) -> None:
    page.rows.add.click()
    page.form.fingerprint.setFocus()
    equipping.type(PRINT)
    equipping.press(Qt.Key.Key_Return)
    assert page.form.key.hasFocus()
    equipping.press(Qt.Key.Key_Return)
    assert page.form.boxes["public_key"].fault.text() != ""


def test_a_scanned_key_opens_the_form_and_other_codes_are_no_use(equipping: Equipping, page: CarrierKeysPage) -> None:
    assert not page.take_scan("YT8800000000001")
    assert not page.take_scan(equipping.outlet.card)
    assert page.rows.isVisible()

    assert page.take_scan(TEXT)
    assert page.form.isVisible()
    assert page.form.key.text() == TEXT
    assert page.form.fingerprint.hasFocus()
    assert not page.take_scan("OA1.")


def test_a_wrong_password_is_told_and_what_was_typed_stays(equipping: Equipping, page: CarrierKeysPage) -> None:
    fill(equipping, page)
    equipping.type("not the password")
    page.take_scan(equipping.outlet.card)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()

    assert page.proof.fault.text() != ""
    equipping.press(Qt.Key.Key_Escape)
    assert page.form.isVisible()
    assert page.form.key.text() == TEXT
    equipping.press(Qt.Key.Key_Escape)
    assert page.rows.isVisible()


def test_a_key_that_turns_wrong_behind_the_proof_comes_back_to_its_field(
    equipping: Equipping, page: CarrierKeysPage
) -> None:
    fill(equipping, page)
    page.form.fingerprint.put("ABCD-ABCD-ABCD-ABCD")
    equipping.type(OWNER_PASSWORD)
    page.take_scan(equipping.outlet.card)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()

    assert page.form.isVisible()
    assert page.form.boxes["fingerprint"].fault.text() != ""


def test_a_key_is_withdrawn_with_the_card(equipping: Equipping, page: CarrierKeysPage) -> None:
    name_key(equipping.outlet, equipping.services)
    reload(equipping, page)
    page.rows.rows[0].withdraw.click()
    assert "YTO" in page.proof.heading.text()
    equipping.press(Qt.Key.Key_Escape)
    assert page.rows.isVisible()

    page.rows.rows[0].withdraw.click()
    equipping.type(OWNER_PASSWORD)
    page.take_scan(equipping.outlet.card)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()

    assert equipping.messages[-1] == ("good", "The key is withdrawn")
    assert sentences(page)[0][0].startswith("Withdrawn on")


def test_another_key_is_asked_for_the_same_carrier(equipping: Equipping, page: CarrierKeysPage) -> None:
    name_key(equipping.outlet, equipping.services, carrier="zto")
    reload(equipping, page)
    page.rows.rows[0].replace.click()

    assert page.form.carrier.value() == "zto"
    assert page.form.key.hasFocus()


def test_leaving_the_page_drops_password_and_card_and_keeps_the_key(
    equipping: Equipping, page: CarrierKeysPage
) -> None:
    fill(equipping, page)
    equipping.type(OWNER_PASSWORD)
    page.take_scan(equipping.outlet.card)
    page.leave()

    assert (page.proof.password, page.proof.card) == ("", "")
    assert page.form.key.text() == TEXT


def test_the_folder_is_tried_before_it_is_taken(equipping: Equipping, page: CarrierKeysPage, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    prompts.answer_next(stick)
    page.files.choose.click()
    equipping.settle()
    kind, words = equipping.messages[-1]
    assert kind == "bad"
    assert "stick" in words

    stick.mkdir()
    prompts.answer_next(stick)
    page.files.choose.click()
    equipping.settle()
    assert equipping.messages[-1][0] == "good"
    assert page.files.folder.whole() == str(stick)
    prompts.answer_next(None)
    page.files.choose.click()
    assert page.files.isEnabled()


@pytest.mark.parametrize("size", [SMALL_PX, SMALLER_PX])
@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_and_everything_has_a_name(
    equipping: Equipping, page: CarrierKeysPage, size: tuple[int, int], language: Language
) -> None:
    name_key(equipping.outlet, equipping.services)
    equipping.outlet.clock.move(days=2)
    name_key(equipping.outlet, equipping.services, NEWER)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    languages.speak(app, language)
    equipping.view.resize(*size)
    reload(equipping, page)
    for prepare in (
        lambda: None,
        page.rows.add.click,
        lambda: page.form.tell(equipping.services.carrier_keys.check("x", "")),
    ):
        prepare()
        equipping.qtbot.wait(1)
        equipping.qtbot.waitUntil(lambda: not cut_words(page))
        assert nameless(page) == []


def test_a_change_of_language_keeps_what_is_typed(equipping: Equipping, page: CarrierKeysPage) -> None:
    fill(equipping, page)
    for part in (page, page.form, page.rows, page.files):
        QApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))

    assert page.form.key.text() == TEXT
    assert page.proof.isVisible()
