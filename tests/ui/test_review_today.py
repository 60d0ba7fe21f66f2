"""Today at a glance, over a real record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.flags import FlagKind
from outlet_app.store import activities
from outlet_app.store.store import Entry
from outlet_app.ui.review_today import ReviewToday
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def today(owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> ReviewToday:
    assert speaking
    owner.session.write(Entry(Activity(ActivityKind.REMOTE_SESSION_SEEN, None, {"way": "ssh"})))
    shown = ReviewToday(owner.flags, tasks)
    qtbot.addWidget(shown)
    shown.resize(1198, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    rest(shown, tasks, qtbot)
    return shown


def rest(today: ReviewToday, tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: today.is_read and tasks.is_idle(), timeout=LONG_MS)


def kinds(today: ReviewToday) -> list[FlagKind]:
    return [card.view.flag.kind for card in today.cards.cards]


def test_it_shows_what_is_to_be_looked_at_and_who_did_how_much(today: ReviewToday, owner: Services) -> None:
    assert FlagKind.REMOTE in kinds(today)
    assert today.heading.text() == f"To look at: {len(today.cards.cards)}"
    assert owner.session.account.name in [row.person for row in today._people.rows]
    assert not today.kind_words.isVisible()


def test_a_flag_that_is_ticked_off_goes_and_its_word_stays_in_the_record(
    today: ReviewToday, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    card = next(card for card in today.cards.cards if card.view.flag.kind is FlagKind.REMOTE)
    card.note.setText("call 13800138000")
    card.tick.click()
    qtbot.waitUntil(card.fault.isVisible)
    card.note.setText("my own screen")
    card.tick.click()
    qtbot.waitUntil(lambda: FlagKind.REMOTE not in kinds(today), timeout=LONG_MS)
    rest(today, tasks, qtbot)
    newest = activities.newest(owner.session.store.reader)
    assert newest is not None
    assert newest.kind == ActivityKind.FLAG_TICKED
    assert "my own screen" in newest.detail


def test_of_forty_flags_the_one_with_the_keys_is_in_sight_and_the_next_gets_them_when_it_goes(
    today: ReviewToday, qtbot: QtBot
) -> None:
    view = today.cards.cards[0].view
    views = tuple(replace(view, flag=replace(view.flag, first_n=n)) for n in range(40))
    today._show_flags(views)
    today.cards.cards[0].setFocus()
    for _ in range(30):
        note = QApplication.focusWidget()
        assert note is not None
        QTest.keyClick(note, Qt.Key.Key_Down)
    there = today.cards.cards[30]
    assert there.note.hasFocus()
    qtbot.waitUntil(lambda: there.visibleRegion().boundingRect().height() == there.height())
    today._show_flags(views[:30] + views[31:])
    assert today.cards.cards[30].view.flag.first_n == 31
    assert today.cards.cards[30].note.hasFocus()
    today._show_flags(())
    assert today.seen.hasFocus()


def test_a_note_that_is_too_long_is_told_beside_it_and_kept(today: ReviewToday, tasks: Tasks, qtbot: QtBot) -> None:
    card = today.cards.cards[0]
    card.note.setText("长" * 200)
    card.setFocus()
    QTest.keyClick(card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(card.fault.isVisible)
    rest(today, tasks, qtbot)
    assert card.fault.text()
    assert len(card.note.text()) == 200
    assert card.fault.visibleRegion().boundingRect().width() == card.fault.width()


def test_one_key_says_that_everything_was_seen(today: ReviewToday, owner: Services, tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []
    today.message.connect(lambda _, words: told.append(words))
    QTest.keyClick(today.seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(told))
    rest(today, tasks, qtbot)
    assert told == ["Your look at today is recorded."]
    count = len(today.cards.cards)
    assert today.heading.text() == f"Nothing new · seen before, not ticked off: {count}"
    assert all(card.when.text().endswith(" · seen before") for card in today.cards.cards)
    seen = today.cards.cards[0].view
    today._show_flags((seen, replace(seen, is_new=True, flag=replace(seen.flag, first_n=9))))
    assert today.heading.text() == "To look at: 1 · seen before: 1"
    newest = activities.newest(owner.session.store.reader)
    assert newest is not None
    assert newest.kind == ActivityKind.REVIEWED


def test_rows_and_a_persons_day_are_one_key_away(today: ReviewToday, owner: Services, qtbot: QtBot) -> None:
    card = next(card for card in today.cards.cards if card.view.flag.kind is FlagKind.REMOTE)
    with qtbot.waitSignal(today.rows_asked) as heard:
        card.rows.click()
    assert heard.args == [card.view.flag.rows]
    today.people.selectRow(0)
    with qtbot.waitSignal(today.day_asked) as asked:
        QTest.keyClick(today.people, Qt.Key.Key_Return)
    assert asked.args[0] == today._people.rows[0].account_id
    assert owner.session.account.account_id


def test_a_quiet_day_says_so_kindly(today: ReviewToday) -> None:
    today._show_flags(())
    assert today.heading.text() == "Nothing to look at"
    assert today.kind_words.text().startswith("A quiet day")


def test_what_is_muted_says_so_and_can_be_shown_again(
    today: ReviewToday, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    assert not today.muted.isVisible()
    owner.flags.mute(FlagKind.REPRINTS, owner.session.account.account_id)
    today.refresh()
    qtbot.waitUntil(today.unmute.isVisible, timeout=LONG_MS)
    assert owner.session.account.name in today.muted.text()
    rest(today, tasks, qtbot)
    today.unmute.click()
    qtbot.waitUntil(lambda: not today.unmute.isVisible(), timeout=LONG_MS)
    rest(today, tasks, qtbot)
    assert owner.flags.mutes() == ()
