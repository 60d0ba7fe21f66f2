"""The one place that puts the parts together: the window over an entrance, its lanes, its language and look."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from outlet_app import log, printing
from outlet_app.demo import WAYBILLS, Demo, make_demo
from outlet_app.errors import FileDamaged, FileTooNew
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.first_day import FirstDay
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.ui import languages, theme
from outlet_app.ui.crash_report import catch_bugs
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.preparing import Preparing
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.setup_wizard import SetupWizard
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from outlet_app.paths import OutletPlace
    from outlet_app.services import Services
    from outlet_app.ui.preferences import Choices

OUT = Path("out")

_LOOK_MS = 50


class App:
    """The running program: made before the first window, ended after the last.

    With `first_day` the wizard stands before the window, until its owner is signed in.
    Must be made on the main thread, once a process.
    """

    def __init__(self, entrance: Entrance, place: OutletPlace, first_day: FirstDay | None = None) -> None:
        self.qt = _qt()
        self.preferences = Preferences(place.state)
        self._look(self.preferences.choices)
        self.tasks = Tasks()
        catch_bugs()
        self.scanner = Scanner(self.qt)
        self.window = OutletWindow(entrance, self.tasks, self.preferences, wall_clock, self.scanner)
        self.wizard = None if first_day is None else self._wizard(first_day)

    def choose(self, choices: Choices) -> None:
        """Keep these choices and put every window into their language and look."""
        self.preferences.keep(choices)
        self._look(choices)

    def _look(self, choices: Choices) -> None:
        languages.speak(self.qt, choices.language)
        theme.apply(self.qt, dark=choices.dark)

    def _wizard(self, first_day: FirstDay) -> SetupWizard:
        wizard = SetupWizard(first_day, self.tasks, self.preferences, self.scanner)
        wizard.finished.connect(self._open_counter)
        return wizard

    def _open_counter(self, services: Services) -> None:
        """The wizard's owner goes on where he would be after signing in."""
        wizard, self.wizard = self.wizard, None
        assert wizard is not None
        self.window.sign_in.reset()
        self.window.let_in(services)
        self.window.setGeometry(wizard.geometry())
        self.window.show()
        wizard.close()
        wizard.deleteLater()

    def run(self) -> int:
        """Show the window, serve it until it closes, and give back the exit code."""
        (self.wizard or self.window).show()
        code = self.qt.exec()
        self.end()
        return code

    def end(self) -> None:
        """Let the lanes finish what they hold, then take the window away."""
        self.tasks.close()
        self.scanner.deleteLater()
        if self.wizard is not None:
            self.wizard.deleteLater()
        self.window.deleteLater()
        self.tasks.deleteLater()


def run_own(place: OutletPlace) -> int:
    """The outlet of this PC; where there is none, its first day."""
    log.keep_in(place.state)
    keys = OutletKeys(place)
    entrance = Entrance(keys)
    return App(entrance, place, _first_day(keys, entrance)).run()


def _first_day(keys: OutletKeys, entrance: Entrance) -> FirstDay | None:
    """None where there is an outlet, in whatever state: the sign-in view tells what is wrong with it."""
    setup = Setup(keys, wall_clock)
    try:
        return FirstDay(setup, entrance, wall_clock) if setup.is_needed() else None
    except (FileDamaged, FileTooNew):
        return None


def run_demo(*, waybills: int = WAYBILLS) -> int:
    """The demo outlet, in a folder that is gone when the window closes. Its labels, coded, are left in `out/`."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="outlet-app-demo-", ignore_cleanup_errors=True) as folder:
        demo = _prepared(Path(folder), waybills)
        return App(demo.entrance, demo.place).run()


def _prepared(folder: Path, waybills: int) -> Demo:
    """Make the demo off the GUI thread, with a window that shows how far it is."""
    qt = _qt()
    languages.speak(qt, languages.of_the_system())
    theme.apply(qt, dark=False)
    window, tasks, made = Preparing(), Tasks(), list[Demo]()
    work = partial(
        make_demo, folder, printers=(printing.tray(OUT.resolve()),), waybills=waybills, progress=window.stepped.emit
    )
    until_idle = QEventLoop()
    look = QTimer(window, interval=_LOOK_MS)
    look.timeout.connect(lambda: until_idle.quit() if tasks.is_idle() else None)
    qt.setQuitOnLastWindowClosed(False)  # this window goes before the next one comes
    tasks.run(Lane.DATA, work, window, made.append)
    window.show()
    look.start()
    until_idle.exec()
    tasks.close()
    window.deleteLater()
    qt.setQuitOnLastWindowClosed(True)
    if not made:
        raise SystemExit(1)  # what went wrong was told by the hook
    return made[0]


def _qt() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["outlet-app"])
