"""Tests of verifying on demand, over a real outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.activity import ActivityKind
from outlet_app.services import review as service
from outlet_app.services.review import ActFilter, VerifyState
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from outlet_app.ui.verify_panel import VerifyPanel
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.review import Verification
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def panel(
    owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication, monkeypatch: pytest.MonkeyPatch
) -> VerifyPanel:
    assert speaking
    monkeypatch.setattr(service, "VERIFIED_AT_ONCE", 3)
    shown = VerifyPanel(owner.review, tasks)
    qtbot.addWidget(shown)
    shown.resize(900, 40)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def _run(panel: VerifyPanel, qtbot: QtBot) -> Verification:
    with qtbot.waitSignal(panel.ended, timeout=LONG_MS) as told:
        panel.begin.setFocus()
        QTest.keyClick(panel.begin, Qt.Key.Key_Space)
    ended: Verification = told.args[0]
    return ended


def _change(owner: Services, sql: str) -> None:
    with owner.session.store._database.transaction() as cursor:
        cursor.run(sql)


def _recorded(owner: Services) -> int:
    kinds = [act.kind for act in owner.review.acts(ActFilter()).acts]
    return kinds.count(ActivityKind.RECORD_VERIFIED)


def test_before_it_begins_it_says_what_it_does(panel: VerifyPanel) -> None:
    assert panel.result.whole() == "Checks every act and signature from the first."
    assert panel.begin.isVisible()
    assert not any(part.isVisible() for part in (panel.progress, panel.stop, panel.show_place))


def test_a_broken_record_says_what_to_do_and_a_whole_one_does_not(
    panel: VerifyPanel, owner: Services, qtbot: QtBot
) -> None:
    assert not panel.advice.isVisible()
    _change(owner, "UPDATE acts SET detail = '{}' WHERE n = 5")
    _run(panel, qtbot)
    assert panel.advice.isVisible()
    assert "acknowledge it in the red bar" in panel.advice.text()


def test_a_whole_record_is_said_to_be_whole(panel: VerifyPanel, owner: Services, qtbot: QtBot) -> None:
    count = owner.session.store.checkpoint().n
    assert _run(panel, qtbot).state is VerifyState.WHOLE
    assert panel.result.whole() == f"The record is whole: {count} acts, each as its person signed it."
    assert panel.icon.property("iconName") == "done"
    assert panel.begin.hasFocus()
    assert not panel.is_running
    assert _recorded(owner) == 1


def test_it_shows_how_far_it_is_and_can_be_stopped_by_a_key(panel: VerifyPanel, owner: Services, qtbot: QtBot) -> None:
    panel.begin.setFocus()
    QTest.keyClick(panel.begin, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.progress.value() > 0)
    assert panel.progress.isVisible()
    assert panel.progress.value() < panel.progress.maximum()
    assert panel.stop.hasFocus()
    QTest.keyClick(panel.stop, Qt.Key.Key_Space)
    assert panel.result.whole().startswith("Stopped.")
    assert not panel.is_running
    qtbot.wait(100)
    assert panel.begin.isVisible()
    assert _recorded(owner) == 0


def test_the_counter_goes_on_while_it_runs(panel: VerifyPanel, owner: Services, tasks: Tasks, qtbot: QtBot) -> None:
    done: list[bool] = []
    panel.begin.click()
    with qtbot.waitSignal(panel.ended, timeout=LONG_MS):
        tasks.run(Lane.DATA, owner.session.today, panel, lambda _: done.append(panel.is_running))
    assert done == [True]


def test_a_break_is_told_with_its_place_and_leads_there(panel: VerifyPanel, owner: Services, qtbot: QtBot) -> None:
    _change(owner, "UPDATE acts SET kind = 'printed' WHERE n = 6")
    asked: list[int] = []
    panel.place_asked.connect(asked.append)
    panel.show_place.click()
    assert _run(panel, qtbot).state is VerifyState.BROKEN
    assert panel.result.whole().startswith("The record was changed: act 6, about ")
    assert panel.icon.property("iconName") == "fault"
    panel.show_place.click()
    assert asked == [6]


def test_a_record_without_its_beginning_is_told_without_a_time(
    panel: VerifyPanel, owner: Services, qtbot: QtBot
) -> None:
    _change(owner, "DELETE FROM acts WHERE n = 1")
    _run(panel, qtbot)
    assert panel.result.whole() == "The record was changed: act 1 does not fit."


def test_a_known_error_stands_where_the_result_would(
    panel: VerifyPanel, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    owner.session.lock()
    panel.begin.click()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert "PIN" in panel.result.whole()
    assert panel.icon.property("iconName") == "fault"
    assert panel.begin.isVisible()
    assert not panel.is_running


def test_the_result_is_told_in_another_language_too(panel: VerifyPanel, qtbot: QtBot, speaking: QApplication) -> None:
    _run(panel, qtbot)
    languages.speak(speaking, Language.CHINESE)
    QTest.qWait(20)
    assert panel.result.whole().startswith("操作记录完整：共 ")
    assert panel.begin.text() == "校验操作记录"
