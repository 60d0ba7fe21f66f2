"""The words for arrived parcels: where one is, since when, what is due, and what a card says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.amounts import yuan
from outlet_app.domain.arrived_parcel import ON_SHELF, ParcelState, RefusalReason
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import carrier_names

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.arrived_parcel import ArrivedParcel

_STATES: dict[ParcelState, object] = {
    ParcelState.WAITING: QT_TRANSLATE_NOOP("ParcelWording", "Waiting"),
    ParcelState.REFUSED: QT_TRANSLATE_NOOP("ParcelWording", "Refused, goes back"),
    ParcelState.LISTED: QT_TRANSLATE_NOOP("ParcelWording", "On a hand-over list"),
    ParcelState.COLLECTED: QT_TRANSLATE_NOOP("ParcelWording", "Collected"),
    ParcelState.RETURNED: QT_TRANSLATE_NOOP("ParcelWording", "Given back to its carrier"),
    ParcelState.FORWARDED: QT_TRANSLATE_NOOP("ParcelWording", "Forwarded"),
    ParcelState.LOST: QT_TRANSLATE_NOOP("ParcelWording", "Lost"),
    ParcelState.CANCELLED: QT_TRANSLATE_NOOP("ParcelWording", "Arrival undone"),
}

_REASONS: dict[RefusalReason, object] = {
    RefusalReason.NOT_WANTED: QT_TRANSLATE_NOOP("ParcelWording", "not wanted"),
    RefusalReason.DAMAGED: QT_TRANSLATE_NOOP("ParcelWording", "damaged"),
    RefusalReason.NOT_PAID: QT_TRANSLATE_NOOP("ParcelWording", "not paid"),
    RefusalReason.NOT_COLLECTED: QT_TRANSLATE_NOOP("ParcelWording", "never collected"),
}


class CardWords(NamedTuple):
    """What one card says: number and state above, a line beneath, the figure at the right, money that is due."""

    number: str
    state: str
    line: str
    figure: str
    due: str = ""


def state_name(state: ParcelState) -> str:
    """Where the parcel is, in a few words."""
    return _say(_STATES[state])


def reason_name(reason: RefusalReason) -> str:
    """Why it was refused, as it stands within a sentence."""
    return _say(_REASONS[reason])


def carrier_name(code: str) -> str:
    """The carrier's name in the language of the screen; the code of one that nobody knows."""
    return carrier_names.named(code)


def state_line(parcel: ArrivedParcel, days: int) -> str:
    """Where it is, and for how many days; of one that has left, since when."""
    name = state_name(parcel.state)
    if parcel.left_at is not None:
        return f"{name}  {day_and_time(parcel.left_at)}"
    if parcel.state not in ON_SHELF:
        return name
    return f"{name} · {days_words(days)}"


def days_words(days: int) -> str:
    """How long it waits."""
    if not days:
        return _say(QT_TRANSLATE_NOOP("ParcelWording", "since today"))
    if days == 1:
        return _say(QT_TRANSLATE_NOOP("ParcelWording", "1 day"))
    return _say(QT_TRANSLATE_NOOP("ParcelWording", "{count} days")).format(count=days)


def tail_words(parcel: ArrivedParcel, *, hidden: bool) -> str:
    """Its tail; where the customer is to say it, that he is to be asked."""
    if hidden:
        return _say(QT_TRANSLATE_NOOP("ParcelWording", "tail: ask for it"))
    if not parcel.tail:
        return _say(QT_TRANSLATE_NOOP("ParcelWording", "no tail"))
    return _say(QT_TRANSLATE_NOOP("ParcelWording", "tail {tail}")).format(tail=parcel.tail)


def due_words(parcel: ArrivedParcel) -> str:
    """What is to be paid, in yuan; empty for nothing."""
    return f"¥{yuan(parcel.due_fen)}" if parcel.due_fen and parcel.left_at is None else ""


def due_lines(parcel: ArrivedParcel) -> str:
    """What the money is for: cash on delivery, freight to collect, or both."""
    parts = (
        (parcel.cod_fen, QT_TRANSLATE_NOOP("ParcelWording", "cash on delivery ¥{amount}")),
        (parcel.collect_fen, QT_TRANSLATE_NOOP("ParcelWording", "freight to collect ¥{amount}")),
    )
    return " + ".join(_say(words).format(amount=yuan(fen)) for fen, words in parts if fen)


def card_words(parcel: ArrivedParcel, days: int, *, hides_tail: bool) -> CardWords:
    """What a card says of an arrived parcel; its shelf code is the figure."""
    hidden = hides_tail and parcel.left_at is None and bool(parcel.tail)
    line = f"{carrier_name(parcel.carrier)} · {tail_words(parcel, hidden=hidden)}"
    return CardWords(parcel.number, state_line(parcel, days), line, parcel.shelf_code, due_words(parcel))


def day_and_time(at: datetime) -> str:
    """A moment on the outlet's clock, without the year: parcels wait for days."""
    return f"{outlet_time(at):%m-%d %H:%M}"


def _say(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("ParcelWording", str(text))
