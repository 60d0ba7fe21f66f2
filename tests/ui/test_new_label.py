"""A new coded label at the counter: by the label in hand, or by the owner's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.services.found import found
from outlet_app.store import waybills
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.new_label import NewLabel
from outlet_app.ui.tasks import Lane
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, copy_of, make_outlet
from tests.services.revealing import accept, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.sealing.label_code import LabelCode
    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.labels import PrintJob
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


class Bench:
    """The form over a parcel that was just accepted, and what it told."""

    def __init__(self, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.services, self.tasks, self.qtbot = services, tasks, qtbot
        self.printer: Printer | None = LABEL_PRINTER
        self.made: list[PrintJob] = []
        accepted, self.code = accept(services)
        self.record_id = accepted.record_id
        self.form = NewLabel(services.printing_desk, tasks, lambda: self.printer)
        self.form.made.connect(self.made.append)
        qtbot.addWidget(self.form)
        self.form.resize(560, 300)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)

    def begin(self, code: LabelCode | None = None) -> None:
        if code is not None:
            hold(self.services, self.record_id, code)
        self.form.show_waybill(self.waybill())
        self.settle()

    def waybill(self) -> FoundWaybill:
        kept = waybills.by_id(self.services.session.store.reader, self.record_id)
        assert kept is not None
        return found(kept)

    def settle(self) -> None:
        self.qtbot.waitUntil(self.tasks.is_idle)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.form, key)
        self.settle()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("new-label"), printers=(LABEL_PRINTER,))


@pytest.fixture
def outlet(model: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(model, tmp_path / "copy")


@pytest.fixture
def bench(tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> Iterator[Callable[[Services], Bench]]:
    assert speaking
    opened: list[Bench] = []

    def open_for(services: Services) -> Bench:
        opened.append(Bench(services, tasks, qtbot))
        return opened[-1]

    yield open_for
    for each in opened:
        tasks.run(Lane.DATA, each.services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def test_with_the_old_label_in_hand_one_key_makes_the_new_one(
    outlet: Outlet, bench: Callable[[Services], Bench]
) -> None:
    at = bench(outlet.chen())
    at.begin(at.code)
    assert not at.form.proof.isVisible()
    assert "tear up" in at.form.story.text()
    with at.qtbot.waitSignal(at.form.changed) as changed:
        at.press(Qt.Key.Key_Return)
    (job,) = at.made
    assert changed.args == [job.number]
    assert job.coded


def test_without_it_a_clerk_is_told_what_to_do_and_nothing_can_be_pressed(
    outlet: Outlet, bench: Callable[[Services], Bench]
) -> None:
    at = bench(outlet.chen())
    at.begin()
    assert "Scan the old label" in at.form.story.text()
    assert not at.form.do.isEnabled()
    at.press(Qt.Key.Key_Return)
    assert at.made == []
    with at.qtbot.waitSignal(at.form.given_up):
        at.press(Qt.Key.Key_Escape)


def test_the_owner_makes_it_with_password_and_card_which_are_dropped_then(
    outlet: Outlet, bench: Callable[[Services], Bench]
) -> None:
    at = bench(outlet.owner())
    at.begin()
    assert at.form.is_asking
    at.press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), OWNER_PASSWORD)
    at.press(Qt.Key.Key_Return)
    assert "card is still missing" in at.form.fault.text()
    assert not at.form.take_card("YT8800000000001")
    assert at.form.take_card(outlet.card)
    with at.qtbot.waitSignal(at.form.changed):
        at.form.make()
    at.settle()
    assert len(at.made) == 1
    assert (at.form.proof.password.text.text(), at.form.proof.card) == ("", "")


def test_a_wrong_password_is_said_in_the_form_and_can_be_typed_over(
    outlet: Outlet, bench: Callable[[Services], Bench]
) -> None:
    at = bench(outlet.owner())
    at.begin()
    QTest.keyClicks(QApplication.focusWidget(), "not his password")
    at.form.take_card(outlet.card)
    at.press(Qt.Key.Key_Return)
    assert at.form.fault.isVisible()
    assert at.form.fault.text()
    assert at.form.proof.password.text.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), OWNER_PASSWORD)
    assert not at.form.fault.isVisible()
    at.press(Qt.Key.Key_Return)
    assert len(at.made) == 1


def test_no_card_is_taken_while_none_is_asked_for(outlet: Outlet, bench: Callable[[Services], Bench]) -> None:
    at = bench(outlet.chen())
    at.begin(at.code)
    assert not at.form.take_card(outlet.card)
    assert at.form.proof.card == ""


def test_without_a_printer_it_says_so_and_makes_nothing(outlet: Outlet, bench: Callable[[Services], Bench]) -> None:
    at = bench(outlet.chen())
    at.printer = None
    at.begin(at.code)
    before = at.services.session.store.checkpoint()
    at.press(Qt.Key.Key_Return)
    assert at.form.fault.text() == "Choose a printer first."
    assert at.services.session.store.checkpoint() == before


def test_the_limit_of_a_waybill_is_told_in_the_form(outlet: Outlet, bench: Callable[[Services], Bench]) -> None:
    at = bench(outlet.owner())
    for _ in range(3):
        at.services.printing_desk.relabel_by_owner(at.record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card)
    at.begin()
    QTest.keyClicks(QApplication.focusWidget(), OWNER_PASSWORD)
    at.form.take_card(outlet.card)
    at.press(Qt.Key.Key_Return)
    assert "limit" in at.form.fault.text().lower()
    assert at.made == []


def test_the_buttons_do_as_the_keys(outlet: Outlet, bench: Callable[[Services], Bench]) -> None:
    at = bench(outlet.chen())
    at.begin(at.code)
    with at.qtbot.waitSignal(at.form.given_up):
        QTest.mouseClick(at.form.leave, Qt.MouseButton.LeftButton)
    with at.qtbot.waitSignal(at.form.changed):
        QTest.mouseClick(at.form.do, Qt.MouseButton.LeftButton)


def test_it_speaks_the_language_of_the_screen(
    outlet: Outlet, bench: Callable[[Services], Bench], speaking: QApplication
) -> None:
    at = bench(outlet.owner())
    at.begin()
    QTest.keyClicks(QApplication.focusWidget(), "half")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert at.form.heading.text() == "YT8800000000001 重制有码面单"
    assert not at.form.story.text().isascii()
    assert at.form.proof.password.text.text() == "half"
