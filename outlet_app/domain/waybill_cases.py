"""What a waybill accepted here lives through beside its hand-over, and who may say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.sealed_waybill import IN_SHOP, WaybillState

if TYPE_CHECKING:
    from outlet_app.domain.account import Account


class CaseKind(StrEnum):
    """What can be done with a waybill, in the order in which it is offered."""

    CANCEL = "cancel"
    SEND_BACK = "send_back"
    FORWARD = "forward"
    REFUSE = "refuse"
    LOSE = "lose"


class CancelReason(StrEnum):
    """Why a waybill is cancelled. The values stand in acts: never rename one."""

    SENDER_ASKED = "sender_asked"
    NOT_TAKEN = "not_taken"
    MISTAKE = "mistake"
    SPOILT = "spoilt_goods"


class LossReason(StrEnum):
    """How a parcel was lost. The values stand in acts: never rename one."""

    NOT_FOUND = "not_found"
    ON_THE_WAY = "on_the_way"
    DESTROYED = "destroyed"
    STOLEN = "stolen"


@dataclass(frozen=True, slots=True)
class Case:
    """In which states of a waybill a case can come up, and the permission that settles it."""

    states: frozenset[WaybillState]
    permission: Permission


CASES: dict[CaseKind, Case] = {
    CaseKind.CANCEL: Case(IN_SHOP, Permission.ACCEPT),
    CaseKind.SEND_BACK: Case(IN_SHOP, Permission.HAND_OVER),
    CaseKind.FORWARD: Case(IN_SHOP, Permission.HAND_OVER),
    CaseKind.REFUSE: Case(frozenset({WaybillState.HANDED_OVER}), Permission.HAND_OVER),
    CaseKind.LOSE: Case(IN_SHOP | {WaybillState.HANDED_OVER}, Permission.WRITE_OFF),
}
"""Who settles what.

Whatever happens while somebody stands at the counter is settled by whoever serves him, the owner here or not, and ends
the label's power: CANCEL (the sender wants it back, and his money), SEND_BACK (it goes back to its sender as it is),
FORWARD (another outlet or carrier takes it by hand). REFUSE notes what the carrier told: the recipient did not take it;
it is on its way back and is shelved when it arrives. LOSE alone is the owner's: it writes off somebody's property,
nobody waits for it at the counter, and a clerk who could do it alone could take a parcel home.
"""


def cases(state: WaybillState, account: Account) -> tuple[CaseKind, ...]:
    """What this person may do with a waybill in that state."""
    return tuple(kind for kind, case in CASES.items() if state in case.states and account.may(case.permission))
