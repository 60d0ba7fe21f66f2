"""A counter for the tests of the accept form: the real view over a real outlet, and hands that type and paste."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from outlet_app import printing
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.ui import theme
from outlet_app.ui.entry_view import EntryView
from tests.outlets import QUICK, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet

ZHANG = "张三 13800138000 浙江省杭州市余杭区文一西路969号3号楼2单元501室"
LI = "李小龙 0571-88880000 上海市徐汇区虹漕路461号58号楼5楼"
PAIR = f"寄：{LI}\n收：{ZHANG}"
LABEL_CODE = "OA1.7XKQ.YT8812345678901.1.0123456789ABCDEFGHJKMNPQRS.0.42.ABCDEF.12345678"
CTRL, NONE, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def write(field: QWidget, text: str) -> None:
    """Type into a field: plain keys one by one, Chinese as an input method commits it."""
    if text.isascii():
        QTest.keyClicks(field, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@dataclass
class Counter:
    """The view, who works at it, and what it told."""

    view: EntryView
    services: Services
    outlet: Outlet
    tray: Path
    tasks: Tasks
    qtbot: QtBot
    messages: list[tuple[str, str]] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    keys: int = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key, wherever the keys are."""
        self.keys += 1
        QTest.keyClick(self._focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Some characters, wherever the keys are."""
        self.keys += len(text)
        QTest.keyClicks(self._focus(), text)

    def paste(self, text: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        """Ctrl+V, wherever the keys are."""
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, modifiers)

    def settle(self) -> None:
        """Wait until nothing is under way and the label has been drawn."""
        self.qtbot.waitUntil(self._is_still)

    def accept(self) -> None:
        """Ctrl+Enter, and whatever follows."""
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def fill(self) -> None:
        """Everything one parcel needs."""
        self.paste(PAIR)
        self.view.form.parcel.weight.setText("1.2")
        if not self.view.bar.inspected.isChecked():
            self.view.bar.tick_both()

    def printed(self) -> list[str]:
        """The names of the labels that lie in the tray."""
        return sorted(path.name for path in self.tray.glob("*.pdf"))

    def shown(self) -> str:
        """Every text that can be read anywhere in the view, hidden parts, tool tips and names for readers included."""
        widgets = [self.view, *self.view.findChildren(QWidget)]
        texts = [text for widget in widgets for text in (widget.toolTip(), widget.accessibleName())]
        for widget in widgets:
            if isinstance(widget, QLineEdit | QLabel):
                texts.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                texts.append(widget.toPlainText())
        return "\n".join(texts)

    def _focus(self) -> QWidget:
        """Where the keys are; a window whose fields are closed takes them itself."""
        return QApplication.focusWidget() or self.view

    def _is_still(self) -> bool:
        preview = self.view.preview
        return self.tasks.is_idle() and not preview.is_busy


@dataclass(frozen=True)
class Model:
    """An outlet that was founded once, to be copied for each test, and the tray that its owner approved."""

    folder: Path
    tray: Path
    outlet: Outlet

    def copy_to(self, folder: Path) -> Outlet:
        """The same outlet in a folder of its own; the tray is common and is emptied."""
        shutil.copytree(self.folder, folder)
        self.tray.mkdir(exist_ok=True)
        for label in self.tray.iterdir():
            label.unlink()
        keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
        return replace(self.outlet, keys=keys, entrance=Entrance(keys, clock=self.outlet.clock))


def make_model(folder: Path) -> Model:
    """Found the outlet that the tests copy."""
    tray = folder / "tray"
    tray.mkdir()
    return Model(folder / "model", tray, make_outlet(folder / "model", printers=(printing.tray(tray),)))


def open_counter(outlet: Outlet, tray: Path, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> Counter:
    """A clerk is signed in and the view stands in a window of 1230 x 640."""
    services = outlet.chen()
    with theme.undressed():
        view = EntryView(services.entry, services.reveal, services.printing_desk, tasks, preferences)
    counter = Counter(view, services, outlet, tray, tasks, qtbot)
    view.message.connect(lambda kind, text: counter.messages.append((kind, text)))
    view.waybill_accepted.connect(counter.accepted.append)
    qtbot.addWidget(view)
    view.resize(1230, 640)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    counter.settle()
    return counter
