"""Sealed hand-overs of a made-up outlet, for the tests of the file, its opener, and the carrier's commands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.party import Party
from outlet_app.sealing import suite
from outlet_app.sealing.handover_file import HandoverHead, HandoverRecord, Writer, encode
from outlet_app.sealing.handover_key import key_mark
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.seal import seal
from outlet_app.sealing.statements import VerifyKeyNamed, sign_statement
from tests.sealing.conftest import make_masked, make_waybill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.waybill import Waybill

OUTLET = bytes(range(16))
OWNER = OwnerSeed(OUTLET, bytes(range(32)))
CHEN = suite.SigningKey(b"c" * 32)
CARRIER_SECRET, FORMER_SECRET = b"k" * 32, b"f" * 32
CARRIER, FORMER = suite.OpeningKey(CARRIER_SECRET), suite.OpeningKey(FORMER_SECRET)
HEAD = HandoverHead(
    outlet_id=OUTLET,
    outlet_name="好运网点",
    carrier="yto",
    list_id=bytes(range(16, 32)),
    list_number=12,
    closed_ms=1_795_324_320_000,
    at=Checkpoint(1, 4711, bytes(range(32))),
)
WRITER = Writer(OWNER.verify_key, sign_statement(OWNER, 7, VerifyKeyNamed(b"a" * 16, CHEN.verify_key)))


def waybills(count: int = 2) -> list[Waybill]:
    """That many waybills, each to somebody else."""
    first = make_waybill()
    return [
        replace(
            first,
            record_id=bytes([place]) * 16,
            number=f"YT880123456789{place}",
            version=1 + place % 2,
            recipient=replace(first.recipient, name=f"张{'一二三四五六'[place]}"),
        )
        for place in range(count)
    ]


def record(
    waybill: Waybill, key: suite.OpeningKey = CARRIER, outlet_id: bytes = OUTLET, owner: OwnerSeed = OWNER
) -> HandoverRecord:
    """The waybill sealed as an outlet does it, as the file holds it."""
    sealed = seal(
        waybill,
        make_masked(waybill),
        outlet_id=outlet_id,
        owner_public_key=owner.public_key,
        carrier_public_key=key.public_key,
    ).waybill
    assert sealed.carrier_wrap is not None
    return HandoverRecord(
        record_id=waybill.record_id,
        number=waybill.number,
        version=waybill.version,
        key_mark=key_mark(key.public_key),
        details=sealed.details,
        carrier_wrap=sealed.carrier_wrap,
    )


def written(records: Sequence[HandoverRecord], head: HandoverHead = HEAD, writer: Writer = WRITER) -> bytes:
    """A file of these."""
    return encode(head, records, writer, CHEN)


def plain(party: Party) -> dict[str, str]:
    """A party as the opener's JSON says it."""
    return {name: getattr(party, name) for name in Party.__dataclass_fields__}
