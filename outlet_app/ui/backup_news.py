"""What is known of the backups, and the words for it: a few for the status line, a sentence for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.errors import DiskFull, FileMissing, OutletError
from outlet_app.services.backup import BackupStage, Proof
from outlet_app.services.backup_folder import FolderState
from outlet_app.ui import wording
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.backup import BackupProgress
    from outlet_app.services.backup_folder import BackupStanding, FolderLook

_STAGES: dict[BackupStage, object] = {
    BackupStage.COPYING: QT_TRANSLATE_NOOP("BackupNews", "Copying the database…"),
    BackupStage.CHECKING: QT_TRANSLATE_NOOP("BackupNews", "Checking the copy…"),
    BackupStage.WRITING: QT_TRANSLATE_NOOP("BackupNews", "Writing to the folder and reading back…"),
}
_SHARES = {BackupStage.COPYING: (0, 45), BackupStage.CHECKING: (45, 10), BackupStage.WRITING: (55, 45)}
"""From where to where a stage goes in a hundred; by time, of an outlet with a usual stick."""


@dataclass(frozen=True, slots=True)
class Words:
    """An icon, its colour, a few words, and a sentence that says what is so and what to do."""

    icon: str
    token: Token
    short: str
    story: str


@dataclass(frozen=True, slots=True)
class BackupNews:
    """What is known now. `look` is None until the folder was looked into; `trouble` is why the last try failed."""

    standing: BackupStanding | None = None
    look: FolderLook | None = None
    trouble: OutletError | None = None
    progress: BackupProgress | None = None
    is_running: bool = False

    def begun(self) -> BackupNews:
        """A backup was begun."""
        return replace(self, is_running=True, progress=None)

    def ended(self, trouble: OutletError | None) -> BackupNews:
        """It has ended, well or with trouble."""
        return replace(self, is_running=False, progress=None, trouble=trouble)

    def standing_so(self, standing: BackupStanding) -> BackupNews:
        """How the backups stand; another folder has no trouble yet."""
        moved = self.standing is not None and self.standing.folder != standing.folder
        trouble = None if moved else self.trouble
        return replace(self, standing=standing, trouble=trouble, look=None if moved else self.look)

    def looking_so(self, look: FolderLook) -> BackupNews:
        """What a look into the folder found; a stick that is there again is missing no more."""
        there = look.state is not FolderState.MISSING
        back = there and isinstance(self.trouble, FileMissing)
        return replace(self, look=look, trouble=None if back else self.trouble)

    def as_far_as(self, progress: BackupProgress) -> BackupNews:
        """How far it is."""
        return replace(self, progress=progress)


def percent(progress: BackupProgress | None) -> int:
    """How far a backup is, of a hundred."""
    if progress is None:
        return 0
    start, share = _SHARES[progress.stage]
    return start + share * progress.done // max(1, progress.whole)


def stage_name(progress: BackupProgress | None) -> str:
    """What a backup is at."""
    return (
        QCoreApplication.translate("BackupNews", "Beginning…")
        if progress is None
        else _translated(_STAGES[progress.stage])
    )


def moment_name(at: datetime) -> str:
    """A moment (UTC) on the outlet's clock, to the minute."""
    return f"{outlet_time(at):%m-%d %H:%M}"


def words(news: BackupNews) -> Words | None:
    """What to say; None while nothing is known yet."""
    standing = news.standing
    if standing is None:
        return None
    if news.is_running:
        short = QCoreApplication.translate("BackupNews", "Backup: {percent} %").format(percent=percent(news.progress))
        return Words("backup", Token.MUTED, short, stage_name(news.progress))
    if standing.folder is None:
        story = QCoreApplication.translate(
            "BackupNews", "If this PC breaks, everything is lost. The owner chooses a stick or a second disk."
        )
        return Words("doubt", Token.WARN, QCoreApplication.translate("BackupNews", "No backup set up"), story)
    return _trouble(news, str(standing.folder)) or _made(news, standing)


def _trouble(news: BackupNews, folder: str) -> Words | None:
    missing = news.look is not None and news.look.state is FolderState.MISSING
    if missing or isinstance(news.trouble, FileMissing):
        story = QCoreApplication.translate(
            "BackupNews", "{folder} is not there. Plug the stick in, or choose another folder."
        ).format(folder=folder)
        return Words(
            "fault",
            Token.BAD,
            QCoreApplication.translate("BackupNews", "Backup folder missing"),
            story + _last_good(news),
        )
    if isinstance(news.trouble, DiskFull) and str(news.trouble.path.parent) == folder:
        story = QCoreApplication.translate(
            "BackupNews", "{folder} is full. Take other files off it, or choose another folder."
        ).format(folder=folder)
        return Words(
            "fault", Token.BAD, QCoreApplication.translate("BackupNews", "Backup folder full"), story + _last_good(news)
        )
    if news.trouble is not None:
        return Words(
            "fault",
            Token.BAD,
            QCoreApplication.translate("BackupNews", "Backup failed"),
            wording.sentence(news.trouble) + _last_good(news),
        )
    return None


def _made(news: BackupNews, standing: BackupStanding) -> Words:
    last = standing.last
    if last is None:
        story = QCoreApplication.translate(
            "BackupNews", "The first one is made by itself, some minutes after somebody comes to the counter."
        )
        return Words("doubt", Token.WARN, QCoreApplication.translate("BackupNews", "No backup yet"), story)
    state = FolderState.THERE if news.look is None else news.look.state
    if state is FolderState.LAST_GONE:
        story = QCoreApplication.translate(
            "BackupNews", "The last backup, {name}, is no longer in the folder. Make a new one."
        )
        return Words(
            "fault", Token.BAD, QCoreApplication.translate("BackupNews", "Backup gone"), story.format(name=last.name)
        )
    if state is FolderState.LAST_CHANGED:
        story = QCoreApplication.translate(
            "BackupNews", "The last backup, {name}, is not as it was written. Make a new one on another disk."
        )
        return Words(
            "fault", Token.BAD, QCoreApplication.translate("BackupNews", "Backup damaged"), story.format(name=last.name)
        )
    if last.proof is Proof.FAILS:
        story = QCoreApplication.translate(
            "BackupNews", "The owner's key does not open the last backup. Make a new one now."
        )
        return Words("fault", Token.BAD, QCoreApplication.translate("BackupNews", "Backup does not open"), story)
    if standing.sheet_is_lost:
        story = QCoreApplication.translate(
            "BackupNews",
            "Another hand changed the key file: the recovery sheet opens no backup that is made now. The owner makes "
            "new keys at once: Outlet, Keys.",
        )
        return Words(
            "fault", Token.BAD, QCoreApplication.translate("BackupNews", "Recovery sheet opens nothing"), story
        )
    at = moment_name(last.made_at)
    story = QCoreApplication.translate("BackupNews", "Last good backup: {at}, in {folder}.").format(
        at=at, folder=standing.folder
    )
    return Words("backup", Token.GOOD, QCoreApplication.translate("BackupNews", "Backup {at} ✓").format(at=at), story)


def _last_good(news: BackupNews) -> str:
    last = None if news.standing is None else news.standing.last
    if last is None:
        return " " + QCoreApplication.translate("BackupNews", "There is no backup yet.")
    return " " + QCoreApplication.translate("BackupNews", "The last good backup is of {at}.").format(
        at=moment_name(last.made_at)
    )


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("BackupNews", str(text))
