"""The card of what is past its term, as it stands in each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.erasing import ErasingAsked
from outlet_app.errors import ErasingTooEarly
from outlet_app.services.retention import ByOwner, BySheet, ByWait, Erasings, OtherOwner
from outlet_app.store.erasing import DueDetails
from outlet_app.ui.erasing_card import ErasingCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
DUE = Erasings(
    due=DueDetails(30, NOON, NOON),
    asked=None,
    is_ready=False,
    owners=(OtherOwner(b"w" * 16, "王芳"), OtherOwner(b"z" * 16, "赵强")),
    records=(),
    runs=False,
    is_dated=True,
)


@pytest.fixture
def card(qtbot: QtBot) -> ErasingCard:
    made = ErasingCard()
    qtbot.addWidget(made)
    made.show_standing(DUE)
    made.show()
    return made


def test_what_confirms_is_what_was_chosen_and_filled_in(card: ErasingCard) -> None:
    assert not card.begin.isEnabled()
    card.words.put("a b c")
    assert card.begin.isEnabled()
    assert card.confirmation() == BySheet("a b c")
    card.by_owner.click()
    assert not card.begin.isEnabled()
    card.owners.choose((b"z" * 16).hex())
    card.password.text.setText("of zhao")
    assert card.confirmation() == ByOwner(b"z" * 16, "of zhao")
    card.by_wait.click()
    assert card.confirmation() == ByWait()
    assert card.begin.isEnabled()


def test_secrets_stand_in_no_repr(card: ErasingCard) -> None:
    card.words.put("secret words")
    assert "secret" not in repr(card.confirmation())
    card.by_owner.click()
    card.password.text.setText("secret")
    assert "secret" not in repr(card.confirmation())


def test_while_the_date_is_in_doubt_nothing_can_be_begun(card: ErasingCard) -> None:
    card.words.put("a b c")
    card.show_standing(replace(DUE, is_dated=False))
    assert not card.begin.isEnabled()
    assert card.due.text().endswith("The PC's date must be confirmed first.")


def test_a_wait_that_is_not_over_cannot_be_used(card: ErasingCard) -> None:
    card.by_wait.click()
    card.show_standing(replace(DUE, asked=ErasingAsked(NOON, NOON)))
    assert card.begin.text() == "Erase…"
    assert not card.begin.isEnabled()
    assert card.wish.text() == "Asked 2026-11-22 12:00. From 2026-11-23 12:00 on, your word alone is enough."


def test_a_refusal_is_said_until_what_was_typed_goes(card: ErasingCard) -> None:
    card.tell_error(ErasingTooEarly())
    assert card.fault.isVisible()
    card.forget()
    assert not card.fault.isVisible()


def test_another_look_keeps_whom_the_owner_chose(card: ErasingCard) -> None:
    card.by_owner.click()
    card.owners.choose((b"z" * 16).hex())
    card.show_standing(DUE)
    assert card.owners.currentText() == "赵强"
