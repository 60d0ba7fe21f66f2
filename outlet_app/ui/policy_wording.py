"""The words for the owner's rules: their names, their values, and the line that tells of a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from outlet_app.domain.limits import LimitName
from outlet_app.services.policy_desk import PolicyName
from outlet_app.ui import languages, wording
from outlet_app.ui.act_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Detail
    from outlet_app.services.policy_desk import PolicyNews

MOST_TOLD = 4
"""Changes named in one line; the rest are counted."""

_SPAN = re.compile(r"([1-7])(?:-([1-7]))? (\S+)")

_CLOSED = QT_TRANSLATE_NOOP("PolicyWording", "closed")
_CHANGE = QT_TRANSLATE_NOOP("PolicyWording", "{rule}: {old} → {new}")
_PRINTERS = QT_TRANSLATE_NOOP("PolicyWording", "the printers that get labels with code")
_NEWS = QT_TRANSLATE_NOOP("PolicyWording", "{owner} changed: {changes}")
_MORE = QT_TRANSLATE_NOOP("PolicyWording", "and more: {count}")
_BETWEEN = QT_TRANSLATE_NOOP("PolicyWording", "; ")


def change_line(name: PolicyName, old: str, new: str) -> str:
    """One rule with its old and its new value, as a line of its own."""
    rule = languages.translated("ActWording", str(WORDS["policy", name.value]))
    line = _translated(_CHANGE).format(rule=rule, old=_value(name, old), new=_value(name, new))
    return line[:1].upper() + line[1:]


def news_sentence(news: Iterable[PolicyNews]) -> str:
    """What an owner changed, in one line; the newest changes where there are many."""
    told = list(news)
    changes = [_change(each.facts) for each in told[-MOST_TOLD:]]
    if len(told) > MOST_TOLD:
        changes.append(_translated(_MORE).format(count=len(told) - MOST_TOLD))
    return _translated(_NEWS).format(owner=told[-1].by, changes=_translated(_BETWEEN).join(changes))


def hours_words(text: str) -> str:
    """Opening hours as an act says them, "1-6 08:00-20:00, 7 -", with the weekdays' names."""
    return ", ".join(_span(part) for part in text.split(", "))


def _span(part: str) -> str:
    found = _SPAN.fullmatch(part)
    if found is None:
        return part
    first, last, hours = found.groups()
    days = "–".join(QLocale().dayName(int(day), QLocale.FormatType.ShortFormat) for day in (first, last) if day)
    return f"{days} {_translated(_CLOSED) if hours == '-' else hours.replace('-', '–')}"


def _change(facts: Detail) -> str:
    old, new = str(facts.get("old", "")), str(facts.get("new", ""))
    if facts.get("policy") in set(PolicyName):
        name = PolicyName(str(facts["policy"]))
        rule = languages.translated("ActWording", str(WORDS["policy", name.value]))
        return _translated(_CHANGE).format(rule=rule, old=_value(name, old), new=_value(name, new))
    if facts.get("limit") in set(LimitName):
        rule = wording.limit_name(LimitName(str(facts["limit"])))
        return _translated(_CHANGE).format(rule=rule, old=old, new=new)
    return _translated(_PRINTERS)


def _value(name: PolicyName, text: str) -> str:
    return hours_words(text) if name is PolicyName.HOURS else text


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return languages.translated("PolicyWording", str(text))
