"""日结 as it is used in the evening: real parcels and money, counted, ended and printed by keys alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from outlet_app import printing
from outlet_app.domain.outlet_day import day_span
from outlet_app.domain.waybill_cases import CancelReason
from outlet_app.store import activities
from outlet_app.ui import languages, prompts, theme
from outlet_app.ui.day_end_view import DayEndView, day_end_page
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.services.scanning import edit
from tests.ui.conftest import LONG_MS
from tests.ui.counter import Model, make_model
from tests.ui.evening import DAY, account
from tests.ui.truck import CTRL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@dataclass
class Evening:
    """The page, who ends the day at it, where papers go, and what was told."""

    view: DayEndView
    services: Services
    tasks: Tasks
    qtbot: QtBot
    messages: list[tuple[str, str]] = field(default_factory=list)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.is_idle() and not self.view.sheet.is_making, timeout=LONG_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)
        self.settle()

    def acts(self) -> list[str]:
        return [act.kind for act in activities.after(self.services.session.store.reader, 0, 1000)]

    def figures(self) -> list[str]:
        return [figure.text() for figure in self.view.figures.figures]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """Chen accepted three parcels, handed two over, and cancelled one for its money; played once, and then copied."""
    model = make_model(tmp_path_factory.mktemp("model"))
    chen = model.outlet.chen()
    first, second, third = (chen.entry.accept(draft(), None) for _ in range(3))
    for parcel in (first, second):
        chen.hand_over.put_on("yto", parcel.number, typed=False)
    (standing,) = chen.hand_over.lists()
    chen.hand_over.close(standing.list_id, None)
    chen.cases.cancel(third.record_id, CancelReason.SENDER_ASKED, refund=True)
    chen.session.sign_out()
    assert chen.session.store.closed
    return model


@pytest.fixture
def outlet(model: Model, tmp_path: Path) -> Iterator[Outlet]:
    """The outlet of that day, for one test alone."""
    outlet = model.copy_to(tmp_path / "copy")
    morning = outlet.clock.now  # all copies have the same clock
    yield outlet
    outlet.clock.now = morning


@pytest.fixture
def printer(model: Model) -> Printer:
    return printing.tray(model.tray)


@pytest.fixture
def come(
    tasks: Tasks, printer: Printer, speaking: QApplication, qtbot: QtBot
) -> Iterator[Callable[[Services], Evening]]:
    """The page of whoever signed in; signed out with the test."""
    assert speaking
    came: list[Evening] = []

    def opened(services: Services) -> Evening:
        with theme.undressed():
            view = day_end_page(services, lambda: printer, tasks)
        made = Evening(view, services, tasks, qtbot)
        came.append(made)
        view.message.connect(lambda kind, text: made.messages.append((kind, text)))
        qtbot.addWidget(view)
        view.resize(1182, 610)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.setFocus()
        made.settle()
        return made

    yield opened
    for made in came:
        made.settle()
        tasks.run(Lane.DATA, made.services.session.sign_out, tasks, lambda _: None)
        made.settle()


@pytest.fixture
def evening(outlet: Outlet, come: Callable[[Services], Evening]) -> Evening:
    return come(outlet.chen())


def test_a_clerk_sees_his_own_shift_with_its_money_lists_and_numbers(evening: Evening) -> None:
    view = evening.view
    assert evening.figures() == ["3", "0", "0", "2", "1"]
    assert view.drawer.expected.text() == "¥24.00"
    assert [shift.name for shift in view.shift_rows.shifts] == ["陈伟"]
    assert view.carriers.texts()[0] == "YTO"
    assert view.lists.texts() == ["09:30  YTO", "parcels: 2"]
    assert view.numbers.texts()[:3] == ["YTO", "3 used", "YT8800000000001 to YT8800000000003 (3)"]
    assert view.days.name.text() == "Today, 2026-11-22 Sun"
    assert QApplication.focusWidget() is view.drawer.counted


def test_one_key_after_the_sum_counts_ends_and_prints_the_sheet(evening: Evening, model: Model) -> None:
    QTest.keyClicks(evening.view.drawer.counted, "20")
    assert evening.view.drawer.verdict.text() == "¥4.00 missing"
    assert evening.view.sheet.end.text() == "End my shift, print its sheet   Ctrl+Enter"
    evening.press(Qt.Key.Key_Return, CTRL)
    assert evening.acts()[-3:].count("cash_counted") == 1
    assert "day_ended" in evening.acts()
    assert evening.messages[0] == ("good", "Your shift is ended.")
    evening.qtbot.waitUntil(lambda: any("Shift sheet printed" in text for _, text in evening.messages), timeout=LONG_MS)
    (sheet,) = model.tray.glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert evening.view.drawer.counted.text() == ""
    assert evening.view.drawer.verdict.text() == "Counted ¥20.00 at 09:30: ¥4.00 missing"
    assert evening.view.sheet.story.text().startswith("Ended at 09:30.")


def test_a_sum_that_is_no_amount_ends_nothing_and_keeps_what_is_typed(evening: Evening) -> None:
    QTest.keyClicks(evening.view.drawer.counted, "2o")
    evening.press(Qt.Key.Key_Return, CTRL)
    assert "day_ended" not in evening.acts()
    assert evening.view.drawer.counted.text() == "2o"


def test_without_a_sum_the_day_ends_uncounted(evening: Evening) -> None:
    evening.press(Qt.Key.Key_Return, CTRL)
    assert "day_ended" in evening.acts()
    assert "cash_counted" not in evening.acts()


def test_the_owner_sees_everybody_and_the_sum(outlet: Outlet, come: Callable[[Services], Evening]) -> None:
    evening = come(outlet.owner())
    names = [shift.name for shift in evening.view.shift_rows.shifts]
    assert names[:-1] == ["王店主", "陈伟"]
    assert evening.view.shift_rows.data(evening.view.shift_rows.index(2, 0)) == "Together"
    assert evening.figures() == ["3", "0", "0", "2", "1"]
    assert evening.view.sheet.end.text() == "End the day, print its sheet   Ctrl+Enter"


def test_a_former_day_is_turned_to_and_can_be_printed_but_not_ended(
    outlet: Outlet, come: Callable[[Services], Evening]
) -> None:
    outlet.clock.move(hours=24)
    evening = come(outlet.chen())
    assert evening.figures() == ["0"] * 5
    assert evening.view.lists.empty.isVisible()
    evening.press(Qt.Key.Key_PageDown, CTRL)
    assert evening.figures() == ["3", "0", "0", "2", "1"]
    assert not evening.view.sheet.end.isVisible()
    assert not evening.view.drawer.counted.isVisible()
    keys = QApplication.focusWidget()
    assert keys is not None
    assert keys.isVisible()
    assert evening.view.isAncestorOf(keys)
    evening.press(Qt.Key.Key_P, CTRL)
    assert any("Shift sheet printed" in text for _, text in evening.messages)
    assert "day_ended" not in evening.acts()


def test_past_four_the_day_stays_in_sight_with_what_was_counted_and_the_new_one_is_not_ended(
    outlet: Outlet, evening: Evening
) -> None:
    QTest.keyClicks(evening.view.drawer.counted, "24")
    outlet.clock.now = day_span(evening.view.days.day or DAY)[1]
    evening.press(Qt.Key.Key_Return, CTRL)
    assert {"cash_counted", "day_ended"}.isdisjoint(evening.acts())
    assert evening.messages[-1][0] == "bad"
    assert "It is past 04:00" in evening.messages[-1][1]
    assert evening.view.days.name.text() == "2026-11-22 Sun"
    assert evening.figures() == ["3", "0", "0", "2", "1"]
    assert evening.view.drawer.counted.text() == "24"
    assert not evening.view.sheet.end.isVisible()
    evening.press(Qt.Key.Key_PageUp, CTRL)
    assert evening.figures() == ["0"] * 5


def test_the_sheet_is_looked_at_and_put_away_and_saved_where_one_chooses(evening: Evening, tmp_path: Path) -> None:
    evening.press(Qt.Key.Key_O, CTRL)
    assert evening.view.preview.isVisible()
    evening.qtbot.waitUntil(lambda: evening.view.preview.paper.image is not None)
    assert evening.view.preview.ground.hasFocus()
    evening.press(Qt.Key.Key_PageDown)
    assert evening.view.preview.ground.verticalScrollBar().value() > 0
    evening.press(Qt.Key.Key_Escape)
    assert not evening.view.preview.isVisible()
    assert QApplication.focusWidget() is evening.view.drawer.counted
    assert evening.view.drawer.isVisible()
    evening.press(Qt.Key.Key_O, CTRL)
    assert evening.view.sheet.look.text() == "Back to the day   Esc"
    evening.view.sheet.look.click()
    assert not evening.view.preview.isVisible()
    assert evening.view.sheet.look.text() == "Look at it   Ctrl+O"
    prompts.answer_next(tmp_path)
    evening.press(Qt.Key.Key_S, CTRL)
    assert any("Shift sheet saved" in text for _, text in evening.messages)
    assert list(tmp_path.glob("*.pdf"))


def test_a_day_whose_acts_were_changed_says_so(outlet: Outlet, come: Callable[[Services], Evening]) -> None:
    chen = outlet.chen()
    edit(chen, "UPDATE acts SET detail = '{}' WHERE kind = 'cancelled'")
    evening = come(chen)
    assert evening.view.broken.isVisible()


def test_numbers_without_a_waybill_are_marked(evening: Evening) -> None:
    evening.view._take_account(account())
    assert "Passed over: void: YT8800000000011, without a waybill: YT8800000000015 to YT8800000000016 (2)" in (
        evening.view.numbers.texts()
    )


def test_nothing_is_scanned_here_and_no_code_is_kept(evening: Evening) -> None:
    with evening.qtbot.waitSignal(evening.view.label_scanned):
        evening.view.take_scan("OA1.XXXX")
    evening.view.take_scan("YT8800000000001")
    assert evening.messages[0][0] == "warn"


def test_nothing_is_clipped_in_the_smallest_window(evening: Evening) -> None:
    view = evening.view
    view.resize(712, 376)
    assert view.minimumSizeHint().width() <= 712
    buttons = [button for button in view.findChildren(QPushButton) if button.isVisible()]

    def are_whole() -> bool:
        inside = all(button.mapTo(view, QPoint(button.width(), 0)).x() <= view.width() for button in buttons)
        return inside and all(button.width() >= button.minimumSizeHint().width() for button in buttons)

    evening.qtbot.waitUntil(are_whole)


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_typed(evening: Evening, speaking: QApplication) -> None:
    QTest.keyClicks(evening.view.drawer.counted, "20")
    languages.speak(speaking, Language.CHINESE)
    evening.qtbot.waitUntil(lambda: evening.view.sheet.end.text() == "交班并打印交班单   Ctrl+Enter")
    assert evening.view.drawer.counted.text() == "20"
    assert evening.view.carriers.texts()[0] == "圆通速递"
