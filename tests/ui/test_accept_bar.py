"""The foot of the accept form: its button tells the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from outlet_app.domain.acceptance import faults
from outlet_app.domain.draft import WaybillDraft
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages
from outlet_app.ui.accept_bar import AcceptBar, Readiness
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_WEIGHT = Fault("weight", FaultKind.EMPTY)
NO_TICK = Fault("inspected", FaultKind.NOT_TICKED)
BAD_PHONE = Fault("recipient.phone", FaultKind.NOT_A_PHONE)


@pytest.fixture
def bar(qtbot: QtBot, speaking: object) -> AcceptBar:
    assert speaking
    made = AcceptBar(QLabel("printer"))
    qtbot.addWidget(made)
    made.resize(1200, 56)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("found", "readiness", "words"),
    [
        ((), Readiness.PRINTS, "Accept and print   Ctrl+Enter"),
        ((), Readiness.ACCEPTS, "Accept without printing   Ctrl+Enter"),
        ((), Readiness.CORRECTS_AND_PRINTS, "Put right and print the new label   Ctrl+Enter"),
        ((), Readiness.CORRECTS, "Put right without printing   Ctrl+Enter"),
        ((), Readiness.WORKS, "Accepting…"),
        ((NO_WEIGHT,), Readiness.RESTS, "One moment…"),
        ((NO_WEIGHT, NO_TICK), Readiness.PRINTS, "Still missing: weight, inspected"),
        ((BAD_PHONE,), Readiness.PRINTS, "To mend: recipient's phone"),
        ((BAD_PHONE, NO_WEIGHT), Readiness.PRINTS, "Missing or to mend: weight, recipient's phone"),
    ],
)
def test_the_button_says_what_it_will_do_or_what_is_missing(
    bar: AcceptBar, found: tuple[Fault, ...], readiness: Readiness, words: str
) -> None:
    bar.show_state(found, readiness)
    assert bar.accept.whole() == bar.accept.accessibleName() == words
    is_ready = not found and not readiness.is_busy
    assert (bar.accept.objectName() == "primary") == is_ready


def test_an_empty_form_names_its_parties_once(bar: AcceptBar) -> None:
    bar.show_state(faults(WaybillDraft(carrier="yto")), Readiness.PRINTS)
    assert bar.accept.whole() == "Still missing: sender, recipient, weight, inspected…"


def test_words_too_long_for_the_button_are_cut_and_told_as_a_tip(bar: AcceptBar) -> None:
    bar.resize(600, 56)
    bar.show_state((NO_WEIGHT, NO_TICK, BAD_PHONE), Readiness.PRINTS)
    assert bar.accept.text().endswith("…")
    assert bar.accept.toolTip() == bar.accept.whole()
    bar.stack(narrow=True)
    bar.layout().activate()
    assert bar.accept.text() == bar.accept.whole()


def test_one_key_sets_both_ticks_and_takes_both_away(bar: AcceptBar, qtbot: QtBot) -> None:
    ticks = (bar.inspected, bar.real_name_checked)
    bar.inspected.setChecked(True)
    with qtbot.waitSignal(bar.edited):
        bar.tick_both()
    assert [tick.isChecked() for tick in ticks] == [True, True]
    bar.tick_both()
    assert [tick.isChecked() for tick in ticks] == [False, False]
    bar.tick_both()
    bar.clear_for_next()
    assert [tick.isChecked() for tick in ticks] == [False, False]


def test_a_missing_tick_is_marked_once_acceptance_was_tried(bar: AcceptBar) -> None:
    bar.show_state((NO_TICK,), Readiness.PRINTS)
    before = bar.inspected.grab().toImage()
    bar.touch_all()
    assert bar.inspected.grab().toImage() != before
    other = bar.real_name_checked.grab().toImage()
    bar.show_state((), Readiness.PRINTS)
    assert bar.inspected.grab().toImage() == before
    assert bar.real_name_checked.grab().toImage() == other


def test_the_ticks_stand_still_while_the_parcel_is_accepted(bar: AcceptBar) -> None:
    bar.set_working(working=True)
    QTest.mouseClick(bar.inspected, Qt.MouseButton.LeftButton)
    assert not bar.inspected.isChecked()
    bar.set_working(working=False)
    QTest.mouseClick(bar.inspected, Qt.MouseButton.LeftButton)
    assert bar.inspected.isChecked()


def test_the_button_asks_for_acceptance(bar: AcceptBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.accept_asked):
        QTest.mouseClick(bar.accept, Qt.MouseButton.LeftButton)


def test_the_bar_speaks_the_language_of_the_screen(bar: AcceptBar, speaking: QApplication) -> None:
    bar.show_state((NO_WEIGHT, NO_TICK), Readiness.PRINTS)
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert bar.accept.whole() == "还缺：重量、已验视"
    assert bar.inspected.text() == "已验视"
