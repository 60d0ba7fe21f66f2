"""Words for every state of the backups, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import BackupUnproven, DiskFull, FileMissing
from outlet_app.services.backup import BackupProgress, BackupStage, Proof
from outlet_app.services.backup_folder import BackupStanding, FolderLook, FolderState, LastBackup
from outlet_app.ui import backup_news, languages
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.languages import Language
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STICK = Path("/media/stick")
MADE = datetime(2026, 11, 22, 5, 2, tzinfo=UTC)
LAST = LastBackup("outlet-backup-20261122-050200.oab", MADE, 83_000_000, 40, Proof.OPENS, b"")
GOOD = BackupNews(BackupStanding(STICK, LAST), FolderLook(FolderState.THERE))
LATER = BackupProgress(BackupStage.WRITING, 1, 2)
STATES: dict[str, tuple[BackupNews, str, Token]] = {
    "good": (GOOD, "Backup 11-22 13:02 ✓", Token.GOOD),
    "not set up": (BackupNews(BackupStanding(None, None)), "No backup set up", Token.WARN),
    "none yet": (BackupNews(BackupStanding(STICK, None)), "No backup yet", Token.WARN),
    "running": (replace(GOOD, is_running=True, progress=LATER), "Backup: 77 %", Token.MUTED),
    "begun": (GOOD.begun(), "Backup: 0 %", Token.MUTED),
    "missing": (replace(GOOD, look=FolderLook(FolderState.MISSING)), "Backup folder missing", Token.BAD),
    "pulled": (GOOD.ended(FileMissing(STICK)), "Backup folder missing", Token.BAD),
    "full": (GOOD.ended(DiskFull(STICK / LAST.name)), "Backup folder full", Token.BAD),
    "PC full": (GOOD.ended(DiskFull(Path("/data/backup-part.db"))), "Backup failed", Token.BAD),
    "unproven": (GOOD.ended(BackupUnproven(STICK / LAST.name)), "Backup failed", Token.BAD),
    "gone": (replace(GOOD, look=FolderLook(FolderState.LAST_GONE)), "Backup gone", Token.BAD),
    "changed": (replace(GOOD, look=FolderLook(FolderState.LAST_CHANGED)), "Backup damaged", Token.BAD),
    "not the owner's": (
        replace(GOOD, standing=BackupStanding(STICK, replace(LAST, proof=Proof.FAILS))),
        "Backup does not open",
        Token.BAD,
    ),
    "no sheet": (
        replace(GOOD, standing=BackupStanding(STICK, LAST, sheet_is_lost=True)),
        "Recovery sheet opens nothing",
        Token.BAD,
    ),
    "first failed": (
        BackupNews(BackupStanding(STICK, None), trouble=FileMissing(STICK)),
        "Backup folder missing",
        Token.BAD,
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_told_with_a_word_and_a_sentence(speaking: QApplication, state: str) -> None:
    news, short, token = STATES[state]
    said = backup_news.words(news)
    assert said is not None
    assert (said.short, said.token) == (short, token)
    languages.speak(speaking, Language.CHINESE)
    chinese = backup_news.words(news)
    assert chinese is not None
    assert chinese.story != said.story
    assert not any(word in chinese.short for word in ("Backup", "backup"))


def test_before_anything_is_known_nothing_is_said() -> None:
    assert backup_news.words(BackupNews()) is None


def test_a_bad_state_tells_which_backup_is_good_and_that_there_is_none(speaking: QApplication) -> None:
    assert speaking
    pulled = backup_news.words(GOOD.ended(FileMissing(STICK)))
    assert pulled is not None
    assert pulled.story.endswith("The last good backup is of 11-22 13:02.")
    first = backup_news.words(STATES["first failed"][0])
    assert first is not None
    assert first.story.endswith("There is no backup yet.")


def test_trouble_goes_with_another_folder_and_a_missing_stick_with_its_coming_back() -> None:
    pulled = GOOD.ended(FileMissing(STICK))
    assert pulled.standing_so(BackupStanding(STICK, LAST)).trouble is not None
    assert pulled.standing_so(BackupStanding(Path("/other"), None)).trouble is None
    assert pulled.looking_so(FolderLook(FolderState.THERE)).trouble is None
    full = GOOD.ended(DiskFull(STICK / LAST.name))
    assert full.looking_so(FolderLook(FolderState.THERE)).trouble is not None


def test_a_stage_goes_on_where_the_one_before_ended(speaking: QApplication) -> None:
    assert speaking
    shares = [backup_news.percent(BackupProgress(stage, done, 1)) for stage in BackupStage for done in (0, 1)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 100)
    assert backup_news.stage_name(None) == "Beginning…"
    assert backup_news.stage_name(LATER) == "Writing to the folder and reading back…"
