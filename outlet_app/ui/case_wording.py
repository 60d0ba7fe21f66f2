"""The odd cases of a waybill in words: their names, what each ends, why they came up, and what to do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.amounts import yuan
from outlet_app.domain.waybill_cases import CancelReason, CaseKind, LossReason

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTEXT = "CaseWording"

_NAMES: Mapping[CaseKind, object] = {
    CaseKind.CANCEL: QT_TRANSLATE_NOOP("CaseWording", "Cancelled: the sender takes it back"),
    CaseKind.SEND_BACK: QT_TRANSLATE_NOOP("CaseWording", "Goes back to its sender, the fee stays"),
    CaseKind.FORWARD: QT_TRANSLATE_NOOP("CaseWording", "Given to another outlet or carrier by hand"),
    CaseKind.REFUSE: QT_TRANSLATE_NOOP("CaseWording", "Refused by its recipient, on its way back"),
    CaseKind.LOSE: QT_TRANSLATE_NOOP("CaseWording", "Lost"),
}

_VERBS: Mapping[CaseKind, object] = {
    CaseKind.CANCEL: QT_TRANSLATE_NOOP("CaseWording", "Cancel the waybill"),
    CaseKind.SEND_BACK: QT_TRANSLATE_NOOP("CaseWording", "Send it back"),
    CaseKind.FORWARD: QT_TRANSLATE_NOOP("CaseWording", "Note as forwarded"),
    CaseKind.REFUSE: QT_TRANSLATE_NOOP("CaseWording", "Note as refused"),
    CaseKind.LOSE: QT_TRANSLATE_NOOP("CaseWording", "Write it off as lost"),
}

_STORIES: Mapping[CaseKind, object] = {
    CaseKind.CANCEL: QT_TRANSLATE_NOOP(
        "CaseWording", "The waybill ends, its label opens nothing any more. Give parcel and money back first."
    ),
    CaseKind.SEND_BACK: QT_TRANSLATE_NOOP(
        "CaseWording", "The waybill ends as returned, its label opens nothing any more. Nothing is given back."
    ),
    CaseKind.FORWARD: QT_TRANSLATE_NOOP(
        "CaseWording", "The waybill ends without a hand-over list, its label opens nothing any more."
    ),
    CaseKind.REFUSE: QT_TRANSLATE_NOOP(
        "CaseWording", "A note to its life. When the parcel is here again, register it under Arrivals."
    ),
    CaseKind.LOSE: QT_TRANSLATE_NOOP(
        "CaseWording", "The waybill ends as lost; this cannot be taken back. Tell the sender and the carrier."
    ),
}

_REASONS: Mapping[CancelReason | LossReason, object] = {
    CancelReason.SENDER_ASKED: QT_TRANSLATE_NOOP("CaseWording", "the sender asked for it"),
    CancelReason.NOT_TAKEN: QT_TRANSLATE_NOOP("CaseWording", "the carrier does not take it"),
    CancelReason.MISTAKE: QT_TRANSLATE_NOOP("CaseWording", "entered by mistake"),
    CancelReason.SPOILT: QT_TRANSLATE_NOOP("CaseWording", "contents or packing are spoilt"),
    LossReason.NOT_FOUND: QT_TRANSLATE_NOOP("CaseWording", "not to be found in the shop"),
    LossReason.ON_THE_WAY: QT_TRANSLATE_NOOP("CaseWording", "lost on the way"),
    LossReason.DESTROYED: QT_TRANSLATE_NOOP("CaseWording", "destroyed"),
    LossReason.STOLEN: QT_TRANSLATE_NOOP("CaseWording", "stolen"),
}

_DONE: Mapping[CaseKind, object] = {
    CaseKind.CANCEL: QT_TRANSLATE_NOOP("CaseWording", "{number} is cancelled"),
    CaseKind.SEND_BACK: QT_TRANSLATE_NOOP("CaseWording", "{number} goes back to its sender"),
    CaseKind.FORWARD: QT_TRANSLATE_NOOP("CaseWording", "{number} is noted as forwarded"),
    CaseKind.REFUSE: QT_TRANSLATE_NOOP("CaseWording", "{number} is noted as refused"),
    CaseKind.LOSE: QT_TRANSLATE_NOOP("CaseWording", "{number} is written off as lost"),
}
_REFUND = QT_TRANSLATE_NOOP("CaseWording", "{number} is cancelled: give ¥{amount} back")


def case_name(kind: CaseKind) -> str:
    """What happened, as it stands in the list of what can be noted."""
    return _said(_NAMES[kind])


def case_verb(kind: CaseKind) -> str:
    """What the button does."""
    return _said(_VERBS[kind])


def case_story(kind: CaseKind) -> str:
    """What follows from it."""
    return _said(_STORIES[kind])


def reason_name(reason: CancelReason | LossReason) -> str:
    """Why it came up."""
    return _said(_REASONS[reason])


def done_words(kind: CaseKind, number: str, refund_fen: int) -> str:
    """What is told afterwards, with the money to give back."""
    if refund_fen:
        return _said(_REFUND).format(number=number, amount=yuan(refund_fen))
    return _said(_DONE[kind]).format(number=number)


def _said(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
