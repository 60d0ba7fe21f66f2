"""The languages of the screen, and the switch between them while the program runs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from outlet_app import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_OURS = "outlet-app-translator"


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
    """The language that `speak` set last."""
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


def _install(app: QApplication, folder: str, name: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_OURS)
    if not translator.load(name, folder):
        msg = f"translation {name} was not shipped"
        raise FileNotFoundError(msg)
    app.installTranslator(translator)
