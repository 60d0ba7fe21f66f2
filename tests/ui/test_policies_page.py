"""The page of hours and terms: changed by the owner with password and card, told to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app.services.policy_desk import PolicyName
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language
from outlet_app.ui.policies_page import PoliciesPage
from tests.outlets import OWNER_PASSWORD
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words

if TYPE_CHECKING:
    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, PoliciesPage)


@pytest.fixture
def page(equipping: Equipping) -> PoliciesPage:
    opened = equipping.open(PoliciesPage)
    equipping.qtbot.waitUntil(lambda: bool(opened.form.draft().idle_minutes))
    return opened


def put(equipping: Equipping, page: PoliciesPage, name: PolicyName, text: str) -> None:
    field = page.form.terms[name].value
    field.setFocus()
    field.selectAll()
    equipping.type(text)


def test_rules_are_changed_by_keys_and_the_card_alone(equipping: Equipping, page: PoliciesPage) -> None:
    put(equipping, page, PolicyName.IDLE_MINUTES, "5")
    equipping.press(Qt.Key.Key_Return)
    assert page.proof.isVisible()
    assert not page.form.isVisible()
    assert page.proof.story.text() == "The minutes until an idle counter locks: 10 → 5"
    equipping.view.take_scan(equipping.outlet.card)
    equipping.type(OWNER_PASSWORD)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert equipping.services.policies.idle_minutes() == 5
    assert equipping.messages == [("good", "The new rules are in force")]
    assert not page.proof.isVisible()
    assert not page.form.save.isEnabled()


def test_a_wrong_password_changes_nothing_and_keeps_what_was_typed(equipping: Equipping, page: PoliciesPage) -> None:
    put(equipping, page, PolicyName.RECORD_MONTHS, "60")
    page.form.save.click()
    equipping.view.take_scan("OK1.WRONG")
    equipping.type("wrong")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.proof.fault.text() == "That did not open. Check what you typed and try again."
    equipping.press(Qt.Key.Key_Escape)
    assert page.form.save.hasFocus()
    assert page.form.draft().record_months == "60"
    assert equipping.services.session.statements.retention().record_months == 36


def test_leaving_the_page_drops_the_proof(equipping: Equipping, page: PoliciesPage) -> None:
    put(equipping, page, PolicyName.IDLE_MINUTES, "5")
    page.form.save.click()
    equipping.type("half a password")
    page.leave()
    assert page.proof.password == ""
    assert page.form.isVisible()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [SMALL_PX, SMALLER_PX])
def test_no_word_is_cut_in_either_language(
    equipping: Equipping, page: PoliciesPage, language: Language, size: tuple[int, int]
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    languages.speak(app, language)
    equipping.view.resize(*size)
    put(equipping, page, PolicyName.DETAILS_MONTHS, "12")
    equipping.settle()
    equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
