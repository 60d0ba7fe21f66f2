"""The first day from its first key to the open counter, and what is left when it is broken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from outlet_app import printing
from outlet_app.domain.account import Role
from outlet_app.services.entrance import Entrance, wall_clock
from outlet_app.services.first_day import TRIAL_TEXT
from outlet_app.services.setup import Setup
from outlet_app.ui import languages, prompts
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD
from tests.ui.counter import ALT
from tests.ui.newcomer import OUTLET, OWNER

if TYPE_CHECKING:
    import pytest

    from tests.ui.newcomer import Newcomer


def test_by_keyboard_and_scanner_alone_one_comes_to_a_counter_that_is_equipped(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: (LABEL_PRINTER, OTHER_PRINTER))
    wizard = newcomer.wizard
    newcomer.to_printers()
    assert newcomer.is_at(wizard.printers)
    newcomer.qtbot.waitUntil(wizard.printers.ticks[LABEL_PRINTER].isVisible)
    for _ in range(10):
        if newcomer.focus() is not wizard.printers.ticks[LABEL_PRINTER]:
            newcomer.press(Qt.Key.Key_Tab)
    assert newcomer.focus() is wizard.printers.ticks[LABEL_PRINTER]
    newcomer.press(Qt.Key.Key_Space)
    newcomer.enter()
    newcomer.scan(TRIAL_TEXT)
    assert wizard.next.text() == "Next"
    newcomer.qtbot.wait(400)
    newcomer.enter()
    newcomer.press(Qt.Key.Key_Tab)
    newcomer.scan("YT8800000000001")
    newcomer.qtbot.waitUntil(lambda: wizard.numbers.first.text() == "YT8800000000001")
    newcomer.type("YT8800000001000")
    newcomer.enter()
    newcomer.enter()
    assert newcomer.is_at(wizard.done)
    newcomer.enter()
    (services,) = newcomer.came_in
    assert (services.session.account.name, services.session.account.role) == (OWNER, Role.OWNER)
    assert services.session.outlet_name == OUTLET
    assert services.session.statements.printers() == (LABEL_PRINTER,)
    assert services.entry.numbers_left("yto") == 1000
    newcomer.tasks.run(Lane.DATA, services.session.sign_out, newcomer.tasks, lambda _: None)


def test_until_the_three_words_are_right_nothing_is_on_disk(newcomer: Newcomer) -> None:
    newcomer.to_words()
    place = newcomer.keys.place
    assert not place.folder.exists()
    assert not place.second_key_file.exists()
    for _ in range(3):
        newcomer.type("wrong")
        newcomer.enter()
    assert newcomer.is_at(newcomer.wizard.sheet_proof)
    assert "not what stands" in newcomer.wizard.sheet_proof.fault.text()
    assert not place.folder.exists()


def test_broken_off_before_the_founding_the_next_start_begins_anew(newcomer: Newcomer) -> None:
    newcomer.to_words()
    prompts.answer_next(True)
    newcomer.wizard.close()
    newcomer.qtbot.waitUntil(lambda: not newcomer.wizard.isVisible())
    assert Setup(newcomer.keys, wall_clock).is_needed()
    assert not newcomer.day.is_prepared


def test_who_does_not_want_to_leave_stays_with_his_card(newcomer: Newcomer) -> None:
    newcomer.to_card()
    card = newcomer.day.card()
    prompts.answer_next(False)
    newcomer.wizard.close()
    assert newcomer.wizard.isVisible()
    assert newcomer.day.card() == card


def test_before_there_is_a_card_closing_asks_nothing(newcomer: Newcomer) -> None:
    newcomer.enter()
    newcomer.wizard.close()
    newcomer.qtbot.waitUntil(lambda: not newcomer.wizard.isVisible())


def test_broken_off_after_the_founding_the_next_start_asks_to_sign_in(newcomer: Newcomer) -> None:
    newcomer.to_printers()
    newcomer.wizard.close()
    newcomer.qtbot.waitUntil(lambda: not newcomer.wizard.isVisible())
    assert not Setup(newcomer.keys, wall_clock).is_needed()
    entrance = Entrance(newcomer.keys)
    (tile,) = entrance.tiles()
    entrance.sign_in(tile.account_id, OWNER_PASSWORD).session.sign_out()
    entrance.close()


def test_back_leads_to_every_page_before_the_founding_and_to_none_behind_it(newcomer: Newcomer) -> None:
    wizard = newcomer.wizard
    newcomer.to_words()
    for page in (wizard.sheet, wizard.card_proof, wizard.card, wizard.owner, wizard.outlet, wizard.language):
        newcomer.press(Qt.Key.Key_Left, ALT)
        assert newcomer.is_at(page)
    newcomer.press(Qt.Key.Key_Left, ALT)
    assert newcomer.is_at(wizard.language)
    newcomer.enter()
    assert wizard.outlet.name.text() == OUTLET
    newcomer.enter()
    for text in (OWNER_PASSWORD, OWNER_PASSWORD):
        newcomer.type(text)
        newcomer.enter()
    assert newcomer.is_at(wizard.card)


def test_after_the_founding_back_stops_at_the_printers(newcomer: Newcomer) -> None:
    newcomer.to_numbers()
    for _ in range(5):
        newcomer.press(Qt.Key.Key_Left, ALT)
    assert newcomer.is_at(newcomer.wizard.printers)


def test_card_words_and_passwords_are_in_no_widget_once_their_page_is_left(newcomer: Newcomer) -> None:
    newcomer.to_card()
    card = newcomer.day.card()
    assert OWNER_PASSWORD not in newcomer.shown()
    assert card.split(".")[3] in newcomer.shown()
    newcomer.enter()
    assert card.split(".")[3] not in newcomer.shown()
    newcomer.type(card)
    newcomer.enter()
    assert card not in newcomer.shown()
    words = newcomer.day.recovery_words("en")
    assert [label.text() for label in newcomer.wizard.sheet.words] == list(words)
    newcomer.enter()
    assert not any(label.text() for label in newcomer.wizard.sheet.words)
    for place in newcomer.wizard.sheet_proof.asked:
        newcomer.type(words[place - 1])
        newcomer.enter()
    assert not any(field.text() for field in newcomer.wizard.sheet_proof.fields)


def test_every_page_speaks_the_other_language_at_once_and_keeps_what_is_typed(newcomer: Newcomer) -> None:
    newcomer.to_owner()
    newcomer.type(OWNER)
    newcomer.wizard.look.languages[Language.CHINESE].click()
    assert languages.current() is Language.CHINESE
    newcomer.qtbot.waitUntil(lambda: newcomer.wizard.owner.question.text() == "谁是店主？")
    assert newcomer.wizard.next.text() == "下一步"
    assert newcomer.wizard.owner.name.text() == OWNER


def test_every_button_has_words_and_every_page_a_question_in_both_languages(newcomer: Newcomer) -> None:
    for language in (Language.CHINESE, Language.ENGLISH):
        newcomer.wizard.look.languages[language].click()
        for page in newcomer.wizard.pages:
            assert page.question.text()
            assert page.next_words()
            for button in page.findChildren(QPushButton):
                assert button.text() or button.accessibleName()


def test_while_keys_are_made_nothing_can_be_pressed_and_it_says_so(newcomer: Newcomer) -> None:
    newcomer.to_owner()
    wizard = newcomer.wizard
    for text in (OWNER, OWNER_PASSWORD):
        newcomer.type(text)
        newcomer.enter()
    newcomer.type(OWNER_PASSWORD)
    wizard.next.click()
    assert not wizard.next.isEnabled()
    assert not wizard.back.isEnabled()
    assert "keys" in wizard.progress.text()
    wizard.close()
    assert wizard.isVisible()
    newcomer.settle()
    assert newcomer.is_at(wizard.card)
    assert wizard.next.isEnabled()


def test_the_dots_tell_how_far_one_is(newcomer: Newcomer) -> None:
    assert newcomer.wizard.dots.accessibleName() == "Page 1 of 11"
    newcomer.enter()
    assert newcomer.wizard.dots.accessibleName() == "Page 2 of 11"
