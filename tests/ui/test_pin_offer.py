"""Tests of the offer of a PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from outlet_app.demo import CLERKS
from outlet_app.ui import theme
from outlet_app.ui.pin_offer import PinOffer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

_PIN = "271828"


@pytest.fixture
def offer(services: Services, tasks: Tasks, speaking: object, qtbot: QtBot) -> PinOffer:
    assert speaking
    shown = PinOffer(services.people, tasks)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    return shown


def test_six_digits_twice_and_the_password_set_a_pin(offer: PinOffer, services: Services, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClicks(offer.pad, _PIN)
    assert not offer.pad.isVisible()
    qtbot.keyClicks(offer.password.text, CLERKS[0][1])
    with qtbot.waitSignal(offer.ended):
        qtbot.keyClick(offer.password.text, Qt.Key.Key_Return)
    assert services.people.has_pin()
    assert offer.password.text.text() == ""


def test_a_wrong_password_sets_none_and_says_so(offer: PinOffer, services: Services, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClicks(offer.pad, _PIN)
    qtbot.keyClicks(offer.password.text, "not her password")
    qtbot.mouseClick(offer.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: offer.fault.text().startswith("That did not open."))
    assert not services.people.has_pin()
    assert offer.password.text.hasFocus()


def test_a_pin_that_everybody_guesses_is_refused_at_once(offer: PinOffer, qtbot: QtBot) -> None:
    qtbot.keyClicks(offer.pad, "123456")
    assert offer.fault.text() == "Others guess this at once. Take something else."
    assert offer.pad.prompt.text() == "Choose six digits"
    qtbot.keyClicks(offer.pad, "2")
    assert offer.fault.text() == ""


def test_two_different_pins_are_chosen_again(offer: PinOffer, qtbot: QtBot) -> None:
    qtbot.keyClicks(offer.pad, _PIN)
    assert offer.pad.prompt.text() == "The same six digits once more"
    qtbot.keyClicks(offer.pad, "314159")
    assert offer.fault.text() == "The two were not the same. Choose again."
    assert offer.pad.prompt.text() == "Choose six digits"


def test_escape_means_not_now(offer: PinOffer, services: Services, qtbot: QtBot) -> None:
    qtbot.keyClicks(offer.pad, "27")
    with qtbot.waitSignal(offer.ended):
        qtbot.keyClick(offer.pad, Qt.Key.Key_Escape)
    assert not services.people.has_pin()
    assert offer.pad.dots.filled == 0


def test_the_pad_stands_apart_from_the_buttons_beneath_it(offer: PinOffer, qtbot: QtBot) -> None:
    pad = offer.pad.findChildren(QPushButton)

    def gap() -> int:
        lowest = max(key.mapTo(offer, key.rect().bottomLeft()).y() for key in pad)
        return offer.skip.mapTo(offer, offer.skip.rect().topLeft()).y() - lowest

    qtbot.waitUntil(lambda: gap() >= theme.GRID_PX)
