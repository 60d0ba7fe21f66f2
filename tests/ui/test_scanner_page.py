"""The scanner is tried with the keys that real ones send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from outlet_app.services.first_day import TRIAL_TEXT
from outlet_app.ui.languages import Language
from outlet_app.ui.scanner_page import SILENCE_MS

if TYPE_CHECKING:
    from tests.ui.newcomer import Newcomer


def _found(newcomer: Newcomer) -> str:
    page = newcomer.wizard.scanner
    newcomer.qtbot.waitUntil(lambda: bool(page.findings()), timeout=SILENCE_MS + 2000)
    return " ".join(page.findings())


@pytest.mark.parametrize(
    ("text", "gap_ms", "enter", "told"),
    [
        (TRIAL_TEXT, 8, True, "works as it should"),
        (TRIAL_TEXT.lower(), 8, True, "Caps Lock"),
        (TRIAL_TEXT, 8, False, "No Enter"),
        (TRIAL_TEXT, 90, True, "too slowly"),
        ("12", 8, True, "too short"),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(
    newcomer: Newcomer,
    text: str,
    gap_ms: int,
    enter: bool,  # noqa: FBT001 - a parameter of the table
    told: str,
) -> None:
    newcomer.to_scanner()
    newcomer.scan(text, gap_ms=gap_ms, enter=enter)
    assert told in _found(newcomer)
    assert newcomer.wizard.scanner.field.text() == text
    assert newcomer.is_at(newcomer.wizard.scanner)


def test_keys_that_an_input_method_took_are_known(newcomer: Newcomer) -> None:
    newcomer.to_scanner()
    QApplication.sendEvent(newcomer.wizard.scanner.field, QInputMethodEvent("ou'tu", []))
    assert "input method" in _found(newcomer)


def test_the_second_enter_of_a_scanner_leads_nowhere_and_a_later_one_on(newcomer: Newcomer) -> None:
    newcomer.to_scanner()
    newcomer.scan(TRIAL_TEXT)
    newcomer.scan("")
    assert newcomer.is_at(newcomer.wizard.scanner)
    newcomer.qtbot.wait(350)
    newcomer.enter()
    assert newcomer.is_at(newcomer.wizard.numbers)


def test_who_has_no_scanner_goes_on_and_keys_go_where_they_always_go(newcomer: Newcomer) -> None:
    newcomer.to_scanner()
    assert newcomer.wizard.next.text() == "Go on without it"
    newcomer.enter()
    newcomer.wizard.numbers.first.setFocus()
    newcomer.type("YT1")
    newcomer.qtbot.waitUntil(lambda: newcomer.wizard.numbers.first.text() == "YT1")


def test_tab_leaves_the_trial(newcomer: Newcomer) -> None:
    newcomer.to_scanner()
    assert newcomer.focus() is newcomer.wizard.scanner.field
    newcomer.press(Qt.Key.Key_Tab)
    assert newcomer.focus() is not newcomer.wizard.scanner.field


def test_the_finding_follows_the_language(newcomer: Newcomer) -> None:
    newcomer.to_scanner()
    newcomer.scan(TRIAL_TEXT.lower())
    newcomer.wizard.look.languages[Language.CHINESE].click()
    newcomer.qtbot.waitUntil(lambda: "小写" in " ".join(newcomer.wizard.scanner.findings()))


def test_the_code_is_painted_black_on_white_in_the_dark_look_too(newcomer: Newcomer) -> None:
    newcomer.wizard.look.dark.click()
    newcomer.to_scanner()
    picture = newcomer.wizard.scanner.bars.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert colours == {"#ffffff", "#000000"}
