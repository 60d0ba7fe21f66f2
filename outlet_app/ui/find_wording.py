"""The words of 查找: states of a waybill, steps of its life, what a scanned label turned out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.amounts import kilograms, yuan
from outlet_app.domain.gap import Sight
from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.services.find import LifeKind
from outlet_app.ui import carrier_names, wording
from outlet_app.ui.parcel_wording import CardWords

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.gap import Gap
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.services.allowance import Left
    from outlet_app.services.find import LifeStep
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.scans import ScanReport

_STATES: dict[WaybillState, object] = {
    WaybillState.ACCEPTED: QT_TRANSLATE_NOOP("FindWording", "In the shop"),
    WaybillState.LISTED: QT_TRANSLATE_NOOP("FindWording", "On a hand-over list"),
    WaybillState.HANDED_OVER: QT_TRANSLATE_NOOP("FindWording", "Handed over"),
    WaybillState.COLLECTED: QT_TRANSLATE_NOOP("FindWording", "Collected"),
    WaybillState.RETURNED: QT_TRANSLATE_NOOP("FindWording", "Returned"),
    WaybillState.FORWARDED: QT_TRANSLATE_NOOP("FindWording", "Forwarded"),
    WaybillState.LOST: QT_TRANSLATE_NOOP("FindWording", "Lost"),
    WaybillState.CANCELLED: QT_TRANSLATE_NOOP("FindWording", "Cancelled"),
}

_OUTCOMES: dict[ScanOutcome, tuple[object, object]] = {
    ScanOutcome.OPENS: (
        QT_TRANSLATE_NOOP("FindWording", "The label of {number} opens"),
        QT_TRANSLATE_NOOP("FindWording", "Press the key of the one thing you need to know, then the reason."),
    ),
    ScanOutcome.CLOSED: (
        QT_TRANSLATE_NOOP("FindWording", "The details of {number} are closed"),
        QT_TRANSLATE_NOOP(
            "FindWording", "The parcel has left, or the label's term is over: it opens nothing any more."
        ),
    ),
    ScanOutcome.NEWER_LABEL: (
        QT_TRANSLATE_NOOP("FindWording", "{number} has a newer label"),
        QT_TRANSLATE_NOOP("FindWording", "Put the newest label on the parcel and tear this one up: it opens nothing."),
    ),
    ScanOutcome.LOST_DAYS: (
        QT_TRANSLATE_NOOP("FindWording", "{number} is from days that the record has lost"),
        QT_TRANSLATE_NOOP("FindWording", "Enter the parcel again under its number, and put the new label on."),
    ),
    ScanOutcome.FOREIGN: (
        QT_TRANSLATE_NOOP("FindWording", "Not a label of this outlet, or not a genuine one"),
        QT_TRANSLATE_NOOP("FindWording", "It opens nothing, and the scan is recorded. Work goes on."),
    ),
    ScanOutcome.MISFIT: (
        QT_TRANSLATE_NOOP("FindWording", "The label of {number} does not fit the activity record"),
        QT_TRANSLATE_NOOP(
            "FindWording",
            "What was recorded before this label was printed is missing or was changed. Work goes on; nothing is "
            "revealed until the owner has seen to it.",
        ),
    ),
}

_DAY_SHEETS: dict[ScanOutcome, tuple[object, object]] = {
    ScanOutcome.FITS: (
        QT_TRANSLATE_NOOP("FindWording", "This day sheet fits the activity record"),
        QT_TRANSLATE_NOOP("FindWording", "Everything recorded up to it still stands as it was."),
    ),
    ScanOutcome.LOST_DAYS: (
        QT_TRANSLATE_NOOP("FindWording", "This day sheet is from days that the record has lost"),
        QT_TRANSLATE_NOOP("FindWording", "What it counts is not in this outlet any more. Keep the sheet."),
    ),
    ScanOutcome.MISFIT: (
        QT_TRANSLATE_NOOP("FindWording", "This day sheet does not fit the activity record"),
        QT_TRANSLATE_NOOP(
            "FindWording",
            "What was recorded before it was printed is missing or was changed. Work goes on; nothing is revealed "
            "until the owner has seen to it.",
        ),
    ),
}

_SIGHTS: dict[Sight, object] = {
    Sight.LABEL: QT_TRANSLATE_NOOP("FindWording", "a scanned label"),
    Sight.DAY_SHEET: QT_TRANSLATE_NOOP("FindWording", "a scanned day sheet"),
    Sight.NEAR: QT_TRANSLATE_NOOP("FindWording", "the note kept beside the database"),
    Sight.CHAIN: QT_TRANSLATE_NOOP("FindWording", "the check of the record itself"),
    Sight.ROW: QT_TRANSLATE_NOOP("FindWording", "a waybill that is not what was recorded"),
}

_LIVES: dict[LifeKind, object] = {
    LifeKind.ACCEPTED: QT_TRANSLATE_NOOP("FindWording", "Accepted"),
    LifeKind.CORRECTED: QT_TRANSLATE_NOOP("FindWording", "Put right"),
    LifeKind.ARRIVED: QT_TRANSLATE_NOOP("FindWording", "Shelved"),
    LifeKind.ARRIVAL_CORRECTED: QT_TRANSLATE_NOOP("FindWording", "Put right"),
    LifeKind.ARRIVAL_UNDONE: QT_TRANSLATE_NOOP("FindWording", "Taken back"),
    LifeKind.MOVED: QT_TRANSLATE_NOOP("FindWording", "Moved"),
    LifeKind.COLLECTION_UNDONE: QT_TRANSLATE_NOOP("FindWording", "On its shelf again"),
    LifeKind.PRINTED: QT_TRANSLATE_NOOP("FindWording", "Label printed"),
    LifeKind.SHELF_LABEL_PRINTED: QT_TRANSLATE_NOOP("FindWording", "Shelf label"),
    LifeKind.RELABELLED: QT_TRANSLATE_NOOP("FindWording", "New label"),
    LifeKind.LISTED: QT_TRANSLATE_NOOP("FindWording", "On a list"),
    LifeKind.UNLISTED: QT_TRANSLATE_NOOP("FindWording", "Off the list"),
    LifeKind.HANDED_OVER: QT_TRANSLATE_NOOP("FindWording", "Handed over"),
    LifeKind.COLLECTED: QT_TRANSLATE_NOOP("FindWording", "Collected"),
    LifeKind.RETURNED: QT_TRANSLATE_NOOP("FindWording", "Returned"),
    LifeKind.REFUSED: QT_TRANSLATE_NOOP("FindWording", "Refused"),
    LifeKind.FORWARDED: QT_TRANSLATE_NOOP("FindWording", "Forwarded"),
    LifeKind.LOST: QT_TRANSLATE_NOOP("FindWording", "Lost"),
    LifeKind.CANCELLED: QT_TRANSLATE_NOOP("FindWording", "Cancelled"),
}


def state_name(state: WaybillState) -> str:
    """Where the parcel is, in two words."""
    return _say(_STATES[state])


def state_line(found: FoundWaybill) -> str:
    """Where the parcel is, and since when it is gone."""
    name = state_name(found.state)
    return name if found.left_at is None else f"{name}  {moment(found.left_at)}"


def is_found_by_sender(found: FoundWaybill, tail: str) -> bool:
    """Whether a look-up by `tail` found this waybill by its sender alone."""
    return bool(tail) and found.masked.recipient.tail != tail == found.masked.sender.tail


def card_words(found: FoundWaybill, tail: str = "") -> CardWords:
    """What a card says: number, state, a masked party with its place, that party's tail as the figure.

    The recipient, or the sender where a look-up by `tail` found him alone.
    """
    by_sender = is_found_by_sender(found, tail)
    party = found.masked.sender if by_sender else found.masked.recipient
    words = _say(QT_TRANSLATE_NOOP("FindWording", "From {party}")) if by_sender else "{party}"
    line = words.format(party=f"{party.name}  {party.city}{party.district}")
    if found.masked.is_emptied:
        line = _say(QT_TRANSLATE_NOOP("FindWording", "{place}, name and phone emptied")).format(
            place=f"{party.city}{party.district}"
        )
    return CardWords(found.masked.number, state_name(found.state), line, party.tail)


def carrier_line(masked: MaskedWaybill) -> str:
    """The carrier and its service."""
    if not carrier_names.is_known(masked.carrier):
        return masked.carrier
    carrier = carrier_names.carrier(masked.carrier)
    return f"{wording.carrier_name(carrier)} · {wording.carrier_name(carrier.service(masked.service))}"


def facts_line(masked: MaskedWaybill) -> str:
    """What is plain about the parcel: category, weight, fee and who pays, money to collect, declared value."""
    facts = [
        *([] if masked.is_emptied else [wording.choice_name(masked.category)]),
        _say(QT_TRANSLATE_NOOP("FindWording", "{weight} kg")).format(weight=kilograms(masked.weight_g)),
        _say(QT_TRANSLATE_NOOP("FindWording", "fee ¥{amount}")).format(amount=yuan(masked.fee_fen)),
        wording.choice_name(masked.payment),
    ]
    if masked.cod_fen:
        words = _say(QT_TRANSLATE_NOOP("FindWording", "cash on delivery ¥{amount}"))
        facts.append(words.format(amount=yuan(masked.cod_fen)))
    if masked.declared_fen:
        words = _say(QT_TRANSLATE_NOOP("FindWording", "declared ¥{amount}"))
        facts.append(words.format(amount=yuan(masked.declared_fen)))
    return " · ".join(facts)


def outcome_words(report: ScanReport) -> tuple[str, str]:
    """What a scanned code turned out to be, and what to do; a code without a number is a day sheet's."""
    table = _OUTCOMES if report.number or report.outcome not in _DAY_SHEETS else _DAY_SHEETS
    headline, advice = table[report.outcome]
    return _say(headline).format(number=report.number), _say(advice)


def step_lines(step: LifeStep) -> tuple[str, str, str]:
    """A step of a waybill's life: what, when on the outlet's clock, who."""
    return _say(_LIVES[step.kind]), moment(step.at), step.who


def gap_words(gap: Gap) -> tuple[str, ...]:
    """What is known of a record that does not fit: how much, since when, and by what it was seen; whole sentences."""
    sights = _say(QT_TRANSLATE_NOOP("FindWording", ", ")).join(_say(_SIGHTS[sight]) for sight in gap.sights)
    seen = _say(QT_TRANSLATE_NOOP("FindWording", "It was seen by {sights}.")).format(sights=sights)
    if not gap.acts:
        words = _say(QT_TRANSLATE_NOOP("FindWording", "Waybills that are not what was recorded: {count}."))
        return words.format(count=gap.waybills), seen
    if gap.since is None:
        words = _say(QT_TRANSLATE_NOOP("FindWording", "No act is beyond doubt (at least {count})."))
        return words.format(count=gap.acts), seen
    words = _say(
        QT_TRANSLATE_NOOP("FindWording", "Missing or changed: at least {count} acts after {time}, from act {first} on.")
    )
    return words.format(count=gap.acts, time=moment(gap.since), first=gap.first), seen


def left_words(left: Left) -> str:
    """What is left of the look-ups that count, in one line."""
    if left.suspended:
        return _say(QT_TRANSLATE_NOOP("FindWording", "Look-ups by tail are suspended; numbers and scans go on."))
    share = left.shares.get(LimitName.LOOK_UPS_HOUR)
    if left.lifted or share is None:
        return ""
    words = _say(QT_TRANSLATE_NOOP("FindWording", "Look-ups by tail left this hour: {left} of {limit}"))
    return words.format(left=share.left, limit=share.limit)


def moment(at: datetime) -> str:
    """A time on the outlet's clock, to the minute."""
    return f"{outlet_time(at):%Y-%m-%d %H:%M}"


def _say(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("FindWording", str(text))
