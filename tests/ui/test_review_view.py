"""The review as a whole: four parts, and every mark of the first two leads to rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.flags import FlagKind
from outlet_app.services.review import ActFilter
from outlet_app.store import activities
from outlet_app.store.store import Entry
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.review_view import ReviewView, review_page
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> ReviewView:
    assert speaking
    owner.session.write(Entry(Activity(ActivityKind.REMOTE_SESSION_SEEN, None, {"way": "ssh"})))
    shown = review_page(owner, tasks)
    qtbot.addWidget(shown)
    shown.resize(1198, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.waitUntil(lambda: shown.today.is_read and tasks.is_idle(), timeout=LONG_MS)
    shown.setFocus()
    return shown


def numbers(view: ReviewView) -> list[int]:
    return [act.n for act in view.rows._act_rows.acts]


def test_each_part_comes_by_its_key_and_the_keys_are_on_it(view: ReviewView, tasks: Tasks, qtbot: QtBot) -> None:
    assert view.today.seen.hasFocus()
    places = ((view.pictures, view.pictures.map), (view.rows, view.rows.acts), (view.reports, view.reports.kind))
    for key, (part, keys) in zip((Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), places, strict=True):
        QTest.keyClick(view, key, ALT)
        qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
        assert part.isVisible()
        assert keys.hasFocus()
    assert [tab.isChecked() for tab in view.tabs] == [False, False, False, True]


def test_a_flags_rows_are_those_acts_and_no_others_until_something_else_is_chosen(
    view: ReviewView, tasks: Tasks, qtbot: QtBot
) -> None:
    card = next(card for card in view.today.cards.cards if card.view.flag.kind is FlagKind.REMOTE)
    card.rows.click()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert view.rows.isVisible()
    assert numbers(view) == sorted(card.view.flag.rows, reverse=True)
    assert view.rows.filter.everything.isVisible()
    assert view.rows.place.text() == "Only what is behind the flag: 1"
    assert view.rows.place.isVisible()
    view.rows.filter.everything.click()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert not view.rows.place.isVisible()
    assert len(numbers(view)) > len(card.view.flag.rows)


def test_escape_leads_back_from_the_rows_to_the_mark_that_led_there(
    view: ReviewView, tasks: Tasks, qtbot: QtBot
) -> None:
    card = next(card for card in view.today.cards.cards if card.view.flag.kind is FlagKind.REMOTE)
    card.rows.setFocus()
    QTest.keyClick(card.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    QTest.keyClick(view.rows.acts, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.today.is_read and tasks.is_idle(), timeout=LONG_MS)
    assert view.today.isVisible()
    assert card.rows.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_3, ALT)
    QTest.keyClick(view.rows.acts, Qt.Key.Key_Escape)
    assert view.rows.isVisible()


def test_a_day_of_a_person_leads_to_his_acts_of_that_day(
    view: ReviewView, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    view.today.people.selectRow(0)
    QTest.keyClick(view.today.people, Qt.Key.Key_Return)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    shown = view.rows.filter.wanted()
    assert (shown.account_id, shown.day) == (view.today._people.rows[0].account_id, view.today._today.day)
    QTest.keyClick(view, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    QTest.keyClick(view.pictures.map, Qt.Key.Key_Return)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert view.rows.filter.wanted() == ActFilter(day=view.pictures.map.series.days[-1], hour=3)
    assert owner.session.account.name


def test_acts_that_are_gone_from_the_record_are_told(view: ReviewView, tasks: Tasks, qtbot: QtBot) -> None:
    view.open(view.rows)
    view.rows.show_only(ActFilter(numbers=(9_999_999,)))
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert view.rows.empty.text() == "These acts are not in the record any more. Verify the record."


def test_the_owners_minute_is_six_actions_from_sign_in_to_all_flags_seen(
    view: ReviewView, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    """Tile, password, Enter, F9: four. Every card stands there at once: the fifth says that they were seen."""
    assert all(card.sentence.isVisible() for card in view.today.cards.cards)
    QTest.keyClick(view.today.seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 9999)]
    assert kinds[-1] == ActivityKind.REVIEWED
    assert owner.flags.weeks_unreviewed() == 0


def test_it_speaks_the_language_of_the_screen(view: ReviewView, speaking: QApplication, qtbot: QtBot) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: view.tabs[0].text() == "今日")
    assert view.today.seen.text().startswith("都看过了")
