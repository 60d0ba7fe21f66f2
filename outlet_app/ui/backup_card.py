"""How the backups stand: the last one, the folder, how far the present one is, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import backup_news, theme
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.form_row import CutLabel
from outlet_app.ui.theme import Token

_MB = 1_000_000
_GB = 1000 * _MB


class BackupCard(QFrame):
    """`folder_asked`, `backup_asked`, `stop_asked`: the buttons."""

    folder_asked = Signal()
    backup_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._news = BackupNews()
        self.icon, self.heading, self.story = QLabel(), QLabel(), QLabel()
        self.captions = [QLabel() for _ in range(3)]
        self.folder, self.extent, self.kept = CutLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.choose, self.make, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.choose.clicked.connect(self.folder_asked)
        self.make.clicked.connect(self.backup_asked)
        self.stop.clicked.connect(self.stop_asked)
        self._lay_out()
        self.retranslate()

    def show_news(self, news: BackupNews) -> None:
        """Show how the backups stand now."""
        had_keys = self.stop.hasFocus() or self.make.hasFocus()
        self._news = news
        words = backup_news.words(news)
        if words is not None:
            theme.wear_icon(self.icon, words.icon, words.token)
            self.heading.setText(words.short)
            self.story.setText(words.story)
        self._show_facts(news)
        self.progress.setValue(backup_news.percent(news.progress))
        for part, shown in ((self.progress, news.is_running), (self.stop, news.is_running)):
            part.setVisible(shown)
        has_folder = news.standing is not None and news.standing.folder is not None
        self.make.setVisible(has_folder and not news.is_running)
        self.choose.setEnabled(not news.is_running)
        if had_keys:
            (self.stop if news.is_running else self.make).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for caption, text in zip(self.captions, (self.tr("Folder"), self.tr("Size"), self.tr("Kept")), strict=True):
            caption.setText(text)
        self.choose.setText(self.tr("Choose a folder…"))
        self.make.setText(self.tr("Back up now"))
        self.stop.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("How far the backup is"))
        self.show_news(self._news)

    def _show_facts(self, news: BackupNews) -> None:
        standing, look = news.standing, news.look
        folder = "" if standing is None or standing.folder is None else str(standing.folder)
        self.folder.put(folder)
        last = None if standing is None else standing.last
        self.extent.setText("" if last is None else size_name(last.size))
        kept = 0 if look is None else len(look.found)
        words = self.tr("%n backup(s), {free} free", "", kept)
        self.kept.setText("" if look is None or not look.free else words.format(free=size_name(look.free)))
        for caption, value in zip(self.captions, (folder, self.extent.text(), self.kept.text()), strict=True):
            caption.setVisible(bool(value))

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.story.setWordWrap(True)
        for label in (self.heading, self.story, self.extent, self.kept):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.make.setObjectName("primary")
        self.progress.setTextVisible(False)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.icon)
        head.addWidget(self.heading, stretch=1)
        facts = QGridLayout()
        facts.setHorizontalSpacing(2 * theme.GRID_PX)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, (caption, value) in enumerate(zip(self.captions, (self.folder, self.extent, self.kept), strict=True)):
            caption.setObjectName("caption")
            facts.addWidget(caption, row, 0)
            facts.addWidget(value, row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        foot.addWidget(self.progress, stretch=1)
        foot.addStretch()
        for button in (self.choose, self.stop, self.make):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        column.addWidget(self.story)
        column.addLayout(facts)
        column.addLayout(foot)
        theme.wear_icon(self.icon, "backup", Token.MUTED)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def size_name(count: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{count / _GB:.1f} GB" if count >= _GB else f"{count / _MB:.1f} MB"
