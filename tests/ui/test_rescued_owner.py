"""The pages that ask which owner comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import FaultKind
from outlet_app.services import Tile
from outlet_app.ui.rescued_owner import KnownPasswordPage, NewPasswordPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks

WANG, ZHAO = Tile(b"w" * 16, "王店主"), Tile(b"z" * 16, "赵店主")
GOOD = "a long sentence of his"
Asked = list[tuple[bytes, str]]


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def new(speaking: QApplication, tasks: Tasks, qtbot: QtBot, asked: Asked) -> NewPasswordPage:
    assert speaking is not None
    page = NewPasswordPage(
        lambda _, password: FaultKind.TOO_SHORT if len(password) < 10 else None,
        lambda account_id, password: asked.append((account_id, password)),
        tasks,
    )
    qtbot.addWidget(page)
    page.offer((WANG,))
    page.show()
    page.enter()
    return page


@pytest.fixture
def known(speaking: QApplication, tasks: Tasks, qtbot: QtBot, asked: Asked) -> KnownPasswordPage:
    assert speaking is not None
    page = KnownPasswordPage(lambda account_id, password: asked.append((account_id, password)), tasks)
    qtbot.addWidget(page)
    page.show()
    return page


def _type(page: NewPasswordPage, qtbot: QtBot, first: str, second: str) -> None:
    for field, text in ((page.password.text, first), (page.again.text, second)):
        field.clear()
        qtbot.keyClicks(field, text)


def test_two_equal_passwords_that_the_rules_take_make_the_card(
    new: NewPasswordPage, qtbot: QtBot, tasks: Tasks, asked: Asked
) -> None:
    _type(new, qtbot, GOOD, GOOD)
    assert "will do" in new.rules.text()
    with qtbot.waitSignal(new.answered):
        new.submit()
    qtbot.waitUntil(tasks.is_idle)
    assert asked == [(WANG.account_id, GOOD)]
    new.leave()
    assert not new.password.text.text()


def test_what_is_wrong_with_a_password_is_said_beside_it(new: NewPasswordPage, qtbot: QtBot, asked: Asked) -> None:
    _type(new, qtbot, "short", "short")
    assert "Too short" in new.rules.text()
    new.submit()
    assert "Too short" in new.fault.text()
    _type(new, qtbot, GOOD, GOOD + "!")
    assert not new.fault.text()
    assert not new.password.text.property("fault")
    new.submit()
    assert "differ" in new.fault.text()
    assert not asked


def test_one_owner_is_not_asked_who_he_is_and_several_are(new: NewPasswordPage, qtbot: QtBot) -> None:
    assert new.owner.isHidden()
    new.offer((WANG, ZHAO))
    assert not new.owner.isHidden()
    qtbot.keyClick(new.owner, Qt.Key.Key_Down)
    assert new.account_id() == ZHAO.account_id


def test_the_password_that_holds_makes_the_card(
    known: KnownPasswordPage, qtbot: QtBot, tasks: Tasks, asked: Asked
) -> None:
    known.offer((WANG,))
    known.enter()
    known.submit()
    assert not asked
    qtbot.keyClicks(known.password.text, GOOD)
    with qtbot.waitSignal(known.answered):
        known.submit()
    qtbot.waitUntil(tasks.is_idle)
    assert asked == [(WANG.account_id, GOOD)]
    known.leave()
    assert not known.password.text.text()
