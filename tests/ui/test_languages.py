"""Tests of the switch between languages."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox

from outlet_app import paths
from outlet_app.ui import languages
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_switching_changes_qt_s_own_words_and_back(speaking: QApplication, qtbot: QtBot) -> None:
    def save() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Save).text()

    assert save() == "Save"
    languages.speak(speaking, Language.CHINESE)
    assert languages.current() is Language.CHINESE
    assert save() == "保存"
    languages.speak(speaking, Language.ENGLISH)
    assert languages.current() is Language.ENGLISH
    assert save() == "Save"


def test_papers_are_chinese_on_their_thread_alone_whatever_the_screen_speaks(speaking: QApplication) -> None:
    languages.speak(speaking, Language.ENGLISH)
    said = {}
    with languages.in_chinese():
        said["paper"] = languages.translated("ActWording", "Signed"), languages.current()
        other = threading.Thread(target=lambda: said.update(other=languages.translated("ActWording", "Signed")))
        other.start()
        other.join()
        assert languages.translated("ActWording", "of no translation") == "of no translation"
    assert said == {"paper": ("已签名", Language.CHINESE), "other": "Signed"}
    assert languages.translated("ActWording", "Signed") == "Signed"
    assert languages.current() is Language.ENGLISH


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        ("zh_CN", Language.CHINESE),
        ("zh_TW", Language.CHINESE),
        ("C", Language.CHINESE),
        ("en_GB", Language.ENGLISH),
        ("de_DE", Language.ENGLISH),
    ],
)
def test_the_first_language_follows_the_system(
    spoken: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(spoken))
    assert languages.of_the_system() is language


def test_a_translation_that_was_not_shipped_is_a_bug(
    speaking: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as there:
        there.setattr(paths, "translations_folder", lambda: tmp_path)
        with pytest.raises(FileNotFoundError):
            languages.speak(speaking, Language.ENGLISH)
