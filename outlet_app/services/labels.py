"""The labels of this session: what a printer gets, and the few that may be printed again with the same code."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedWaybill

KEPT_FOR = timedelta(minutes=10)
MOST_CODES = 20
"""How long, and for how many labels, a coded label can be printed again as it was. Source: design, sealing."""

MOST_LATEST = 50
"""Labels a session can list; more than any list shows."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One label on its way to a printer: one page, one copy. `copy` counts from 1; the job's name is the number.

    The paper of a hand-over list is one as well, of several pages: `list_number` is the list's, 0 of a label.
    """

    record_id: bytes
    number: str
    pdf: bytes = field(repr=False)
    coded: bool
    printer: Printer
    copy: int
    list_number: int = 0


@dataclass(frozen=True, slots=True)
class LatestLabel:
    """A waybill accepted in this session, as the list beside the form shows it. Times are UTC.

    `code_until` is when its code is forgotten, None when it is. `right_until` is when it can be put right no longer
    without its label, None when that is over.
    """

    record_id: bytes
    number: str
    recipient: str
    tail: str
    district: str
    accepted_at: datetime
    code_until: datetime | None
    right_until: datetime | None
    copies: int


@dataclass(frozen=True, slots=True)
class KeptLabel:
    """What a session remembers of a label. `code_text` holds the label token: never shown, None once forgotten.

    `coded` says whether a coded label was ever taken for printing; without one the label wrap goes with the code.
    `made_at` (UTC) is when its code was made. `is_own`: this session accepted the waybill, so what it says was typed
    here.
    """

    masked: MaskedWaybill
    code_text: str | None = field(repr=False)
    serial: int
    coded: bool
    copies: int
    made_at: datetime
    is_own: bool = True

    @property
    def code_until(self) -> datetime | None:
        """When the code is forgotten, UTC; None when it is."""
        return None if self.code_text is None else self.made_at + KEPT_FOR

    def right_until(self, now: datetime) -> datetime | None:
        """Until when the waybill can be put right by who typed it, ten minutes from accepting; None when not now."""
        until = self.masked.accepted_at + KEPT_FOR
        return until if self.is_own and self.code_text is not None and now < until else None


class KeptLabels:
    """The last labels of one session, oldest first, in memory only, and which waybills their label opened here."""

    def __init__(self) -> None:
        self._labels: dict[bytes, KeptLabel] = {}
        self._opened: dict[bytes, datetime] = {}

    def keep(self, label: KeptLabel) -> None:
        """Remember a label just accepted."""
        self._labels[label.masked.record_id] = label
        forgotten = [record_id for record_id, kept in self._labels.items() if kept.code_text is None]
        for record_id in forgotten[: max(0, len(self._labels) - MOST_LATEST)]:
            del self._labels[record_id]

    def find(self, record_id: bytes) -> KeptLabel | None:
        """The label, when this session accepted it."""
        return self._labels.get(record_id)

    def own(self, record_id: bytes, now: datetime) -> KeptLabel | None:
        """The label while its waybill can be put right by who typed it."""
        kept = self._labels.get(record_id)
        return kept if kept is not None and kept.right_until(now) is not None else None

    def note_opened(self, record_id: bytes, now: datetime) -> datetime:
        """A waybill was opened by its label to be put right: ten minutes from now, until when (UTC) is told."""
        self._opened[record_id] = now + KEPT_FOR
        return self._opened[record_id]

    def may_put_right(self, record_id: bytes, now: datetime) -> bool:
        """Whether the waybill was typed or opened here less than ten minutes ago."""
        opened_until = self._opened.get(record_id)
        return self.own(record_id, now) is not None or (opened_until is not None and now < opened_until)

    def end_opened(self, record_id: bytes) -> None:
        """What was opened was put right: once more only by the new label."""
        self._opened.pop(record_id, None)

    def latest(self, count: int, now: datetime) -> tuple[LatestLabel, ...]:
        """The last labels, newest first."""
        return tuple(_latest(kept, now) for kept in list(self._labels.values())[: -count - 1 : -1])

    def count_copy(self, record_id: bytes, *, coded: bool) -> None:
        """Note that one more copy was taken for printing."""
        kept = self._labels[record_id]
        self._labels[record_id] = replace(kept, coded=kept.coded or coded, copies=kept.copies + 1)

    def due(self, now: datetime) -> tuple[KeptLabel, ...]:
        """The labels whose code must be forgotten now: ten minutes old, or coded and no longer among the last 20."""
        holding = [kept for kept in self._labels.values() if kept.code_text is not None]
        coded = [kept.masked.record_id for kept in holding if kept.coded]
        over = set(coded[: max(0, len(coded) - MOST_CODES)])
        return tuple(kept for kept in holding if now >= kept.made_at + KEPT_FOR or kept.masked.record_id in over)

    def holding(self) -> tuple[KeptLabel, ...]:
        """Every label whose code is still remembered."""
        return tuple(kept for kept in self._labels.values() if kept.code_text is not None)

    def forget_code(self, record_id: bytes) -> None:
        """Drop one label's code; the label stays in the list of the latest."""
        self._labels[record_id] = replace(self._labels[record_id], code_text=None)


def _latest(kept: KeptLabel, now: datetime) -> LatestLabel:
    masked = kept.masked
    return LatestLabel(
        masked.record_id,
        masked.number,
        masked.recipient.name,
        masked.recipient.tail,
        masked.recipient.city + masked.recipient.district,
        masked.accepted_at,
        kept.code_until,
        kept.right_until(now),
        kept.copies,
    )
