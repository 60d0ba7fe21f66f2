"""The one place that puts the parts together: the window over an entrance, its lanes, its language and look.

What the sign-in window does not need (the first day, the demo, all that a signed-in person uses) is imported where it
is used, because loading it takes longer than opening the window; `App` has it loaded while the password is typed.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from outlet_app import desktop, log
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.ui import languages, look, theme
from outlet_app.ui.crash_report import catch_bugs
from outlet_app.ui.outlet_window import OutletWindow, load_pages
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.rescue_door import RescueDoor
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.screen_guard import ScreenGuard
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.demo import Demo
    from outlet_app.paths import OutletPlace
    from outlet_app.services import Services
    from outlet_app.services.first_day import FirstDay
    from outlet_app.services.rescue import Rescue
    from outlet_app.ui.preferences import Choices
    from outlet_app.ui.setup_wizard import SetupWizard

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
        self.qt.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.tasks = Tasks()
        catch_bugs()
        self.guard = ScreenGuard(self.qt)
        self.scanner = Scanner(self.qt)
        self.window = OutletWindow(entrance, self.tasks, self.preferences, wall_clock, self.scanner)
        self.window.sign_in.first_painted.connect(partial(self._load_the_rest, entrance))
        self.wizard = None if first_day is None else self._wizard(first_day)
        self.rescue: RescueDoor | None = None

    def choose(self, choices: Choices) -> None:
        """Keep these choices and put every window into their language and look, as far as they are others."""
        before = self.preferences.choices
        self.preferences.keep(choices)
        if choices.language is not before.language:
            languages.speak(self.qt, choices.language)
        if look.is_dark(choices) is not look.is_dark(before):
            look.wear(self.qt, choices)

    def offer_rescue(self, make: Callable[[], Rescue]) -> None:
        """Give whoever cannot sign in his page, and the first day its way to a backup."""
        self.rescue = RescueDoor(self.window, make, self.tasks, self.scanner)
        if self.wizard is not None:
            self.wizard.offer_restore()
            self.wizard.restore_asked.connect(self._restore)
            self.rescue.left.connect(self._back_to_wizard)
            self.rescue.came_in.connect(self._drop_wizard)

    def _restore(self) -> None:
        """A backup instead of a first day: in the window, with the wizard behind it."""
        wizard, door = self.wizard, self.rescue
        assert wizard is not None
        assert door is not None
        self.window.setGeometry(wizard.geometry())
        self.window.show()
        wizard.hide()
        door.restore()

    def _back_to_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.show()
            self.window.hide()

    def _drop_wizard(self) -> None:
        wizard, self.wizard = self.wizard, None
        if wizard is not None:
            wizard.give_up()

    def _look(self, choices: Choices) -> None:
        languages.speak(self.qt, choices.language)
        look.wear(self.qt, choices)

    def _load_the_rest(self, entrance: Entrance) -> None:
        """While the password is typed: what comes after it must not be waited for either."""
        self.tasks.run(Lane.DATA, entrance.make_ready, self.window, _no_more_to_do)
        self.tasks.run(Lane.DATA, load_pages, self.window, self._load_faces)

    def _load_faces(self, _nothing: None) -> None:
        """The faces of labels too; on the other lane, so that no sign-in waits for them."""
        from outlet_app.services.label_drawing import load_faces  # noqa: PLC0415 - it was loaded just now

        self.tasks.run(Lane.PAPER, load_faces, self.window, _no_more_to_do)

    def _follow_system(self) -> None:
        """The system's windows turned light or dark."""
        if self.preferences.choices.follows_system:
            look.wear(self.qt, self.preferences.choices)

    def _wizard(self, first_day: FirstDay) -> SetupWizard:
        from outlet_app.ui.setup_wizard import SetupWizard  # noqa: PLC0415 - once in an outlet's life

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
        """Let the lanes finish what they hold, then take the windows away: no timer of theirs asks closed lanes."""
        self.qt.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self.tasks.close()
        for part in (self.scanner, self.guard, self.wizard, self.window, self.tasks):
            if part is not None:
                part.deleteLater()
        self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run_own(place: OutletPlace) -> int:
    """The outlet of this PC; where there is none, its first day."""
    log.keep_in(place.state)
    keys = OutletKeys(place)
    entrance = Entrance(keys, counted=desktop.counting_clock(), remote=desktop.remote_session)
    app = App(entrance, place, _first_day(keys, entrance))
    app.offer_rescue(partial(_rescue, keys, entrance))
    return app.run()


def _rescue(keys: OutletKeys, entrance: Entrance) -> Rescue:
    from outlet_app.services.rescue import rescue_of  # noqa: PLC0415 - once in an outlet's life

    return rescue_of(keys, entrance, wall_clock)


def _first_day(keys: OutletKeys, entrance: Entrance) -> FirstDay | None:
    """None where there is an outlet, in whatever state: the sign-in view tells what is wrong with it."""
    if keys.are_there():
        return None
    from outlet_app.services.first_day import FirstDay  # noqa: PLC0415 - once in an outlet's life
    from outlet_app.services.setup import Setup  # noqa: PLC0415 - as above

    return FirstDay(Setup(keys, wall_clock), entrance, wall_clock)


def run_demo(*, waybills: int | None = None) -> int:
    """The demo outlet, in a folder that is gone when the window closes. Its labels, coded, are left in `out/`.

    With as many `waybills` as the demo has by itself, or as many as are asked for.
    """
    import tempfile  # noqa: PLC0415 - the demo's alone

    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="outlet-app-demo-", ignore_cleanup_errors=True) as folder:
        demo = _prepared(Path(folder), waybills)
        return App(demo.entrance, demo.place).run()


def _prepared(folder: Path, waybills: int | None) -> Demo:
    """Make the demo off the GUI thread, with a window that shows how far it is."""
    from outlet_app.ui.preparing import Preparing  # noqa: PLC0415 - the demo's alone

    qt = _qt()
    languages.speak(qt, languages.of_the_system())
    theme.apply(qt, dark=False)
    made: list[Demo] = []
    window, tasks = Preparing(), Tasks()
    until_idle = QEventLoop()
    look = QTimer(window, interval=_LOOK_MS)
    look.timeout.connect(lambda: until_idle.quit() if tasks.is_idle() else None)
    qt.setQuitOnLastWindowClosed(False)  # this window goes before the next one comes
    tasks.run(Lane.DATA, partial(_make_demo, folder, waybills, window.stepped.emit), window, made.append)
    window.show()
    look.start()
    until_idle.exec()
    tasks.close()
    window.deleteLater()
    qt.setQuitOnLastWindowClosed(True)
    if not made:
        raise SystemExit(1)  # what went wrong was told by the hook
    return made[0]


def _make_demo(folder: Path, waybills: int | None, progress: Callable[[int, int], object]) -> Demo:
    from outlet_app import printing  # noqa: PLC0415 - loaded behind the window that shows how far it is
    from outlet_app.demo import WAYBILLS, make_demo  # noqa: PLC0415 - as above

    count = WAYBILLS if waybills is None else waybills
    return make_demo(folder, printers=(printing.tray(OUT.resolve()),), waybills=count, progress=progress)


def _qt() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["outlet-app"])


def _no_more_to_do(_nothing: None) -> None:
    """It is loaded."""
