"""Language, outlet, owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.setup_names import LanguagePage
from tests.outlets import OWNER_PASSWORD
from tests.ui.newcomer import OWNER

if TYPE_CHECKING:
    from tests.ui.newcomer import Newcomer


def test_enter_on_a_language_speaks_it_and_goes_on(newcomer: Newcomer) -> None:
    newcomer.wizard.language.choices[Language.CHINESE].setFocus()
    newcomer.enter()
    assert languages.current() is Language.CHINESE
    assert newcomer.is_at(newcomer.wizard.outlet)


def test_a_database_without_its_key_file_is_told_of_first(newcomer: Newcomer) -> None:
    assert newcomer.wizard.language.fault.isHidden()
    folder = newcomer.keys.place.folder
    folder.mkdir(parents=True)
    (folder / "outlet-1.db").touch()
    page = LanguagePage(newcomer.day, newcomer.tasks, newcomer.wizard.look, newcomer.wizard)
    assert "key file" in page.fault.text()


def test_an_outlet_without_a_name_is_not_taken(newcomer: Newcomer) -> None:
    newcomer.enter()
    newcomer.type("   ")
    newcomer.enter()
    page = newcomer.wizard.outlet
    assert newcomer.is_at(page)
    assert page.fault.text()
    newcomer.type("x")
    assert page.fault.isHidden()


@pytest.mark.parametrize(
    ("password", "told"),
    [("short", "Too short"), ("password1234", "guess"), ("王店主-and-his-shop", "name"), (OWNER_PASSWORD, "will do")],
)
def test_the_password_is_judged_as_one_types(newcomer: Newcomer, password: str, told: str) -> None:
    newcomer.to_owner()
    newcomer.type(OWNER)
    page = newcomer.wizard.owner
    assert "ten characters" in page.rules.text()
    page.password.setFocus()
    page.password.text.insert(password)
    page.password.text.textEdited.emit(password)
    assert told in page.rules.text()


def test_an_owner_without_name_gets_no_card(newcomer: Newcomer) -> None:
    newcomer.to_owner()
    newcomer.wizard.next.click()
    assert newcomer.is_at(newcomer.wizard.owner)
    assert newcomer.wizard.owner.name.hasFocus()
    assert not newcomer.day.is_prepared


def test_a_password_that_was_mistyped_the_second_time_makes_no_keys(newcomer: Newcomer) -> None:
    newcomer.to_owner()
    for text in (OWNER, OWNER_PASSWORD, OWNER_PASSWORD + "x"):
        newcomer.type(text)
        newcomer.enter()
    page = newcomer.wizard.owner
    assert newcomer.is_at(page)
    assert "differ" in page.fault.text()
    assert not newcomer.day.is_prepared
    page.again.text.clear()
    newcomer.type(OWNER_PASSWORD)
    newcomer.press(Qt.Key.Key_Return)
    assert newcomer.is_at(newcomer.wizard.card)
