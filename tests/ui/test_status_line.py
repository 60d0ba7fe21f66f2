"""Tests of the facts at the foot of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Account, Role
from outlet_app.services.backup_folder import BackupStanding
from outlet_app.services.session import RecordState, Today
from outlet_app.ui import languages
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.languages import Language
from outlet_app.ui.status_line import StatusLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def line(qtbot: QtBot, speaking: object) -> StatusLine:
    assert speaking
    shown = StatusLine(Account(bytes(16), "陈伟", Role.CLERK))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_nothing_is_claimed_before_it_is_known(line: StatusLine) -> None:
    assert line.person.text.text() == "陈伟"
    assert [fact.isVisible() for fact in (line.printer, line.backup, line.record, line.today)] == [False] * 4


def test_each_state_of_the_record_has_its_own_words(line: StatusLine) -> None:
    words = set()
    for state in RecordState:
        line.tell_record(state)
        words.add(line.record.text.text())
    assert len(words) == len(RecordState)
    assert line.record.isVisible()


def test_a_gap_that_the_owner_took_note_of_stays_named_but_never_hides_a_new_one(line: StatusLine) -> None:
    line.tell_record(RecordState.GOOD)
    line.tell_acknowledged(datetime(2026, 11, 22, 1, 30, tzinfo=UTC))
    assert line.record.text.text() == "Record ✓, gap acknowledged 2026-11-22"
    line.tell_record(RecordState.BROKEN)
    assert line.record.text.text() == "Record broken"


def test_the_printer_s_fact_says_whether_labels_get_their_code(line: StatusLine) -> None:
    line.tell_printer("Zebra", coded=True)
    assert line.printer.text.text() == "Zebra ✓"
    line.tell_printer("Zebra", coded=False)
    assert line.printer.text.text() == "Zebra, without code"
    line.tell_printer("", coded=False)
    assert line.printer.text.text() == "No printer"


def test_what_is_known_is_said_again_in_the_new_language(
    line: StatusLine, speaking: QApplication, qtbot: QtBot
) -> None:
    line.tell_printer("Zebra", coded=False)
    line.tell_record(RecordState.GOOD)
    line.tell_backup(BackupNews(BackupStanding(None, None)))
    assert line.backup.text.text() == "No backup set up"
    line.tell_today(Today(128, 96))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: line.today.text.text() == "今日 收寄 128 / 到件 96")
    assert line.printer.text.text() == "Zebra · 无码"
    assert line.record.text.text() == "操作记录 ✓"
    assert line.backup.text.text() == "未设置备份"
    assert line.person.toolTip().startswith("店员")


def test_a_printer_s_name_is_text_and_never_markup(line: StatusLine) -> None:
    line.tell_printer("<b>x</b>", coded=True)
    assert "<b>x</b>" in line.printer.text.text()
    assert line.printer.text.textFormat().name == "PlainText"
