"""What the empty page of 查找 says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from outlet_app.ui import languages
from outlet_app.ui.find_guide import FindGuide
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_it_gives_an_example_of_everything_that_can_be_typed_in_both_languages(
    speaking: QApplication, qtbot: QtBot
) -> None:
    guide = FindGuide()
    qtbot.addWidget(guide)
    guide.show()
    english = [label.text() for label in guide.findChildren(QLabel)]
    assert {"YT8800000000001", "15-1-731", "5678"} <= set(english)
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: guide.heading.text() not in english)
    chinese = [label.text() for label in guide.findChildren(QLabel)]
    assert not {text for text in english if " " in text} & set(chinese)


def test_after_a_look_up_without_a_hit_it_says_so_and_still_helps(speaking: object, qtbot: QtBot) -> None:
    assert speaking
    guide = FindGuide()
    qtbot.addWidget(guide)
    guide.tell(found_nothing=True)
    assert guide.heading.text().startswith("Nothing was found.")
    guide.tell(found_nothing=False)
    assert guide.heading.text().startswith("Scan the label")
