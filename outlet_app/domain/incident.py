"""An incident with people's details, as the owner writes it down for those concerned and for the authority."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain import text
from outlet_app.domain.outlet_day import OUTLET_TIME
from outlet_app.errors import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1000
"""Characters of one field; a page has some 2,000."""

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})")
_TEXTS = ("data_kinds", "cause", "harm", "measures", "advice", "contact")


class IncidentKind(StrEnum):
    """What happened or may have happened. Source: Personal Information Protection Law, article 57."""

    LEAKED = "leaked"
    ALTERED = "altered"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """The form as typed. Its fields are those that article 57 of the Personal Information Protection Law asks for.

    `discovered` is a day and a time on the outlet's clock, as in `2026-11-22 14:05`. `data_kinds`, `cause` and `harm`
    are what the first number of the article names, `measures` and `advice` the second, `contact` the third.
    Nothing of it is kept.
    """

    kind: IncidentKind = IncidentKind.LEAKED
    discovered: str = ""
    data_kinds: str = ""
    cause: str = ""
    harm: str = ""
    measures: str = ""
    advice: str = ""
    contact: str = ""


def discovered_at(draft: IncidentDraft) -> datetime | None:
    """When it was discovered, aware; None for what is no moment."""
    found = _MOMENT.fullmatch(text.normalise(draft.discovered).strip())
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[1])
        return datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=OUTLET_TIME)
    except ValueError:
        return None


def incident_faults(draft: IncidentDraft, now: datetime) -> tuple[Fault, ...]:
    """What keeps the form from being made, by field."""
    return tuple(_faults(draft, now))


def _faults(draft: IncidentDraft, now: datetime) -> Iterator[Fault]:
    at = discovered_at(draft)
    if at is None or at > now:
        yield Fault("discovered", FaultKind.NOT_A_MOMENT)
    for name in (field.name for field in fields(draft) if field.name in _TEXTS):
        kind = _text_fault(getattr(draft, name))
        if kind is not None:
            yield Fault(name, kind)


def _text_fault(typed: str) -> FaultKind | None:
    checks = (
        (not typed.strip(), FaultKind.EMPTY),
        (len(typed) > LONGEST, FaultKind.TOO_LONG),
        (text.looks_like_label_code(typed), FaultKind.LABEL_CODE),
        (bool(text.find_identity_numbers(typed)), FaultKind.IDENTITY_NUMBER),
    )
    return next((kind for holds, kind in checks if holds), None)
