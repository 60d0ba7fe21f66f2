"""Finding a waybill by what somebody can say or type: masked rows, few of them, each look-up recorded first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.find_key import FindKey, KeyKind, read_key
from outlet_app.domain.spending import SpendKind
from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.services.allowance import Left, Spending
from outlet_app.services.found import FoundWaybill, found
from outlet_app.store import activities, waybill_search, waybills
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.session import Session
    from outlet_app.store.waybill_search import Hits

NO_HITS = waybill_search.Hits((), more=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What a key found: at most 20 rows, those in the shop first, then the newest; `more` says that others exist."""

    kind: KeyKind
    rows: tuple[FoundWaybill, ...]
    more: bool


class LifeKind(StrEnum):
    """A step in a waybill's life that is worth a dot."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    PRINTED = "printed"
    RELABELLED = "relabelled"
    LISTED = "listed"
    UNLISTED = "unlisted"
    HANDED_OVER = "handed_over"
    COLLECTED = "collected"
    RETURNED = "returned"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    LOST = "lost"
    CANCELLED = "cancelled"


_STEPS: dict[str, LifeKind] = {
    ActivityKind.ACCEPTED: LifeKind.ACCEPTED,
    ActivityKind.CORRECTED: LifeKind.CORRECTED,
    ActivityKind.PRINTED: LifeKind.PRINTED,
    ActivityKind.RELABELLED: LifeKind.RELABELLED,
    ActivityKind.LISTED: LifeKind.LISTED,
    ActivityKind.UNLISTED: LifeKind.UNLISTED,
    ActivityKind.HANDED_OVER: LifeKind.HANDED_OVER,
    ActivityKind.COLLECTED: LifeKind.COLLECTED,
    ActivityKind.RETURNED: LifeKind.RETURNED,
    ActivityKind.REFUSED: LifeKind.REFUSED,
    ActivityKind.FORWARDED: LifeKind.FORWARDED,
    ActivityKind.LOST: LifeKind.LOST,
    ActivityKind.CANCELLED: LifeKind.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step, when (UTC) and by whom; `who` is empty for an account that nobody ever named."""

    kind: LifeKind
    at: datetime
    who: str


class Find:
    """The use case of looking a waybill up. Every method raises SessionLocked and NotPermitted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look_up(self, text: str) -> Found:
        """The waybills that a key finds; recorded before they are given: kind of key and number of hits, not the key.

        A tail or a name with a tail is a unit of the person's limit, a whole number or a shelf code is none. Raises
        InvalidDraft (`key`) for what is no key, LimitReached(limit, until), Suspended.
        """
        session = self._session
        session.require(Permission.SEARCH)
        key = _require_key(text)
        hits = self._hits(key)
        searched = Entry(Activity(ActivityKind.SEARCHED, None, {"key": key.kind.value, "hits": len(hits.rows)}))
        if key.kind in {KeyKind.TAIL, KeyKind.NAME_TAIL}:
            session.allowance.spend(Spending(SpendKind.LOOK_UP, _refused(key)), searched)
        else:
            session.write(searched)
        return Found(key.kind, tuple(found(each) for each in hits.rows), hits.more)

    def open(self, record_id: bytes) -> FoundWaybill:
        """One waybill as it stands now. Raises KeyError for one that is not there."""
        self._session.require(Permission.SEARCH)
        kept = waybills.by_id(self._session.store.reader, record_id)
        if kept is None:
            raise KeyError(record_id.hex())
        return found(kept)

    def life(self, record_id: bytes) -> tuple[LifeStep, ...]:
        """What became of a waybill, in the order of the record. Raises HistoryBroken for acts that do not follow."""
        session = self._session
        session.require(Permission.SEARCH)
        acts = activities.of_record(session.store.reader, record_id)
        return tuple(
            LifeStep(_STEPS[act.kind], from_ms(act.at_ms), session.statements.name(act.account_id) or "")
            for act in acts
            if act.kind in _STEPS
        )

    def left(self) -> Left:
        """What is left to this person of the limits; for the windows to show."""
        self._session.require(Permission.SEARCH)
        return self._session.allowance.left()

    def _hits(self, key: FindKey) -> Hits:
        reader = self._session.store.reader
        if key.kind is KeyKind.SHELF_CODE:
            return NO_HITS
        if key.kind is KeyKind.NUMBER:
            return waybill_search.Hits(tuple(waybills.by_number(reader, key.value)), more=False)
        return waybill_search.by_tail(reader, key.value, key.initials)


def _require_key(text: str) -> FindKey:
    key = read_key(text)
    if key is None:
        raise InvalidDraft((Fault("key", FaultKind.NOT_A_KEY if text.strip() else FaultKind.EMPTY),))
    return key


def _refused(key: FindKey) -> Entry:
    return Entry(Activity(ActivityKind.SEARCHED, None, {"key": key.kind.value, "refused": "limit"}))
