"""The languages of the screen, and the switch between them while the program runs."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from outlet_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_OURS = "outlet-app-translator"

_on_paper: ContextVar[QTranslator | None] = ContextVar("on_paper", default=None)


class Language(StrEnum):
    """A language of the screen; the value is the name of its translation file."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


def of_the_system() -> Language:
    """English for a system that speaks a known language other than Chinese, else Chinese."""
    spoken = QLocale.system().language()
    chinese = spoken in {QLocale.Language.Chinese, QLocale.Language.C, QLocale.Language.AnyLanguage}
    return Language.CHINESE if chinese else Language.ENGLISH


def current() -> Language:
    """The language that `speak` set last, or that of the paper which is being made on this thread."""
    if _on_paper.get() is not None:
        return Language.CHINESE
    return Language.CHINESE if QLocale().language() == QLocale.Language.Chinese else Language.ENGLISH


def speak(app: QApplication, language: Language) -> None:
    """Put every text into `language`: Qt's own texts first, then ours. Open windows hear a LanguageChange.

    Raises FileNotFoundError when a translation was not shipped.
    """
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language.value))
    if language is Language.CHINESE:
        _install(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN")
    _install(app, str(paths.translations_folder()), language.value)


def translated(context: str, text: str) -> str:
    """A text of ours in the language of the screen, or of the paper that is being made on this thread."""
    paper = _on_paper.get()
    return QCoreApplication.translate(context, text) if paper is None else paper.translate(context, text) or text


@contextmanager
def in_chinese() -> Iterator[None]:
    """While this lasts, `translated` speaks Chinese on this thread, whatever the screen speaks: for papers.

    Raises FileNotFoundError when the translation was not shipped.
    """
    if _on_paper.get() is not None:
        yield
        return
    before = _on_paper.set(_loaded(QTranslator(), str(paths.translations_folder()), Language.CHINESE.value))
    try:
        yield
    finally:
        _on_paper.reset(before)


def _install(app: QApplication, folder: str, name: str) -> None:
    translator = _loaded(QTranslator(app), folder, name)
    translator.setObjectName(_OURS)
    app.installTranslator(translator)


def _loaded(translator: QTranslator, folder: str, name: str) -> QTranslator:
    if not translator.load(name, folder):
        msg = f"translation {name} was not shipped"
        raise FileNotFoundError(msg)
    return translator
