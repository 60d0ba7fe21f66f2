"""The words of revealing: the parts of the details, the reasons, and what the limits leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.reveal_terms import RevealField, RevealReason

if TYPE_CHECKING:
    from outlet_app.services.allowance import Left, Share

_OWNERS: dict[str, object] = {
    "recipient": QT_TRANSLATE_NOOP("RevealWording", "Recipient"),
    "sender": QT_TRANSLATE_NOOP("RevealWording", "Sender"),
    "": QT_TRANSLATE_NOOP("RevealWording", "Parcel"),
}

_PARTS: dict[str, object] = {
    "phone": QT_TRANSLATE_NOOP("RevealWording", "Phone"),
    "name": QT_TRANSLATE_NOOP("RevealWording", "Name"),
    "address": QT_TRANSLATE_NOOP("RevealWording", "Address"),
    "contents": QT_TRANSLATE_NOOP("RevealWording", "Contents"),
    "remark": QT_TRANSLATE_NOOP("RevealWording", "Remark"),
}

_REASONS: dict[RevealReason, object] = {
    RevealReason.CALL: QT_TRANSLATE_NOOP("RevealWording", "Call"),
    RevealReason.ADDRESS_UNCLEAR: QT_TRANSLATE_NOOP("RevealWording", "Check address"),
    RevealReason.RETURN_TO_SENDER: QT_TRANSLATE_NOOP("RevealWording", "Send back"),
    RevealReason.ASKED_BY_PERSON: QT_TRANSLATE_NOOP("RevealWording", "Person asks"),
    RevealReason.OTHER: QT_TRANSLATE_NOOP("RevealWording", "Other"),
}

_LEFT = QT_TRANSLATE_NOOP("RevealWording", "Left: {hour} this hour, {day} today")
_LEFT_OWNER = QT_TRANSLATE_NOOP("RevealWording", "Left without a label: {day} today")
_OPENS = QT_TRANSLATE_NOOP("RevealWording", "Used up until {until}")
_LIFTED = QT_TRANSLATE_NOOP("RevealWording", "No limit today: the owner lifted it")
_SUSPENDED = QT_TRANSLATE_NOOP("RevealWording", "Suspended: the owner can lift it")

_BY_LABEL = (LimitName.SCAN_REVEALS_HOUR, LimitName.SCAN_REVEALS_DAY, LimitName.OUTLET_REVEALS_DAY)
_BY_OWNER = (LimitName.OWNER_REVEALS_DAY, LimitName.OUTLET_REVEALS_DAY)


def owner_name(field: RevealField) -> str:
    """Whose part it is: the recipient's, the sender's or the parcel's."""
    party, dot, _ = field.value.partition(".")
    return _translated(_OWNERS[party if dot else ""])


def part_name(field: RevealField) -> str:
    """The short name of a part, beside its party's."""
    return _translated(_PARTS[field.value.rpartition(".")[2]])


def reason_name(reason: RevealReason) -> str:
    """A reason as it stands on its button."""
    return _translated(_REASONS[reason])


def left_sentence(left: Left, *, by_label: bool) -> str:
    """What may still be revealed in this way, in one short line; times are the outlet's."""
    if left.suspended:
        return _translated(_SUSPENDED)
    if left.lifted:
        return _translated(_LIFTED)
    shares = [left.shares[name] for name in (_BY_LABEL if by_label else _BY_OWNER)]
    closed = [share.opens_at for share in shares if share.opens_at is not None]
    if closed:
        return _translated(_OPENS).format(until=f"{outlet_time(max(closed)):%H:%M}")
    day = min(share.left for share in shares[1 if by_label else 0 :])
    return _translated(_LEFT if by_label else _LEFT_OWNER).format(hour=_hour(shares, day), day=day)


def _hour(shares: list[Share], day: int) -> int:
    return min(shares[0].left, day)


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("RevealWording", str(text))
