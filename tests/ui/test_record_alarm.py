"""The red bar over a record that really does not fit: what it says, and how the owner takes note of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.services.session import RecordState
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.record_alarm import RecordAlarm
from outlet_app.ui.tasks import Lane
from tests.outlets import OWNER_PASSWORD, Outlet, copy_of
from tests.ui.conftest import LONG_MS
from tests.ui.finding import misfit_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


class Alarm:
    """The bar, whose outlet it is, and hands."""

    def __init__(self, outlet: Outlet, services: Services, tasks: Tasks, qtbot: QtBot, *, is_owner: bool) -> None:
        self.outlet, self.services = outlet, services
        self._tasks, self._qtbot = tasks, qtbot
        self.bar = RecordAlarm(services.scans, tasks, is_owner=is_owner)
        qtbot.addWidget(self.bar)
        self.bar.resize(1200, 60)

    def settle(self) -> None:
        self._qtbot.waitUntil(self._tasks.is_idle, timeout=LONG_MS)

    def break_record(self) -> None:
        assert self.services.scans.take(misfit_label(self.services)).outcome is ScanOutcome.MISFIT
        self.bar.look()
        self.settle()

    def acknowledge(self, reason: str) -> None:
        """As the owner does, with the keys and the scanner."""
        self.bar.activateWindow()
        self._qtbot.waitUntil(self.bar.isActiveWindow)
        if not self.bar.is_asking:
            self._qtbot.mouseClick(self.bar.acknowledge, Qt.MouseButton.LeftButton)
        self.bar.reason_text.setText(reason)
        self.bar.proof.proof.password.text.setText(OWNER_PASSWORD)
        assert self.bar.take_card(self.outlet.card)
        self._qtbot.mouseClick(self.bar.proof.do, Qt.MouseButton.LeftButton)
        self.settle()


def _open(outlet: Outlet, services: Services, tasks: Tasks, qtbot: QtBot, *, is_owner: bool) -> Iterator[Alarm]:
    alarm = Alarm(outlet, services, tasks, qtbot, is_owner=is_owner)
    yield alarm
    alarm.settle()
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    alarm.settle()


@pytest.fixture
def outlet(shop: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(shop, tmp_path / "shop")


@pytest.fixture
def clerks(outlet: Outlet, tasks: Tasks, speaking: object, qtbot: QtBot) -> Iterator[Alarm]:
    assert speaking
    yield from _open(outlet, outlet.chen(), tasks, qtbot, is_owner=False)


@pytest.fixture
def owners(outlet: Outlet, tasks: Tasks, speaking: object, qtbot: QtBot) -> Iterator[Alarm]:
    assert speaking
    yield from _open(outlet, outlet.owner(), tasks, qtbot, is_owner=True)


def test_while_everything_fits_there_is_no_bar(clerks: Alarm) -> None:
    clerks.bar.look()
    clerks.settle()
    assert not clerks.bar.isVisible()


def test_a_clerk_is_told_what_is_known_and_whom_to_tell_and_has_nothing_to_press(clerks: Alarm) -> None:
    clerks.break_record()
    assert clerks.bar.isVisible()
    said = clerks.bar.story.text()
    assert "It was seen by a scanned label." in said
    assert "at least" in said
    assert said.endswith("Tell the owner now.")
    assert not clerks.bar.acknowledge.isVisible()
    assert not clerks.bar.take_card(clerks.outlet.card)


def test_the_owner_acknowledges_with_a_reason_his_password_and_his_card(owners: Alarm, qtbot: QtBot) -> None:
    owners.break_record()
    noted: list[datetime] = []
    owners.bar.noted.connect(noted.append)
    assert owners.bar.acknowledge.isVisible()
    with qtbot.waitSignal(owners.bar.acknowledged):
        owners.acknowledge("昨晚停电后旧硬盘放了回去")
    assert not owners.bar.isVisible()
    assert not owners.bar.is_asking
    assert noted == [owners.outlet.clock.now]
    assert owners.services.session.record_state() is RecordState.CHECKING
    assert [each.reason for each in owners.services.scans.acknowledged()] == ["昨晚停电后旧硬盘放了回去"]


def test_before_he_answers_the_owner_is_told_how_many_numbers_are_left_alone(owners: Alarm, qtbot: QtBot) -> None:
    owners.break_record()
    count = owners.services.scans.numbers_lost()
    assert count > 0
    qtbot.mouseClick(owners.bar.acknowledge, Qt.MouseButton.LeftButton)
    owners.settle()
    assert owners.bar.advice.text().endswith(f"are not given out any more: {count}.")


def test_a_gap_that_lost_no_number_says_nothing_of_numbers(owners: Alarm, qtbot: QtBot) -> None:
    owners.services.session.tell_odd_row(bytes(16))
    owners.bar.look()
    owners.settle()
    qtbot.mouseClick(owners.bar.acknowledge, Qt.MouseButton.LeftButton)
    owners.settle()
    assert owners.bar.advice.text().endswith("whatever else does not fit is told again.")


def test_without_a_reason_nothing_is_acknowledged_and_the_fault_stands_at_the_reason(owners: Alarm) -> None:
    owners.break_record()
    owners.acknowledge("")
    assert owners.bar.isVisible()
    assert owners.bar.reason.fault.text() == "Still missing."
    owners.acknowledge("停电")
    assert not owners.bar.isVisible()


def test_a_wrong_password_is_told_beside_the_proof_and_the_bar_stays(owners: Alarm, qtbot: QtBot) -> None:
    owners.break_record()
    qtbot.mouseClick(owners.bar.acknowledge, Qt.MouseButton.LeftButton)
    owners.bar.reason_text.setText("停电")
    owners.bar.proof.proof.password.text.setText("not the owner's word")
    owners.bar.take_card(owners.outlet.card)
    qtbot.mouseClick(owners.bar.proof.do, Qt.MouseButton.LeftButton)
    owners.settle()
    assert owners.bar.isVisible()
    assert owners.bar.proof.fault.text().startswith("That did not open.")
    assert owners.services.session.record_state() is RecordState.BROKEN


def test_escape_drops_what_was_typed_and_the_bar_stays(owners: Alarm, qtbot: QtBot) -> None:
    owners.break_record()
    qtbot.mouseClick(owners.bar.acknowledge, Qt.MouseButton.LeftButton)
    assert owners.bar.is_asking
    owners.bar.activateWindow()
    qtbot.waitUntil(owners.bar.isActiveWindow)
    assert owners.bar.reason.isAncestorOf(QApplication.focusWidget())
    QTest.keyClicks(owners.bar.reason.field, "power cut")
    QTest.keyClick(owners.bar.reason.field, Qt.Key.Key_Return)
    assert owners.bar.proof.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(owners.bar.reason.field, Qt.Key.Key_Escape)
    assert not owners.bar.is_asking
    assert owners.bar.isVisible()
    qtbot.mouseClick(owners.bar.acknowledge, Qt.MouseButton.LeftButton)
    assert owners.bar.reason_text.text() == ""


def test_the_bar_follows_a_change_of_language(clerks: Alarm, speaking: QApplication, qtbot: QtBot) -> None:
    clerks.break_record()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: clerks.bar.headline.text() == "操作记录对不上")
    assert "扫描的面单" in clerks.bar.story.text()
