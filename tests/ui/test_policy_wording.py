"""The words for rules and for news of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.services.policy_desk import PolicyName, PolicyNews
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.policy_wording import change_line, hours_words, news_sentence
from tests.outlets import MORNING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from outlet_app.domain.activity import Detail


def news(*facts: Detail) -> tuple[PolicyNews, ...]:
    return tuple(PolicyNews("王店主", MORNING, each) for each in facts)


HOURS: Detail = {"policy": "hours", "old": "1-7 07:00-22:00", "new": "1-6 08:00-20:00, 7 -"}
LIMIT: Detail = {"limit": "misses_hour", "old": 30, "new": 20}


@pytest.mark.usefixtures("speaking")
def test_hours_are_said_by_weekday() -> None:
    assert hours_words("1-6 08:00-20:00, 7 -") == "Mon–Sat 08:00–20:00, Sun closed"
    assert hours_words("nonsense") == "nonsense"


@pytest.mark.usefixtures("speaking")
def test_a_change_is_a_line_with_old_and_new() -> None:
    assert change_line(PolicyName.IDLE_MINUTES, "10", "5") == "The minutes until an idle counter locks: 10 → 5"


@pytest.mark.usefixtures("speaking")
def test_news_name_what_was_changed_and_by_whom() -> None:
    said = news_sentence(news(HOURS, LIMIT, {"what": "printers"}))
    assert said.startswith("王店主 changed: the opening hours: Mon–Sun 07:00–22:00 → Mon–Sat 08:00–20:00, Sun closed; ")
    assert "30 → 20" in said
    assert said.endswith("the printers that get labels with code")


@pytest.mark.usefixtures("speaking")
def test_of_many_changes_the_newest_are_named_and_the_rest_counted() -> None:
    assert news_sentence(news(*[HOURS] * 6, LIMIT)).endswith("; and more: 3")


def test_news_are_said_in_chinese_too(speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    said = news_sentence(news(HOURS, {"what": "printers"}))
    assert said.startswith("王店主改了：营业时间：周一–周日 07:00–22:00 → 周一–周六 08:00–20:00, 周日 休息；")
    languages.speak(speaking, Language.ENGLISH)
