"""What a self-check plays on: the program's window, pictures of it, and the patience to wait for each step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from outlet_app.app import App
    from outlet_app.services import Services
    from outlet_app.ui.main_window import MainWindow

PATIENCE_MS = 30_000
"""A step that takes longer has failed."""

ALL_LOOKS = ((Language.CHINESE, True), (Language.ENGLISH, True), (Language.ENGLISH, False), (Language.CHINESE, False))
TWO_LOOKS = ((Language.ENGLISH, True), (Language.CHINESE, False))
"""Language, and whether it is dark. The last one is how the window is left; each step of all four changes one thing,
because a change of either goes through every widget, and one of the look costs most."""

LIGHT = ((Language.ENGLISH, False), (Language.CHINESE, False))
"""Both languages, for what looks like its neighbours in the dark."""

_LOOK_MS = 20
_REST_MS = 250
"""The live preview waits for the keys to rest before it is drawn."""

_Page = TypeVar("_Page", bound=QWidget)


class StepFailed(Exception):
    """The main job did not do what it must."""


class Stage:
    """`left` is every file that was left in the folder, `services` what the person signed in last works with."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app = app
        self.window = app.window
        self.folder = folder
        self.left: list[Path] = []
        self._services: list[Services] = []
        self.window.sign_in.signed_in.connect(self._services.append)

    @property
    def services(self) -> Services:
        """Raises StepFailed while nobody signed in."""
        if not self._services:
            raise StepFailed("nobody signed in")
        return self._services[-1]

    @property
    def main(self) -> MainWindow:
        """The window of whoever is signed in. Raises StepFailed while nobody is."""
        main = self.window.main
        if main is None:
            raise StepFailed("nobody is signed in")
        return main

    def is_idle(self) -> bool:
        """Whether no work is under way."""
        return self.app.tasks.is_idle()

    def page(self, kind: type[_Page]) -> _Page:
        """The page in front. Raises StepFailed when it is another one."""
        page = self.window.currentWidget()
        if not isinstance(page, kind):
            raise StepFailed(f"{kind.__name__} does not stand open")
        return page

    def picture_everywhere(self, name: str, looks: tuple[tuple[Language, bool], ...] = ALL_LOOKS) -> None:
        """The window as it stands, in both languages, light and dark; Chinese and light again afterwards."""
        for language, dark in looks:
            self.turn(language, dark=dark)
            self.save(self._still_picture(), _file_name(name, language, dark=dark))

    def picture(self, name: str, language: Language, *, dark: bool) -> None:
        """The window as it stands at this moment, for what does not stand still; the look is on already."""
        self.save(self.window.grab().toImage(), _file_name(name, language, dark=dark))

    def turn(self, language: Language, *, dark: bool) -> None:
        """Put the window into a language and a look, and let it rest."""
        self.app.choose(replace(self.app.preferences.choices, language=language, dark=dark))
        self.rest()

    def rest(self) -> None:
        """Until nothing is under way and the window was laid out."""
        self.wait("the window rests", self.is_idle)
        QTest.qWait(_REST_MS)

    def save(self, image: QImage, name: str) -> None:
        """Leave a picture in the folder. Raises StepFailed when it cannot be written."""
        path = self.folder / f"{name}.png"
        self.hold(f"{path.name} is saved", image.save(str(path)))
        self.left.append(path)

    def wait(self, step: str, holds: Callable[[], bool]) -> None:
        """Until it holds; raises StepFailed with the step's name when that takes longer than `PATIENCE_MS`."""
        for _ in range(PATIENCE_MS // _LOOK_MS):
            if holds():
                return
            QTest.qWait(_LOOK_MS)
        raise StepFailed(step)

    def hold(self, step: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
        """Raises StepFailed with the step's name when it does not hold."""
        if not holds:
            raise StepFailed(step)

    def _still_picture(self) -> QImage:
        """The window once two pictures in a row are the same: on a busy machine it is laid out anew only bit by bit."""
        before = self.window.grab().toImage()
        for _ in range(PATIENCE_MS // _LOOK_MS):
            QTest.qWait(_LOOK_MS)
            picture = self.window.grab().toImage()
            if picture == before:
                return picture
            before = picture
        raise StepFailed("the window stands still")


def _file_name(name: str, language: Language, *, dark: bool) -> str:
    return f"{name}-{language}-{'dark' if dark else 'light'}"
