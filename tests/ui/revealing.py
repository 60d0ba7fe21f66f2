"""A place to reveal at: the real panel over a real outlet with one labelled parcel, and hands and eyes for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.account import Permission
from outlet_app.domain.act_detail import read_detail
from outlet_app.services.entrance import Entrance
from outlet_app.store import activities
from outlet_app.ui.reveal_panel import RevealPanel
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, copy_of, make_outlet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from outlet_app.domain.activity import Detail
    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet

    T = TypeVar("T")

LONG_MS = 20_000


@dataclass(frozen=True)
class Labelled:
    """An outlet in which one parcel was accepted; its record id, and what its label's code says."""

    outlet: Outlet
    record_id: bytes
    code: str

    def copy_to(self, folder: Path, remote: Callable[[], str]) -> Labelled:
        """The same in a folder of its own, behind a door that asks how the screen is seen."""
        outlet = copy_of(self.outlet, folder)
        entrance = Entrance(outlet.keys, clock=outlet.clock, remote=remote)
        return replace(self, outlet=replace(outlet, entrance=entrance))


def make_labelled(folder: Path) -> Labelled:
    """Found the outlet that the tests copy; its clerk accepts one parcel with a coded label."""
    outlet = make_outlet(folder)
    services = outlet.chen()
    accepted = services.entry.accept(draft(remark="门口有狗"), LABEL_PRINTER)
    (kept,) = services.session.labels.holding()
    assert kept.code_text is not None
    services.session.sign_out()
    return Labelled(outlet, accepted.record_id, kept.code_text)


@dataclass
class Place:
    """The panel in a window of its own, who stands at it, and the label that may be in his hand."""

    panel: RevealPanel
    window: QWidget
    services: Services
    labelled: Labelled
    tasks: Tasks
    qtbot: QtBot

    def run(self, work: Callable[[], T]) -> T:
        """Something done by a service, on the lane where services work."""
        given: list[T] = []
        self.tasks.run(Lane.DATA, work, self.tasks, given.append)
        self.qtbot.waitUntil(lambda: bool(given), timeout=LONG_MS)
        return given[0]

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def scan(self) -> FoundWaybill:
        """The label is scanned, and its waybill shown."""
        report = self.run(partial(self.services.scans.take, self.labelled.code))
        assert report.waybill is not None
        self.panel.show_waybill(report.waybill, in_hand=True)
        self.panel.setFocus()
        self.settle()
        return report.waybill

    def find(self) -> FoundWaybill:
        """The waybill is found without its label, and shown."""
        found = self.run(partial(self.services.find.open, self.labelled.record_id))
        self.panel.show_waybill(found, in_hand=False)
        self.panel.setFocus()
        self.settle()
        return found

    def press(self, *keys: Qt.Key | str) -> None:
        """Keys one by one, wherever the keys are; then whatever follows from them."""
        for key in keys:
            keys_on = self.window.focusWidget()
            QTest.keyClick(self.panel if keys_on is None else keys_on, key)  # type: ignore[arg-type]  # or a letter
        self.settle()

    def reveal(self, *keys: Qt.Key | str) -> None:
        """Scan, then these keys."""
        self.scan()
        self.press(*(keys or ("q", "1")))
        assert self.panel.is_showing

    def prove(self, password: str) -> None:
        """The owner types this password and scans his card."""
        self.panel.owner.proof.password.text.setText(password)
        assert self.panel.take_card(self.labelled.outlet.card)
        self.panel.owner.do.click()
        self.settle()

    def acts(self, *kinds: str) -> list[Detail]:
        """The details of all acts of these kinds, in order."""
        acts = self.run(lambda: activities.after(self.services.session.store.reader, 0, 10_000))
        return [read_detail(act) for act in acts if act.kind in kinds]

    def pictured(self) -> QImage:
        """The window as it stands."""
        return self.window.grab().toImage()

    def said(self) -> str:
        """Every text that a person, or a program for people who cannot see, finds in the panel."""
        widgets = [self.window, self.panel, *self.panel.findChildren(QWidget)]
        texts = [widget.toolTip() + widget.accessibleName() + widget.accessibleDescription() for widget in widgets]
        texts += [widget.windowTitle() + widget.objectName() + widget.whatsThis() for widget in widgets]
        texts += [each.text() for each in widgets if isinstance(each, QLabel | QLineEdit | QPushButton)]
        return "\n".join(texts)


def open_place(labelled: Labelled, services: Services, tasks: Tasks, qtbot: QtBot) -> Place:
    """The panel stands in a window as wide as in the page, and has the keys."""
    by_owner = services.session.account.may(Permission.OPEN_WITHOUT_LABEL)
    window = QWidget()
    panel = RevealPanel(services.reveal, services.find.left, tasks, by_owner=by_owner)
    QVBoxLayout(window).addWidget(panel)
    qtbot.addWidget(window)
    window.resize(740, 420)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Place(panel, window, services, labelled, tasks, qtbot)


def loses_focus(place: Place) -> None:
    """Another window comes to the front."""
    other = QWidget()
    place.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    place.qtbot.waitUntil(other.isActiveWindow)


def changes_screen(place: Place) -> None:
    """The window goes to another screen."""
    QApplication.sendEvent(place.panel, QEvent(QEvent.Type.ScreenChangeInternal))


def is_hidden(place: Place) -> None:
    """Another page is opened."""
    place.panel.hide()


def masks(place: Place) -> None:
    """Somebody masks it."""
    place.panel.mask()


def shows_another(place: Place) -> None:
    """The waybill is found again, without its label."""
    found = place.run(lambda: place.services.find.open(place.labelled.record_id))
    place.panel.show_waybill(found, in_hand=False)


def time_is_over(place: Place) -> None:
    """Its seconds are over."""
    place.panel.shown.text.ended.emit()


GOING = (loses_focus, changes_screen, is_hidden, masks)
"""Somebody goes, or something is taken away, whether a field is shown or still on its way."""
