"""The record key of one version of one waybill: how it seals the details, and the three locks it is wrapped under.

Only `seal`, `relabel`, `rewrap`, `unseal`, `label_trial` and, at the carrier, `open_handover` may name this module;
each hands out less than a record key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.label_code import LabelToken

CHECK_BYTES = 32


@dataclass(frozen=True, slots=True)
class RecordContext:
    """What every key and text of one version of one waybill is bound to. The ids have 16 bytes."""

    outlet_id: bytes
    record_id: bytes
    version: int
    number: str

    def named(self, name: str, *more: bytes | int) -> bytes:
        """ctx(name, OID, RID, number, version, more…)."""
        return ctx(name, self.outlet_id, self.record_id, self.number, self.version, *more)


def context_of(sealed: SealedWaybill, outlet_id: bytes) -> RecordContext:
    """The context that `sealed` claims to stand in."""
    masked = sealed.masked
    return RecordContext(outlet_id, masked.record_id, masked.version, masked.number)


def lock_details(record_key: bytes, packed: bytes, context: RecordContext) -> bytes:
    """C: the 32-byte check value of the record key, then the box around the packed details."""
    key, check = _key_and_check(record_key, context)
    return check + suite.box(key, packed, context.named("details"))


def unlock_details(record_key: bytes, locked: bytes, context: RecordContext) -> bytes:
    """The packed details.

    Raises KeyMismatch when the record key is not the one that made the check value, or anything was changed.
    """
    require_key(record_key, locked, context)
    key, _ = _key_and_check(record_key, context)
    return suite.unbox(key, locked[CHECK_BYTES:], context.named("details"))


def require_key(record_key: bytes, locked: bytes, context: RecordContext) -> None:
    """Compare the check value before C; AES-GCM alone does not commit to a key.

    Raises KeyMismatch.
    """
    _, check = _key_and_check(record_key, context)
    if not suite.same(check, locked[:CHECK_BYTES]):
        raise KeyMismatch


def wrap_to_owner(owner_public_key: bytes, record_key: bytes, locked: bytes, context: RecordContext) -> bytes:
    """W1, 80 bytes."""
    return suite.hpke_seal(owner_public_key, record_key, context.named("owner", suite.digest(locked)))


def wrap_to_carrier(carrier_public_key: bytes, record_key: bytes, locked: bytes, context: RecordContext) -> bytes:
    """W3, 80 bytes."""
    return suite.hpke_seal(carrier_public_key, record_key, context.named("carrier", suite.digest(locked)))


def wrap_to_label(token: LabelToken, record_key: bytes, locked: bytes, context: RecordContext, serial: int) -> bytes:
    """W2, 61 bytes."""
    aad = context.named("label", serial, suite.digest(locked))
    return suite.box(_label_key(token, context, serial), record_key, aad)


def key_by_owner(opening_key: suite.OpeningKey, sealed: SealedWaybill, outlet_id: bytes) -> bytes:
    """The record key, by the owner's sealing key.

    Raises KeyMismatch for another row, number, version, outlet or owner, or a changed bit.
    """
    context = context_of(sealed, outlet_id)
    record_key = opening_key.hpke_open(sealed.owner_wrap, context.named("owner", suite.digest(sealed.details)))
    require_key(record_key, sealed.details, context)
    return record_key


def key_by_label(token: LabelToken, sealed: SealedWaybill, wrap: LabelWrap, outlet_id: bytes) -> bytes:
    """The record key, by a label's token.

    Raises KeyMismatch for another row, number, version, outlet, serial or token, or a changed bit.
    """
    context = context_of(sealed, outlet_id)
    if (wrap.record_id, wrap.version) != (context.record_id, context.version):
        raise KeyMismatch
    aad = context.named("label", wrap.serial, suite.digest(sealed.details))
    record_key = suite.unbox(_label_key(token, context, wrap.serial), wrap.wrap, aad)
    require_key(record_key, sealed.details, context)
    return record_key


def key_by_carrier(opening_key: suite.OpeningKey, wrap: bytes, locked: bytes, context: RecordContext) -> bytes:
    """The record key, by a carrier's key, which no outlet has.

    Raises KeyMismatch for another row, number, version, outlet or key, or a changed bit.
    """
    record_key = opening_key.hpke_open(wrap, context.named("carrier", suite.digest(locked)))
    require_key(record_key, locked, context)
    return record_key


def _label_key(token: LabelToken, context: RecordContext, serial: int) -> bytes:
    return suite.derive(token.secret, context.named("label", serial))


def _key_and_check(record_key: bytes, context: RecordContext) -> tuple[bytes, bytes]:
    info = ctx("record", context.outlet_id, context.record_id, context.version)
    both = suite.derive(record_key, info, suite.KEY_BYTES + CHECK_BYTES)
    return both[: suite.KEY_BYTES], both[suite.KEY_BYTES :]
