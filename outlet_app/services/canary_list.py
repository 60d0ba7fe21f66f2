"""The signed-in owner's list of canaries: whether it is as he locked it, what is on it, and who was at one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.canaries import canary_flags, looks_at
from outlet_app.errors import KeyMismatch
from outlet_app.services.counted_acts import RecordNow
from outlet_app.store import act_search, canaries, waybills
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.account import Account
    from outlet_app.domain.activity import Act
    from outlet_app.domain.canaries import Canary
    from outlet_app.domain.flags import Flag
    from outlet_app.sealing.canaries import CanaryKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Cursor, Reader

_MOST_ACTS = 200
"""Acts of one canary that are read, the newest; an honest one has ten."""


class ListState(StrEnum):
    """How the list stands."""

    OPENS = "opens"
    CLOSED = "closed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class CanaryList:
    """What is on the list, in the order it was marked; nothing where it does not open.

    CLOSED: its owner's key is another one since, after his password was reset or the outlet restored by the sheet.
    CHANGED: what lies there is not what his last signed act says.
    """

    state: ListState
    canaries: tuple[Canary, ...] = ()


def read_list(session: Session) -> CanaryList:
    """The list of the account at the counter, opened anew each time; below a millisecond."""
    reader, account_id = session.store.reader, session.account.account_id
    last = canaries.last_sealed(reader, account_id)
    if last is None:
        return CanaryList(ListState.OPENS)
    box = canaries.box_of(reader, account_id)
    if box is None or read_detail(last).get("box") != canaries.digest(box) or not _record(session).is_signed(last):
        return CanaryList(ListState.CHANGED)
    try:
        return CanaryList(ListState.OPENS, session.keys.canaries.open(box))
    except KeyMismatch:
        return CanaryList(ListState.CLOSED)


def locked(session: Session, marked: Sequence[Canary]) -> Entry:
    """The list as it stands from now on."""
    return canaries.sealed(session.account.account_id, session.keys.canaries.lock(marked))


def with_list(reader: Reader, account: Account, keys: CanaryKeys, came: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What an owner's full sign-in writes: from the first one on he has a list, so that having one says nothing.

    It is made by the act of his coming. One that another hand changed is told.
    """
    if account.role is not Role.OWNER:
        return came
    box, last = canaries.box_of(reader, account.account_id), canaries.last_sealed(reader, account.account_id)
    if last is not None:
        as_said = box is not None and read_detail(last).get("box") == canaries.digest(box)
        return came if as_said else (*came, _told())
    if box is not None:
        return came
    first = keys.lock(())

    def apply(cursor: Cursor) -> None:
        canaries.keep(cursor, account.account_id, first)

    return (*came[:-1], replace(came[-1], apply=apply))


def canaries_seen(session: Session) -> tuple[Flag, ...]:
    """A flag for each person and day at each canary of the owner at the counter; about a millisecond a look.

    Acts that nobody signed count nothing here: whoever reads the record tells of them.
    """
    found: list[Flag] = []
    for canary in read_list(session).canaries:
        kept = waybills.by_id(session.store.reader, canary.record_id)
        number = "" if kept is None else kept.masked.number
        name = " · ".join(filter(None, (number, canary.note)))
        found += canary_flags(name, _looks(session, canary))
    return tuple(found)


def word_of(session: Session, flag: Flag) -> str:
    """The name under which an act tells of that flag and of no canary."""
    return session.keys.canaries.word_of(flag.account_id, flag.day.isoformat(), flag.first_n, flag.last_n)


def _looks(session: Session, canary: Canary) -> list[tuple[Act, datetime]]:
    reader, record = session.store.reader, _record(session)
    query = ActQuery(record_ids=(canary.record_id,))
    head = session.store.checkpoint().n
    acts = act_search.matching(reader, query, above=canary.after_n, before=head + 1, limit=_MOST_ACTS)
    looks = looks_at(canary, [(act, from_ms(act.at_ms)) for act in reversed(acts)], session.account.account_id)
    return [(act, at) for act, at in looks if record.is_signed(act)]


def _record(session: Session) -> RecordNow:
    return RecordNow(session.store, session.statements, session.outlet_id, session.clock())


def _told() -> Entry:
    return Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": "canaries"}))
