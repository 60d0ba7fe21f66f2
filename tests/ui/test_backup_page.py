"""The page of the backups, as an owner uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from outlet_app.domain.activity import ActivityKind
from outlet_app.store import activities
from outlet_app.ui import languages, prompts
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.backup_page import BackupPage
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.languages import Language
from tests.outlets import OWNER_PASSWORD
from tests.ui.equipping import cut_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, BackupPage)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def page(equipping: Equipping) -> BackupPage:
    return equipping.open(BackupPage)


def choose(equipping: Equipping, page: BackupPage, folder: Path) -> None:
    """The owner takes a folder, which lies on the same disk in a test."""
    prompts.answer_next(folder, True)
    page.card.choose.click()
    equipping.settle()


def kinds(equipping: Equipping) -> list[str]:
    return [act.kind for act in activities.after(equipping.services.session.store.reader, 0, 1000)]


def test_an_outlet_without_a_folder_is_told_so_and_offered_to_choose_one(page: BackupPage) -> None:
    assert page.card.heading.text() == "No backup set up"
    assert page.card.make.isHidden()
    assert not page.card.choose.isHidden()
    assert not page.drill.begin.isEnabled()
    assert page.drill.file.text() == "There is no backup to drill yet."


def test_a_chosen_folder_gets_its_first_backup_at_once(equipping: Equipping, page: BackupPage, stick: Path) -> None:
    choose(equipping, page, stick)
    assert ("good", "Backups go to this folder from now on.") in equipping.messages
    assert len(list(stick.glob("*.oab"))) == 1
    assert page.card.heading.text().startswith("Backup ")
    assert page.card.heading.text().endswith("✓")
    assert page.card.kept.text().startswith("1 backup,")
    assert page.card.extent.text().endswith(" MB")
    assert page.card.make.isVisible()
    page.card.make.click()
    equipping.settle()
    assert kinds(equipping).count(ActivityKind.BACKUP_MADE) == 2


def test_a_folder_on_the_outlets_own_disk_can_be_thought_over(
    equipping: Equipping, page: BackupPage, stick: Path
) -> None:
    prompts.answer_next(stick, False)
    page.card.choose.click()
    equipping.settle()
    assert page.card.heading.text() == "No backup set up"
    assert page.card.isEnabled()
    prompts.answer_next(None)
    page.card.choose.click()
    equipping.settle()
    assert list(stick.iterdir()) == []


def test_the_outlets_own_folder_is_refused_with_a_reason(equipping: Equipping, page: BackupPage) -> None:
    prompts.answer_next(equipping.outlet.place.folder)
    page.card.choose.click()
    equipping.settle()
    assert equipping.messages[-1][0] == "bad"
    assert "lost with them" in equipping.messages[-1][1]
    assert page.card.isEnabled()


def test_a_drill_by_card_tells_that_the_backup_is_whole_and_is_recorded(
    equipping: Equipping, page: BackupPage, stick: Path
) -> None:
    choose(equipping, page, stick)
    page.drill.proof.password.text.setFocus()
    equipping.type(OWNER_PASSWORD)
    assert not page.drill.begin.isEnabled()
    equipping.view.take_scan(equipping.outlet.card)
    assert page.drill.begin.isEnabled()
    equipping.press(Qt.Key.Key_Return)
    assert page.drill.is_running
    equipping.settle()
    assert "is whole" in page.drill.result.text()
    assert page.drill.proof.card == ""
    assert page.drill.proof.password.text.text() == ""
    assert ActivityKind.BACKUP_CHECKED in kinds(equipping)


def test_a_wrong_password_or_sheet_is_said_beside_the_drill(
    equipping: Equipping, page: BackupPage, stick: Path
) -> None:
    choose(equipping, page, stick)
    page.drill.proof.password.text.setText("another sentence")
    equipping.view.take_scan(equipping.outlet.card)
    page.drill.begin.click()
    equipping.settle()
    assert page.drill.result.text() == "That did not open. Check what you typed and try again."
    page.drill.by_sheet.setChecked(True)
    page.drill.words.setFocus()
    equipping.type("one two three")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.drill.result.text() == "This is no code of this program. Scan it again."


def test_a_damaged_backup_is_named_by_the_drill(equipping: Equipping, page: BackupPage, stick: Path) -> None:
    choose(equipping, page, stick)
    path = next(stick.iterdir())
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(bytes(data))
    prompts.answer_next(path)
    page.drill.other.click()
    page.drill.proof.password.text.setText(OWNER_PASSWORD)
    equipping.view.take_scan(equipping.outlet.card)
    page.drill.begin.click()
    equipping.settle()
    assert "the file is damaged" in page.drill.result.text()


def test_a_drill_can_be_stopped(equipping: Equipping, page: BackupPage, stick: Path) -> None:
    choose(equipping, page, stick)
    page.drill.proof.password.text.setText(OWNER_PASSWORD)
    equipping.view.take_scan(equipping.outlet.card)
    page.drill.begin.click()
    page.drill.stop.click()
    equipping.settle()
    assert not page.drill.is_running
    assert page.drill.result.isHidden()
    assert ActivityKind.BACKUP_CHECKED not in kinds(equipping)


def test_leaving_the_page_drops_what_was_typed_for_the_drill(
    equipping: Equipping, page: BackupPage, stick: Path
) -> None:
    choose(equipping, page, stick)
    page.drill.proof.password.text.setText(OWNER_PASSWORD)
    equipping.view.take_scan(equipping.outlet.card)
    page.drill.words.put("的 三")
    equipping.view.names.setCurrentRow(0)
    assert (page.drill.proof.card, page.drill.proof.password.text.text(), page.drill.words.text()) == ("", "", "")


@pytest.mark.parametrize("language", Language)
def test_nothing_on_the_page_is_cut(
    equipping: Equipping, page: BackupPage, stick: Path, speaking: QApplication, language: Language
) -> None:
    choose(equipping, page, stick)
    languages.speak(speaking, language)
    equipping.settle()
    equipping.qtbot.waitUntil(lambda: not cut_words(page))
    page.drill.by_sheet.setChecked(True)
    equipping.settle()
    equipping.qtbot.waitUntil(lambda: not cut_words(page))


def test_a_page_that_goes_in_the_middle_of_a_drill_ends_it_without_a_word(
    equipping: Equipping, page: BackupPage, stick: Path
) -> None:
    choose(equipping, page, stick)
    services, tasks = equipping.services, equipping.tasks
    gone = BackupPage(services.backup, services.drill, BackupRun(services.backup, tasks), tasks)
    gone.drill.offer(page.drill.path)
    gone.drill.proof.password.text.setText(OWNER_PASSWORD)
    gone.take_scan(equipping.outlet.card)
    gone._begin_drill()
    delete(gone)
    equipping.settle()
    assert equipping.troubles == []
    assert not equipping.outlet.place.drill_folder.exists()
