"""The ground of the window tests: translations compiled from the sources, our look, lanes that end with the test."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import paths, printing
from outlet_app.demo import CLERKS, OWNER, QUICK, make_demo
from outlet_app.paths import OutletPlace
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.first_day import FirstDay
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.ui import languages, prompts, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.outlet_view import OutletView
from outlet_app.ui.preferences import Choices, Preferences
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.setup_wizard import SetupWizard
from outlet_app.ui.tasks import Lane, Tasks
from tests.builders import draft
from tests.outlets import copy_of, make_outlet
from tests.ui.equipping import HERE, open_view, pages_of
from tests.ui.newcomer import Newcomer
from tests.ui.patience import LONG_MS, PatientBot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.outlet_page import OutletPage
    from tests.outlets import Outlet
    from tests.ui.equipping import Equipping

_SOURCES = Path(__file__).parents[2] / "resources" / "i18n"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Hands that are patient with a busy machine."""
    assert qapp
    return PatientBot(request)


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as they stand in the sources, compiled."""
    folder = tmp_path_factory.mktemp("i18n")
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert tool is not None
    for language in Language:
        target = folder / f"{language}.qm"
        subprocess.run([tool, "-silent", _SOURCES / f"{language}.ts", "-qm", target], check=True)
    return folder


@pytest.fixture
def speaking(qapp: QApplication, translations: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """The application in our light look, speaking English, with translations to switch to."""
    monkeypatch.setattr(paths, "translations_folder", lambda: translations)
    theme.apply(qapp, dark=False)
    languages.speak(qapp, Language.ENGLISH)
    yield qapp
    languages.speak(qapp, Language.ENGLISH)
    theme.apply(qapp, dark=False)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """English and light, kept in a folder of this test."""
    chosen = Preferences(tmp_path / "state")
    chosen.keep(Choices(Language.ENGLISH))
    return chosen


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a real outlet with its owner and two clerks, and no waybill yet; founded once."""
    folder = tmp_path_factory.mktemp("founded")
    make_demo(folder, waybills=0)
    return folder


@pytest.fixture
def entrance(founded: Path, tmp_path: Path) -> Entrance:
    """The door of a copy of that outlet, for one test alone."""
    place = OutletPlace(tmp_path / "demo" / "outlet", tmp_path / "demo" / "state")
    shutil.copytree(founded, tmp_path / "demo")
    return Entrance(OutletKeys(place, keystore=False, cost=QUICK), demo_logins=(OWNER, *CLERKS))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Two real lanes; what is still under way when the test ends is waited for."""
    lanes = Tasks()
    yield lanes
    qtbot.waitUntil(lanes.is_idle, timeout=LONG_MS)
    assert lanes.close()


@pytest.fixture
def come_in(entrance: Entrance, tasks: Tasks, qtbot: QtBot) -> Callable[[], Services]:
    """Signs the first clerk in, on the data lane as the program does; the test signs him out."""

    def sign_in() -> Services:
        name, password = CLERKS[0]
        account_id = next(tile.account_id for tile in entrance.tiles() if tile.name == name)
        opened: list[Services] = []
        tasks.run(Lane.DATA, lambda: entrance.sign_in(account_id, password), tasks, opened.append)
        qtbot.waitUntil(lambda: bool(opened), timeout=LONG_MS)
        return opened[0]

    return sign_in


@pytest.fixture
def services(come_in: Callable[[], Services], tasks: Tasks, qtbot: QtBot) -> Iterator[Services]:
    """What the first clerk's windows get; signed out with the test."""
    given = come_in()
    yield given
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, given.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


@pytest.fixture
def owner(entrance: Entrance, tasks: Tasks, qtbot: QtBot) -> Iterator[Services]:
    """What the owner's windows get, who has accepted one parcel; signed out with the test."""
    opened: list[Services] = []
    account_id = next(tile.account_id for tile in entrance.tiles() if tile.name == OWNER[0])
    tasks.run(Lane.DATA, lambda: entrance.sign_in(account_id, OWNER[1]), tasks, opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG_MS)
    given = opened[0]
    tasks.run(Lane.DATA, lambda: given.entry.accept(draft(), None), tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    yield given
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, given.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """A small outlet whose owner's card is known, founded once, to be copied by each test."""
    return make_outlet(tmp_path_factory.mktemp("shop"))


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    """The kinds of pages that a test file needs, in their order; here none, which means every page."""
    return ()


@pytest.fixture
def make_pages(
    page_kinds: tuple[type[OutletPage], ...], tasks: Tasks, preferences: Preferences
) -> Callable[[Services], tuple[OutletPage, ...]]:
    """Makes the pages of those kinds for somebody."""
    return lambda services: pages_of(page_kinds, services, tasks, preferences)


@pytest.fixture
def equipping(
    shop: Outlet,
    make_pages: Callable[[Services], tuple[OutletPage, ...]],
    tmp_path: Path,
    tasks: Tasks,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Equipping]:
    """The owner of a copy of that outlet on the pages of 网点; signed out with the test."""
    assert speaking
    monkeypatch.setattr(printing, "printers", lambda: HERE)
    monkeypatch.setattr(printing, "spool_keeps_jobs", lambda: None)
    outlet = copy_of(shop, tmp_path / "shop")
    services = outlet.owner()
    with theme.undressed():
        view = OutletView(make_pages(services))
    given = open_view(outlet, services, view, tasks, qtbot)
    yield given
    given.settle()
    tasks.run(Lane.DATA, given.services.session.sign_out, tasks, lambda _: None)
    given.settle()


@pytest.fixture(autouse=True)
def _every_answer_is_asked_for() -> Iterator[None]:
    """Fail a test that prepared an answer which no question took."""
    yield
    left = prompts.unasked()
    prompts.forget_answers()
    assert not left, f"{left} answers that nothing asked for"


@pytest.fixture
def newcomer(
    speaking: QApplication,
    tasks: Tasks,
    preferences: Preferences,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Newcomer]:
    """The first page of the first day, on a PC without an outlet and without a printer."""
    monkeypatch.setattr(printing, "printers", tuple)
    place = OutletPlace(tmp_path / "new" / "outlet", tmp_path / "new" / "state")
    keys = OutletKeys(place, keystore=False, cost=QUICK)
    entrance = Entrance(keys)
    day = FirstDay(Setup(keys, wall_clock), entrance, wall_clock)
    scanner = Scanner(speaking)
    with theme.undressed():
        wizard = SetupWizard(day, tasks, preferences, scanner)
    somebody = Newcomer(wizard, day, keys, tasks, qtbot)
    wizard.finished.connect(somebody.came_in.append)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    yield somebody
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, day.abandon, tasks, lambda _: None)
    tasks.run(Lane.DATA, entrance.close, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    wizard.page.leave()
    wizard.hide()
    wizard.deleteLater()
    speaking.removeEventFilter(scanner)
    scanner.deleteLater()
