"""The backup at closing: made when the day's work is worth one, with progress, and nobody is kept from going home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import backup_news, theme, wording
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.backup import Backup
    from outlet_app.ui.backup_news import BackupNews
    from outlet_app.ui.tasks import Tasks

_WIDE_PX = 480


class ClosingBackup(QWidget):
    """`ended`: the window may close, with a backup or without one."""

    ended = Signal()

    def __init__(self, backup: Backup, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backup = backup
        self._tasks = tasks
        self._trouble: OutletError | None = None
        self._over = False
        self.run = BackupRun(backup, tasks, self)
        self.icon, self.heading, self.state = QLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.again, self.without = QPushButton(), QPushButton()
        self._lay_out()
        self.run.told.connect(self._show)
        self.run.ended.connect(self._end_run)
        self.again.clicked.connect(self._begin)
        self.without.clicked.connect(self._go)
        self.setFocusProxy(self.without)
        self.retranslate()

    def begin(self) -> None:
        """Make a backup if one is due, and end."""
        self._tasks.run(
            Lane.DATA, partial(self._backup.is_due, closing=True), self, self._begin_when_due, self._give_up
        )

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Backup before closing"))
        self.again.setText(self.tr("Try again"))
        self.without.setText(self.tr("Close without backup"))
        self.progress.setAccessibleName(self.tr("How far the backup is"))
        self._show(self.run.news)

    def _begin_when_due(self, due: bool) -> None:  # noqa: FBT001 - the answer of `is_due`
        if due:
            self._begin()
        else:
            self._go()

    def _begin(self) -> None:
        self._trouble = None
        self.run.begin()
        self.without.setFocus()

    def _give_up(self, _: OutletError) -> None:
        self._go()

    def _end_run(self, trouble: OutletError | None) -> None:
        if trouble is None:
            self._go()
            return
        self._trouble = trouble
        self._show(self.run.news)

    def _go(self) -> None:
        self.run.halt()
        if not self._over:
            self._over = True
            self.ended.emit()

    def _show(self, news: BackupNews) -> None:
        trouble = self._trouble
        running = trouble is None
        theme.wear_icon(self.icon, "backup" if running else "fault", Token.MUTED if running else Token.BAD)
        said = backup_news.words(news)
        if trouble is None:
            self.state.setText(backup_news.stage_name(news.progress))
        elif said is not None and news.trouble is not None:
            self.state.setText(said.story)  # the folder by its name, and which backup there is
        else:
            self.state.setText(wording.sentence(trouble))
        self.progress.setValue(backup_news.percent(news.progress))
        self.progress.setVisible(running)
        self.again.setVisible(not running)

    def _lay_out(self) -> None:
        self.heading.setObjectName("question")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setTextVisible(False)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.icon)
        head.addWidget(self.heading, stretch=1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        foot.addStretch()
        for button in (self.again, self.without):
            button.setAutoDefault(False)
            foot.addWidget(button)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDE_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        inside.setSpacing(2 * theme.GRID_PX)
        inside.addLayout(head)
        inside.addWidget(self.state)
        inside.addWidget(self.progress)
        inside.addLayout(foot)
        page = QVBoxLayout(self)
        page.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
