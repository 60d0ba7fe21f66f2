"""What each person did on one day, counted from acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import ActivityKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act

_COUNTED: dict[str, str] = {
    Kind.SIGNED_IN: "sign_ins",
    Kind.CHANGED_PERSON: "sign_ins",
    Kind.ACCEPTED: "accepted",
    Kind.PRINTED: "printed",
    Kind.CORRECTED: "corrections",
    Kind.SIGN_IN_REFUSED: "refusals",
    Kind.REVEAL_REFUSED: "refusals",
}
_TAKEN = (Kind.LABEL_TAKEN, Kind.PRINTED_WITHOUT_CODE)
_RENEWED = (Kind.ACCEPTED, Kind.CORRECTED)


@dataclass(frozen=True, slots=True)
class PersonTotals:
    """Counts of one person's acts.

    `sign_ins` are those by password and by PIN. `printed` are labels that left a printer, first ones and reprints;
    a reprint is a label taken for a waybill that had one already in that version. `refusals` are sign-ins refused at
    this person's name and reveals refused to him.
    """

    sign_ins: int = 0
    accepted: int = 0
    printed: int = 0
    reprints: int = 0
    corrections: int = 0
    refusals: int = 0


def has_label(acts: Iterable[Act]) -> bool:
    """Whether a waybill, after its acts `acts` in their order, has a label in its present version."""
    taken = False
    for act in acts:
        taken = act.kind in _TAKEN or (taken and act.kind not in _RENEWED)
    return taken


def first_takings(acts: Iterable[Act]) -> dict[bytes, int]:
    """The waybills whose label is taken in `acts` before anything there says that they had none, and by which act.

    Whether that is a reprint, only what was done before these acts can tell.
    """
    first: dict[bytes, Act] = {}
    for act in acts:
        if act.record_id is not None and act.kind in (*_TAKEN, *_RENEWED):
            first.setdefault(act.record_id, act)
    return {record_id: act.n for record_id, act in first.items() if act.kind in _TAKEN}


def count_totals(acts: Iterable[Act], labelled: frozenset[bytes]) -> dict[bytes, PersonTotals]:
    """The totals by account id. `labelled` are the waybills that had a label before the first of `acts`."""
    counted: dict[bytes, Counter[str]] = {}
    having = set(labelled)
    for act in acts:
        totals = counted.setdefault(_concerned(act), Counter())
        if act.kind in _COUNTED:
            totals[_COUNTED[act.kind]] += 1
        if act.record_id is not None and act.kind in _TAKEN:
            totals["reprints"] += act.record_id in having
            having.add(act.record_id)
        elif act.kind in _RENEWED:
            having.discard(act.record_id or b"")
    return {account_id: PersonTotals(**totals) for account_id, totals in counted.items()}


def _concerned(act: Act) -> bytes:
    """Whose act it is; a refused sign-in is recorded by whoever signs in next and concerns the account it names."""
    if act.kind != Kind.SIGN_IN_REFUSED:
        return act.account_id
    return read_account(read_detail(act).get("account")) or act.account_id
