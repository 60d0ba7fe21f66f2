"""What papers need said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.ui import act_wording, languages, report_words
from outlet_app.ui.languages import Language
from tests.ui.flagged import VIEW
from tests.ui.reviewed import act

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_an_act_is_told_in_chinese_whatever_the_screen_speaks(speaking: QApplication) -> None:
    languages.speak(speaking, Language.ENGLISH)
    assert report_words.sayings().act(act()) == "收寄包裹"
    assert report_words.on_paper(lambda: act_wording.act_sentence(act())) == "收寄包裹"
    assert report_words.sayings().flag(VIEW).startswith("陈伟在 22:10")
    assert act_wording.act_sentence(act()) == "Accepted the parcel"
