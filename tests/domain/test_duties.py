"""What everybody who works here is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.duties import LANGUAGES, duties

if TYPE_CHECKING:
    from pathlib import Path


def test_every_language_tells_the_same_version() -> None:
    assert len({duties(language).version for language in LANGUAGES}) == 1


def test_the_version_is_for_the_program_and_not_shown() -> None:
    for language in LANGUAGES:
        assert duties(language).text.startswith("# ")
        assert "<!--" not in duties(language).text


def test_both_languages_have_the_same_sections_and_points() -> None:
    shapes = [re.findall(r"^(#+|-) ", duties(language).text, re.MULTILINE) for language in LANGUAGES]
    assert shapes[0] == shapes[1]
    assert shapes[0].count("##") == 3


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("zh_CN", ("第七十六条", "五千元以上一万元以下", "数量减半", "《个人信息保护法》", "签名", "三十六个月")),
        ("en", ("article 76", "5,000 to 10,000 yuan", "half of that", "Personal Information Protection Law", "signed")),
    ],
)
def test_penalties_and_what_is_recorded_are_told(language: str, facts: tuple[str, ...]) -> None:
    assert all(fact in duties(language).text for fact in facts)


def test_a_language_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(ValueError, match="fr"):
        duties("fr")


def test_a_text_without_a_version_is_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = tmp_path / "en.md"
    text.write_text("# Duties\n", encoding="utf-8")
    monkeypatch.setattr("outlet_app.domain.duties.resource", lambda _: text)
    duties.cache_clear()
    with pytest.raises(ValueError, match="no version"):
        duties("en")
    duties.cache_clear()
