"""What became of a scan on the hand-over page, in words: the headline, and one sentence what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.handover_list import PutOnOutcome
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.errors import InvalidDraft
from outlet_app.ui import wording
from outlet_app.ui.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.handover_list import HandoverItem, HandoverList, PutOn
    from outlet_app.errors import OutletError

_CONTEXT = "HandOverWording"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands over the whole width after a scan."""

    kind: MessageKind
    headline: str
    advice: str


_GOOD, _WARN, _BAD = MessageKind.GOOD, MessageKind.WARN, MessageKind.BAD

_WORDS: dict[PutOnOutcome, tuple[MessageKind, object, object]] = {
    PutOnOutcome.ON: (
        _GOOD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} on the list"),
        QT_TRANSLATE_NOOP("HandOverWording", "{count} for {carrier}."),
    ),
    PutOnOutcome.ALREADY_ON: (
        _WARN,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} is on it already"),
        QT_TRANSLATE_NOOP("HandOverWording", "Scanned twice: nothing changed. Go on with the next."),
    ),
    PutOnOutcome.OTHER_CARRIER: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} belongs to {other}"),
        QT_TRANSLATE_NOOP("HandOverWording", "Put it aside for {other}, or choose {other} above and scan it again."),
    ),
    PutOnOutcome.ON_OTHER_LIST: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} is on {other}'s list"),
        QT_TRANSLATE_NOOP("HandOverWording", "It goes with {other}: put it with those parcels."),
    ),
    PutOnOutcome.HAS_LEFT: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} has left"),
        QT_TRANSLATE_NOOP("HandOverWording", "It left on {left}. If it came back, register it under Arrivals."),
    ),
    PutOnOutcome.NOT_OURS: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "Not a parcel of this outlet {number}"),
        QT_TRANSLATE_NOOP("HandOverWording", "Nothing is known of it here: accept it first, or put it aside."),
    ),
    PutOnOutcome.NEWER_LABEL: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} has a newer label"),
        QT_TRANSLATE_NOOP("HandOverWording", "Put the newer label on, tear this one up, and scan the new one."),
    ),
    PutOnOutcome.LOST_DAYS: (
        _WARN,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} is from the lost days"),
        QT_TRANSLATE_NOOP("HandOverWording", "Enter it again under Accept with the same number, then scan it here."),
    ),
    PutOnOutcome.MISFIT: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} does not fit the record"),
        QT_TRANSLATE_NOOP(
            "HandOverWording", "Call the owner. Its bars may still be scanned, so that the truck need not wait."
        ),
    ),
    PutOnOutcome.NOT_TO_GO: (
        _BAD,
        QT_TRANSLATE_NOOP("HandOverWording", "{number} waits for its recipient"),
        QT_TRANSLATE_NOOP("HandOverWording", "Put it back on its shelf. Refused parcels alone go back."),
    ),
}


_NOT_PUT_ON = QT_TRANSLATE_NOOP("HandOverWording", "Not put on: scan it again")
_NO_NUMBER = QT_TRANSLATE_NOOP("HandOverWording", "No waybill number")
_SCAN_THE_LABEL = QT_TRANSLATE_NOOP(
    "HandOverWording", "Scan the bars or the square code of the parcel's label, or type its whole number."
)
_TAKEN_OFF = QT_TRANSLATE_NOOP("HandOverWording", "{number} taken off")
_OUT_OF_THE_PILE = QT_TRANSLATE_NOOP("HandOverWording", "Take it out of the pile: it stays in the shop.")
_CLOSED = QT_TRANSLATE_NOOP("HandOverWording", "List closed: {count} for {carrier}")
_MAY_GO = QT_TRANSLATE_NOOP("HandOverWording", "They may go onto the truck.")
_NOT_CLOSED = QT_TRANSLATE_NOOP("HandOverWording", "Not closed: the list stands open")


def verdict(put_on: PutOn, carrier: str, named: Callable[[str], str]) -> Verdict:
    """What is told of a scan onto the list of `carrier`; `named` gives a carrier's name by its code."""
    kind, headline, advice = _WORDS[put_on.outcome]
    facts = {
        "number": put_on.number,
        "count": 0 if put_on.list is None else put_on.list.count,
        "carrier": named(carrier),
        "other": named(put_on.carrier) if put_on.carrier else "",
        "left": "" if put_on.left_at is None else f"{outlet_time(put_on.left_at):%Y-%m-%d %H:%M}",
    }
    return Verdict(kind, _said(headline).format(**facts).strip(), _said(advice).format(**facts))


def not_put_on(error: OutletError) -> Verdict:
    """A scan that changed nothing, because something is wrong here and not with the parcel; or what is no number."""
    if isinstance(error, InvalidDraft):
        return Verdict(_BAD, _said(_NO_NUMBER), _said(_SCAN_THE_LABEL))
    return Verdict(_BAD, _said(_NOT_PUT_ON), wording.sentence(error))


def taken_off(item: HandoverItem) -> Verdict:
    """A parcel that stands in the shop again."""
    return Verdict(_WARN, _said(_TAKEN_OFF).format(number=item.number), _said(_OUT_OF_THE_PILE))


def closed(handover: HandoverList, named: Callable[[str], str]) -> Verdict:
    """A list that is closed for good."""
    headline = _said(_CLOSED).format(count=handover.count, carrier=named(handover.carrier))
    return Verdict(_GOOD, headline, _said(_MAY_GO))


def not_closed(error: OutletError) -> Verdict:
    """A list that stands open still, and why."""
    return Verdict(_BAD, _said(_NOT_CLOSED), wording.sentence(error))


def _said(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
