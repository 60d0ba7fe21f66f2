"""The page of the backups: how they stand, the folder, a backup now, and the drill."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from shiboken6 import isValid

from outlet_app.errors import OutletError, Stopped
from outlet_app.ui import prompts, wording
from outlet_app.ui.backup_card import BackupCard
from outlet_app.ui.drill_card import DrillCard
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from outlet_app.services.backup import Backup
    from outlet_app.services.backup_folder import FolderTrial
    from outlet_app.services.drill import Drill, DrillProgress, DrillReport
    from outlet_app.ui.backup_news import BackupNews
    from outlet_app.ui.backup_run import BackupRun
    from outlet_app.ui.tasks import Tasks


class BackupPage(OutletPage):
    """The folder is tried before it is taken; a drill can be stopped, and its result is recorded."""

    _drilled = Signal(object)

    def __init__(
        self, backup: Backup, drill: Drill, run: BackupRun, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._backup = backup
        self._drills = drill
        self._run = run
        if run.parent() is None:
            run.setParent(self)
        self._drill_stopped = False
        self._chosen = False
        self.card, self.drill = BackupCard(), DrillCard()
        for part in (self.card, self.drill):
            self.content.addWidget(part)
        self._connect()
        self.retranslate()
        self._show(run.news)

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Backup")

    def load(self) -> None:
        """Look how the backups stand."""
        self._run.look()

    def leave(self) -> None:
        """Drop what was typed for the drill."""
        self.drill.forget()

    def take_scan(self, text: str) -> bool:
        """The owner's card is for the drill."""
        return self.drill.take_card(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "Once a day and at closing the whole outlet is written to a folder outside this PC: a stick, a second "
                "disk or a share. Only your card with your password, or the recovery sheet, opens it. Kept are the "
                "last 7 days, 4 weeks and 12 months."
            )
        )

    def _connect(self) -> None:
        self._run.told.connect(self._show)
        self.card.folder_asked.connect(self._choose_folder)
        self.card.backup_asked.connect(self._run.begin)
        self.card.stop_asked.connect(self._run.stop)
        self.drill.file_asked.connect(self._choose_file)
        self.drill.drill_asked.connect(self._begin_drill)
        self.drill.stop_asked.connect(self._stop_drill)
        self._drilled.connect(self.drill.tell_progress)

    def _show(self, news: BackupNews) -> None:
        self.card.show_news(news)
        if self._chosen or self.drill.is_running or news.standing is None:
            return
        folder, last = news.standing.folder, news.standing.last
        self.drill.offer(None if folder is None or last is None else folder / last.name)

    def _folder(self) -> Path:
        standing = self._run.news.standing
        return Path.home() if standing is None or standing.folder is None else standing.folder

    def _choose_folder(self) -> None:
        folder = prompts.choose_folder(self, self.tr("Folder for backups"), self._folder())
        if folder is not None:
            self.card.setEnabled(False)
            self._tasks.run(
                Lane.FILES, partial(self._backup.try_folder, folder), self, self._take_folder, self._refuse_folder
            )

    def _take_folder(self, trial: FolderTrial) -> None:
        if trial.same_disk and not prompts.ask(
            self,
            self.tr("This folder lies on the disk of the outlet itself."),
            self.tr("Take it all the same"),
            self.tr("Choose another"),
            detail=self.tr(
                "If the disk breaks, outlet and backups are gone together. A stick or a second disk is better."
            ),
        ):
            self.card.setEnabled(True)
            return
        self._tasks.run(
            Lane.DATA, partial(self._backup.choose_folder, trial), self, self._folder_taken, self._refuse_folder
        )

    def _folder_taken(self, _nothing: None) -> None:
        self.card.setEnabled(True)
        self.message.emit("good", self.tr("Backups go to this folder from now on."))
        self._run.look()
        self._run.begin()

    def _refuse_folder(self, error: OutletError) -> None:
        self.card.setEnabled(True)
        self.message.emit("bad", wording.sentence(error))

    def _choose_file(self) -> None:
        pattern = self.tr("Backups (*.oab)")
        path = prompts.choose_file(self, self.tr("Backup to drill"), self._folder(), pattern)
        if path is not None:
            self._chosen = True
            self.drill.offer(path)

    def _begin_drill(self) -> None:
        path = self.drill.path
        assert path is not None
        self._drill_stopped = False
        if self.drill.by_sheet.isChecked():
            words = self.drill.words.text()
            work = partial(self._drills.restore_with_sheet, path, words=words, tell=self._hear)
        else:
            proof = self.drill.proof
            work = partial(
                self._drills.restore_with_card,
                path,
                password=proof.password.text.text(),
                card=proof.card,
                tell=self._hear,
            )
        self.drill.begun()
        self._tasks.run(Lane.FILES, partial(_unless_stopped, work), self, self._note_drill, self._drill_failed)

    def _stop_drill(self) -> None:
        self._drill_stopped = True

    def _hear(self, progress: DrillProgress) -> None:
        """On the files lane: end a drill that was stopped, and pass on how far it is."""
        if self._drill_stopped or not isValid(self):
            raise Stopped
        self._drilled.emit(progress)

    def _note_drill(self, report: DrillReport | None) -> None:
        if report is None:
            self.drill.ended(None)
            return
        self.drill.forget()
        self.drill.ended(report)
        self._tasks.run(Lane.DATA, partial(self._drills.note_drill, report), self, _noted, self.tell_trouble)

    def _drill_failed(self, error: OutletError) -> None:
        self.drill.ended(error)


def _unless_stopped(work: Callable[[], DrillReport]) -> DrillReport | None:
    """On the files lane; None when it was stopped, which nobody must hear of when the page is gone."""
    try:
        return work()
    except Stopped:
        return None


def _noted(_nothing: None) -> None:
    """The drill stands in the record."""
