"""Tests of the owner's review: the real view over a real outlet, by keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from outlet_app.demo import CLERKS, OWNER
from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import SessionLocked
from outlet_app.services import review as service
from outlet_app.services.record_check import RecordState
from outlet_app.services.review import ActFilter
from outlet_app.ui import act_pages, languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.main_window import MainWindow
from outlet_app.ui.navigation import PageName
from outlet_app.ui.review_rows import ReviewRows
from tests.builders import draft
from tests.ui.finding import misfit_label
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "OA1.ABCD.YT8800000000001.1.AAAAAAAAAAAAAAAAAAAAAAAAAA.0.7.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAA"


@pytest.fixture
def view(owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> ReviewRows:
    assert speaking
    with theme.undressed():
        shown = ReviewRows(owner.review, tasks)
    qtbot.addWidget(shown)
    shown.resize(1198, 640)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    rest(tasks, qtbot)
    return shown


def rest(tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def column(view: ReviewRows, number: int) -> list[str]:
    rows = view.acts.model()
    return [str(rows.index(row, number).data()) for row in range(rows.rowCount())]


def change(owner: Services, sql: str) -> None:
    with owner.session.store._database.transaction() as cursor:
        cursor.run(sql)


def test_it_opens_on_the_newest_acts_and_the_totals_of_the_last_days(view: ReviewRows, owner: Services) -> None:
    assert len(column(view, 0)) == owner.session.store.checkpoint().n
    assert column(view, 2)[0] == "Accepted the parcel"
    assert column(view, 0) == sorted(column(view, 0), reverse=True)
    totals = view.totals.model()
    shown = [str(totals.index(0, place).data()) for place in range(totals.columnCount())]
    assert shown[1:] == [OWNER[0], "1", "1", "–", "–", "–", "–"]
    assert view.acts.hasFocus()


def test_the_row_that_stands_out_is_told_in_full_beneath(view: ReviewRows) -> None:
    assert view.whole.whole() == f"{OWNER[0]} · Accepted the parcel"
    QTest.keyClick(view.acts, Qt.Key.Key_Down)
    assert view.whole.whole() == f"{OWNER[0]} · Signed in"
    assert view.story.whole().endswith(f"signed by {OWNER[0]}")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE acts SET at_ms = at_ms - 1 WHERE n = (SELECT max(n) FROM acts)", "This is not what"),
        ("UPDATE acts SET signature = NULL WHERE n = (SELECT max(n) FROM acts)", "Nobody signed it"),
    ],
)
def test_an_act_that_is_not_as_signed_says_what_that_means(
    view: ReviewRows, owner: Services, tasks: Tasks, qtbot: QtBot, sql: str, words: str
) -> None:
    change(owner, sql)
    view.refresh()
    rest(tasks, qtbot)
    assert words in view.story.whole()
    assert column(view, 5)[0] != "Signed"


def test_a_person_s_day_is_shown_from_the_totals_by_enter(view: ReviewRows, tasks: Tasks, qtbot: QtBot) -> None:
    view.totals.setFocus()
    clerk = next(row for row in range(9) if view.totals.model().index(row, 1).data() == CLERKS[0][0])
    view.totals.selectRow(clerk)
    QTest.keyClick(view.totals, Qt.Key.Key_Return)
    rest(tasks, qtbot)
    assert set(column(view, 1)) == {CLERKS[0][0]}
    assert view.filter.wanted().day is not None
    QTest.keyClick(view.filter.everything, Qt.Key.Key_Space)
    rest(tasks, qtbot)
    assert OWNER[0] in column(view, 1)


def test_a_filter_shows_its_acts_alone(view: ReviewRows, tasks: Tasks, qtbot: QtBot) -> None:
    view.filter.put(ActFilter(group=ActGroup.STAFF))
    rest(tasks, qtbot)
    assert "Invited 陈伟" in column(view, 2)
    assert not any(words.startswith("Signed in") for words in column(view, 2))


def test_a_scanned_number_shows_the_life_of_its_waybill(view: ReviewRows, tasks: Tasks, qtbot: QtBot) -> None:
    number = column(view, 3)[0]
    view.take_scan(number.lower())
    rest(tasks, qtbot)
    assert view.filter.number.text() == number
    assert set(column(view, 3)) == {number}


def test_a_scan_that_is_no_number_changes_nothing(view: ReviewRows) -> None:
    told: list[str] = []
    scanned: list[bool] = []
    view.message.connect(lambda _, text: told.append(text))
    view.label_scanned.connect(lambda: scanned.append(True))
    view.take_scan("??")
    view.take_scan(CODE)
    assert told == ["The scanned code is not a waybill number."]
    assert scanned == [True]
    assert view.filter.wanted() == ActFilter()


def test_an_empty_page_says_something_kind_and_useful(view: ReviewRows, tasks: Tasks, qtbot: QtBot) -> None:
    view.filter.put(ActFilter(number="YT9999999999999"))
    rest(tasks, qtbot)
    assert view.empty.isVisible()
    assert view.empty.text().startswith("Nothing is recorded about number YT9999999999999.")
    view.filter.put(ActFilter(group=ActGroup.FAULTS))
    rest(tasks, qtbot)
    assert view.empty.text().startswith("Nothing of this kind was done yet.")
    today = outlet_day(view._review._session.clock())
    view.filter.put(ActFilter(day=today, group=ActGroup.FAULTS))
    rest(tasks, qtbot)
    assert view.empty.text().startswith("A quiet day")
    assert view.whole.whole() == ""
    view.filter.put(ActFilter())
    rest(tasks, qtbot)
    assert view.acts.isVisible()


def test_pages_are_turned_by_keys(
    view: ReviewRows, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = column(view, 2)[:5]
    monkeypatch.setattr(act_pages, "PAGE_ACTS", 5)
    view.refresh()
    rest(tasks, qtbot)
    assert column(view, 2) == newest
    assert (view.newer.isEnabled(), view.older.isEnabled()) == (False, True)
    QTest.keyClick(view.acts, Qt.Key.Key_PageDown, CTRL)
    rest(tasks, qtbot)
    assert column(view, 2) != newest
    assert view.acts.hasFocus()
    QTest.keyClick(view.acts, Qt.Key.Key_PageUp, CTRL)
    rest(tasks, qtbot)
    assert column(view, 2) == newest


def test_a_long_search_says_how_far_it_is_and_can_be_stopped(
    view: ReviewRows, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LOOKED_THROUGH", 3)
    seen: list[str] = []

    def look() -> None:
        seen.append(view.place.text())
        view.stop.click()

    view._pages.looked.connect(look)
    view.filter.put(ActFilter(group=ActGroup.FAULTS))
    rest(tasks, qtbot)
    assert len(seen) == 1
    assert seen[0].startswith("Looking… back to 20")
    assert view.empty.text() == "Nothing was found so far. “Older” looks further back."
    assert not view.stop.isVisible()
    assert view.older.isEnabled()


def test_a_broken_record_is_told_on_and_its_place_is_shown(
    view: ReviewRows, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    change(owner, "UPDATE acts SET kind = 'printed' WHERE n = 6")
    told: list[bool] = []
    view.record_broken.connect(lambda: told.append(True))
    view.filter.put(ActFilter(number="YT9999999999999"))
    view.verify.begin.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    view.verify.show_place.click()
    rest(tasks, qtbot)
    assert view.filter.wanted() == ActFilter()
    assert len(column(view, 2)) == 6
    assert column(view, 2)[0] == "The label was printed"
    assert column(view, 5)[0] == "Not as signed"


def test_a_verification_that_found_all_well_stands_in_the_table_at_once(
    view: ReviewRows, tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[bool] = []
    view.record_broken.connect(lambda: told.append(True))
    with qtbot.waitSignal(view.verify.ended, timeout=LONG_MS):
        view.verify.begin.click()
    rest(tasks, qtbot)
    assert column(view, 2)[0].startswith("Verified the record: ")
    assert told == []


def test_what_was_done_meanwhile_is_shown_when_the_page_comes_back(
    view: ReviewRows, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    before = len(column(view, 0))
    view.hide()
    owner.entry.accept(draft(), None)
    view.show()
    rest(tasks, qtbot)
    assert len(column(view, 0)) == before + 1
    assert view.totals.model().index(0, 3).data() == "2"


def test_a_window_that_is_closed_to_work_asks_for_nothing_more(
    view: ReviewRows, owner: Services, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "VERIFIED_AT_ONCE", 3)
    monkeypatch.setattr(service, "LOOKED_THROUGH", 3)
    view.filter.put(ActFilter(group=ActGroup.FAULTS))
    view.verify.begin.click()
    qtbot.waitUntil(lambda: view.verify.progress.value() > 0)
    view.setEnabled(False)
    assert not view.verify.is_running
    rest(tasks, qtbot)
    assert owner.review.acts(ActFilter()).acts[0].kind is ActivityKind.ACCEPTED


def test_a_known_error_is_told_in_the_message_bar(
    view: ReviewRows, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []
    view.message.connect(lambda kind, text: told.append((kind, text)))
    owner.session.lock()
    view.refresh()
    rest(tasks, qtbot)
    assert {kind for kind, _ in told} == {"bad"}
    with pytest.raises(SessionLocked):
        owner.review.everybody()


def test_nothing_of_it_can_be_copied(view: ReviewRows) -> None:
    QGuiApplication.clipboard().setText("what stood there")
    for part in (view.acts, view.totals, view):
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            QTest.keyClick(part, key, CTRL)
    assert QGuiApplication.clipboard().text() == "what stood there"
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not any(label.textInteractionFlags() & selectable for label in view.findChildren(QLabel))


def test_tab_goes_through_all_of_it_in_the_order_of_the_work(view: ReviewRows) -> None:
    order = [
        view.verify.begin,
        view.totals,
        *(view.filter.person, view.filter.day, view.filter.group, view.filter.number),
        view.acts,
    ]
    view.verify.begin.setFocus()
    visited: list[QWidget | None] = []
    for _ in range(12):
        visited.append(QApplication.focusWidget())
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert [part for part in visited if part in order][: len(order)] == order


def test_all_of_it_speaks_the_language_of_the_screen(
    view: ReviewRows, speaking: QApplication, tasks: Tasks, qtbot: QtBot
) -> None:
    view.filter.put(ActFilter(group=ActGroup.PARCELS))
    rest(tasks, qtbot)
    languages.speak(speaking, Language.CHINESE)
    theme.apply(speaking, dark=True)
    QTest.qWait(20)
    assert column(view, 2) == ["收寄包裹"]
    assert view.whole.whole().endswith("收寄包裹")
    assert view.acts.model().headerData(0, Qt.Orientation.Horizontal) == "时间"
    assert view.filter.wanted().group is ActGroup.PARCELS
    assert view.older.text() == "较早"


@pytest.mark.parametrize("size", [(1198, 640), (1112, 560), (728, 352)], ids=["1366x768", "150 %", "smallest"])
@pytest.mark.parametrize("language", Language)
def test_no_word_is_cut_and_every_input_has_a_name(
    view: ReviewRows, qtbot: QtBot, speaking: QApplication, language: Language, size: tuple[int, int]
) -> None:
    languages.speak(speaking, language)
    view.resize(*size)
    qtbot.wait(20)
    assert (view.width(), view.height()) == size
    shown = [part for part in view.findChildren(QAbstractButton) if part.isVisible() and part.text()]
    assert [part.text() for part in shown if part.width() < part.minimumSizeHint().width()] == []
    inputs = [part for kind in (QComboBox, QLineEdit) for part in view.findChildren(kind) if part.isVisible()]
    assert [part for part in inputs if not part.accessibleName()] == []
    for place in (0, 1, 3, 4, 5):
        widest = max(view.acts.fontMetrics().horizontalAdvance(text) for text in column(view, place))
        assert view.acts.columnWidth(place) > widest + (30 if place == 5 else 10)
    assert view.acts.accessibleName()
    assert view.totals.accessibleName()


@pytest.fixture
def main_of(
    tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Callable[[Services], MainWindow]]:
    """Makes the main window of whoever is signed in."""
    assert speaking
    made: list[MainWindow] = []

    def make(services: Services) -> MainWindow:
        window = MainWindow(services, tasks, preferences)
        made.append(window)
        window.resize(1366, 728)
        window.show()
        qtbot.waitExposed(window)
        rest(tasks, qtbot)
        return window

    yield make
    for window in made:
        window.stop()
        rest(tasks, qtbot)
        window.close()
        window.deleteLater()


def test_the_owner_comes_to_it_by_a_key_and_a_number_scanned_there_is_the_review_s(
    owner: Services, main_of: Callable[[Services], MainWindow], tasks: Tasks, qtbot: QtBot
) -> None:
    window = main_of(owner)
    QTest.keyClick(window, Qt.Key.Key_F9)
    rest(tasks, qtbot)
    assert window.review is not None
    assert window.review.isAncestorOf(QApplication.focusWidget())
    assert window.heading.text() == "Review"
    window.take_scan("YT8800000000001")
    assert window.review.rows.filter.number.text() == "YT8800000000001"
    assert window.entry.draft().number == ""
    window.take_scan(CODE)
    rest(tasks, qtbot)
    assert window.heading.text() == "Find"


def test_a_break_that_the_owner_finds_stays_above_everything(
    owner: Services, main_of: Callable[[Services], MainWindow], tasks: Tasks, qtbot: QtBot
) -> None:
    window = main_of(owner)
    assert window.review is not None
    assert not window.alarm.isVisible()
    owner.scans.take(misfit_label(owner))
    window.review.record_broken.emit()
    rest(tasks, qtbot)
    assert window.alarm.isVisible()
    assert window.status._record is RecordState.BROKEN


def test_a_clerk_is_not_offered_it(services: Services, main_of: Callable[[Services], MainWindow]) -> None:
    window = main_of(services)
    assert PageName.REVIEW not in window.navigation.pages
    assert window.review is None
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.heading.text() == "Accept"


def test_the_life_of_a_waybill_ends_where_it_began(owner: Services) -> None:
    number = owner.review.acts(ActFilter()).acts[0].number
    assert owner.review.acts(ActFilter(number=number)).acts[-1].kind is ActivityKind.ACCEPTED
