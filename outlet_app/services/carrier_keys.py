"""The carrier's key that details are sealed to besides the owner's, by what the owner stated and the record proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.carrier_key import key_in_force
from outlet_app.domain.limit_window import CLOCK_KINDS, in_doubt_since, read_clock
from outlet_app.services.clock_check import LOOKED_BACK
from outlet_app.store import act_search
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.limit_window import ClockAct
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader

CARRIER_KEY = "carrier_key"
"""Under this word an act of accepting or correcting names the fingerprint of the key that the details are sealed to."""


def key_for(session: Session, carrier: str) -> bytes | None:
    """The key (32 bytes) in force now of the carrier with that code; None where the owner set none, or none yet.

    Only the owner's signed statements count. Costs nothing while he set no key of that carrier.
    """
    stated = session.statements.carrier_keys(carrier)
    key = key_in_force(stated, proven_now(session)) if stated else None
    return None if key is None else key.public_key


def proven_now(session: Session) -> datetime:
    """The moment (UTC) up to which waits are over: the PC's clock, while its date is settled.

    Where the clock was moved and nobody settled it, the earlier of what it shows now and what it would show unmoved.
    """
    session.watch_clock()
    now = session.clock()
    if session.date_is_confirmed:
        return now
    reader, head = session.store.reader, session.store.checkpoint().n
    query = ActQuery(kinds=CLOCK_KINDS)
    acts = act_search.matching(reader, query, above=max(0, head - LOOKED_BACK), before=head + 1, limit=LOOKED_BACK)
    doubt = in_doubt_since([_clock_act(reader, act) for act in reversed(acts)], session.statements.roles())
    return now if doubt is None else min(now, doubt.before)


def _clock_act(reader: Reader, act: Act) -> ClockAct:
    at = from_ms(act.at_ms)
    return read_clock(act, at, act_search.latest_of_former(reader, act.n) or at)
