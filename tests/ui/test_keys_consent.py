"""Tests of the last step of a change of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.ui.keys_consent import ConsentPage, KeyChange, WarningPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks

CARD = "OK1.ABCD.0123456789ABCDEFGHJKMNPQRS.01234567"


@pytest.mark.parametrize("change", KeyChange)
def test_nothing_goes_on_without_password_and_card(
    change: KeyChange, tasks: Tasks, qtbot: QtBot, speaking: object
) -> None:
    assert speaking
    page = ConsentPage(tasks, change, "钱店主")
    qtbot.addWidget(page)
    answered: list[bool] = []
    page.answered.connect(lambda: answered.append(True))
    page.show()
    page.enter()
    if change is KeyChange.OTHERS_CARD:
        page.submit()
        assert page.others_password.isVisible()
        page.others_password.text.setText("his own")
    page.submit()
    page.proof.password.text.setText("mine")
    page.submit()
    assert answered == []
    assert page.fault.text() == "Your present card is still missing. Scan it."
    page.take_scan(CARD)
    page.submit()
    assert answered == [True]
    page.leave()
    assert (page.proof.card, page.proof.password.text.text(), page.others_password.text.text()) == ("", "", "")


def test_each_change_says_what_it_does(tasks: Tasks, qtbot: QtBot, speaking: object) -> None:
    assert speaking
    pages = [ConsentPage(tasks, change) for change in KeyChange]
    for page in pages:
        qtbot.addWidget(page)
    assert len({page.next_words() for page in pages}) == len(pages)
    assert len({page.question.text() for page in pages}) == len(pages)


def test_what_cannot_be_undone_is_said_before_anything_else(tasks: Tasks, qtbot: QtBot, speaking: object) -> None:
    assert speaking
    page = WarningPage(tasks)
    qtbot.addWidget(page)
    words = " ".join(point.text() for point in page.points)
    assert "Old backups open only with the old sheet." in words
    assert "nothing changes" in words
