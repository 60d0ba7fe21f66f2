"""Who came in by one person's login in the last days, so that he sees when it was another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.store import act_search
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from outlet_app.services.session import Session

SHOWN_FOR = timedelta(days=7)
MOST_SHOWN = 50

LOOKED_THROUGH = 50_000
"""Acts; a week of a busy outlet has fewer. Some 30 ms of a record of 3 M acts."""


class SignInWay(StrEnum):
    """How somebody came in by a login, or that he was refused: reported by this PC, not proven."""

    PASSWORD = "password"  # noqa: S105 - the name of a way in
    PIN = "pin"
    INVITATION = "invitation"
    REFUSED = "refused"


_WAYS = {
    ActivityKind.SIGNED_IN: SignInWay.PASSWORD,
    ActivityKind.UNLOCKED: SignInWay.PIN,
    ActivityKind.CHANGED_PERSON: SignInWay.PIN,
    ActivityKind.INVITATION_ACCEPTED: SignInWay.INVITATION,
    ActivityKind.SIGN_IN_REFUSED: SignInWay.REFUSED,
}


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody came in by the login, or tried to. `at` is UTC; `station` the name of the PC."""

    at: datetime
    station: str
    way: SignInWay


def sign_ins(session: Session) -> tuple[SignIn, ...]:
    """The last `MOST_SHOWN` of the last `SHOWN_FOR` by the login of who is at the counter, newest first."""
    reader, newest = session.store.reader, session.store.checkpoint().n
    query = ActQuery(kinds=tuple(kind.value for kind in _WAYS))
    above = max(0, newest - LOOKED_THROUGH)
    acts = act_search.matching(reader, query, above=above, before=newest + 1, limit=LOOKED_THROUGH)
    since = session.clock() - SHOWN_FOR
    own = [found for act in acts if (found := _own(act, session.account.account_id)) is not None and found.at >= since]
    return tuple(sorted(own, key=lambda each: each.at, reverse=True)[:MOST_SHOWN])


def came_fully_today(session: Session) -> int:
    """How often the person at the counter signed in fully since 04:00; 2 stands for more."""
    query = ActQuery(
        account_id=session.account.account_id,
        span=day_span(outlet_day(session.clock())),
        kinds=(ActivityKind.SIGNED_IN.value,),
    )
    newest = session.store.checkpoint().n
    return len(act_search.matching(session.store.reader, query, above=0, before=newest + 1, limit=2))


def _own(act: Act, account_id: bytes) -> SignIn | None:
    """The act as a sign-in of that login; None when it is another's."""
    way = _WAYS[ActivityKind(act.kind)]
    if way is not SignInWay.REFUSED:
        return SignIn(from_ms(act.at_ms), act.station, way) if act.account_id == account_id else None
    detail = read_detail(act)
    at_ms = detail.get("at_ms")
    if read_account(detail.get("account")) != account_id or not isinstance(at_ms, int):
        return None
    return SignIn(from_ms(min(abs(at_ms), act.at_ms)), act.station, way)
