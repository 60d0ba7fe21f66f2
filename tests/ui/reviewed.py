"""Acts as the review gives them, for the tests of what shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.proof import Proof
from outlet_app.services.reviewed_acts import ReviewedAct

ACT = ReviewedAct(
    n=7,
    at=datetime(2026, 11, 22, 1, 30, 5, tzinfo=UTC),
    account_id=b"c" * 16,
    person="陈伟",
    station="counter-1",
    kind=ActivityKind.ACCEPTED,
    facts={},
    number="YT8800000000001",
    recipient="张**",
    proof=Proof.SIGNED,
)


def act(**changes: object) -> ReviewedAct:
    """Chen accepted a parcel, or what `changes` say."""
    return replace(ACT, **changes)  # type: ignore[arg-type] # the names are the act's fields
