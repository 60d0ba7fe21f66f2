"""The evening on which a clerk does what a clerk should not do, so that the demo's review has something to show."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import LimitReached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.services import Entrance, Services

LOOK_UPS = 14
"""Made-up tails that he tries, one every 40 seconds."""

_FIELDS = (RevealField.RECIPIENT_PHONE, RevealField.RECIPIENT_NAME)
_EACH = timedelta(seconds=40)


def misbehave(
    entrance: Entrance,
    play_clock: Callable[[datetime], None],
    clerk: tuple[bytes, str],
    begins: datetime,
    drafts: Iterable[WaybillDraft],
    canary: str = "",
) -> None:
    """`clerk` (account id and password) comes back late, opens one parcel after the other, then tries tails.

    Last he looks a parcel up that is nobody's, where `canary` is its number. He scans the labels of late parcels that
    he accepts himself: the limit of an hour stops him in the midst of it.
    """
    play_clock(begins)
    services = entrance.sign_in(*clerk)
    at = begins
    for draft in drafts:
        record_id = services.entry.accept(draft, None).record_id
        for field in _FIELDS:
            at += _EACH
            play_clock(at)
            _reveal(services, record_id, field)
    for step in range(LOOK_UPS):
        play_clock(at + (step + 1) * _EACH)
        services.find.look_up(f"{step * 613 % 10_000:04d}")
    if canary:
        services.find.look_up(canary)
    services.session.sign_out()


def _reveal(services: Services, record_id: bytes, field: RevealField) -> None:
    kept = services.session.labels.find(record_id)
    if kept is None or kept.code_text is None:
        raise LookupError(record_id.hex())
    services.scans.take(kept.code_text)
    with suppress(LimitReached):
        services.reveal.by_scan(record_id, field, RevealReason.CALL)
