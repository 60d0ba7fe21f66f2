"""What everybody who works here is told before he begins: his duties, the penalties, and what the program records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from outlet_app.paths import resource

LANGUAGES = ("zh_CN", "en")

_VERSION = re.compile(r"<!-- version ([0-9]{1,6}) -->\n+")


@dataclass(frozen=True, slots=True)
class Duties:
    """The text, in Markdown. `version` rises when a sentence changes its meaning; then it is shown again."""

    version: int
    text: str


@cache
def duties(language: str) -> Duties:
    """The text in one of `LANGUAGES`; the same version in each. Raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    whole = resource(f"duties/{language}.md").read_text(encoding="utf-8")
    head = _VERSION.match(whole)
    if head is None:
        raise ValueError("the text says no version")
    return Duties(int(head[1]), whole[head.end() :])
