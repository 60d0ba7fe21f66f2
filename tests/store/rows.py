"""Made-up rows for the tests of the store: masked people, sealed bytes that nobody can open, one clerk who signs."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from outlet_app.domain.sealed_waybill import LabelWrap, MaskedParty, MaskedWaybill, SealedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.sealing.suite import SigningKey, verify
from outlet_app.store import label_wraps, waybills
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Signers, Store

OUTLET = b"o" * 16
KEY = DatabaseKey(bytes(range(32)), bytes(range(16)))
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
CHEN, WANG = b"c" * 16, b"w" * 16
CHEN_SIGNS, WANG_SIGNS = SigningKey(b"1" * 32), SigningKey(b"2" * 32)
AUTHOR = Author(CHEN, "counter-1", CHEN_SIGNS.sign)
SIGNERS = Signers({CHEN: (CHEN_SIGNS.verify_key,), WANG: (WANG_SIGNS.verify_key,)}, verify)

SENDER = MaskedParty(
    name="李**",
    initial="李",
    phone="********0000",
    tail="0000",
    province="上海市",
    city="上海市",
    district="徐汇区",
    road="虹漕路461号***",
)
RECIPIENT = MaskedParty(
    name="张**",
    initial="张",
    phone="*******8000",
    tail="8000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    road="文一西路969号***",
)

_PAGE = 4096
_RESERVED = 80
_FRAME_HEADER, _LOG_HEADER = 24, 32


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.at

    def move(self, **span: float) -> None:
        """Let it show a later time, or an earlier one."""
        self.at += timedelta(**span)


def sealed_waybill(number: str = "YT0000001", **changes: object) -> SealedWaybill:
    """A sealed waybill with a record id of its own; `changes` are fields of its masked part."""
    masked = MaskedWaybill(
        record_id=os.urandom(16),
        version=1,
        number=number,
        carrier="yto",
        service="standard",
        sender=SENDER,
        recipient=RECIPIENT,
        category=Category.CLOTHING,
        remark="轻放",
        weight_g=1200,
        payment=Payment.PAID,
        fee_fen=1200,
        cod_fen=0,
        declared_fen=0,
        sort_code="杭州 余杭",
        accepted_at=NOON,
    )
    return SealedWaybill(
        masked=replace(masked, **changes),  # type: ignore[arg-type] # the names are the masked waybill's fields
        details=os.urandom(573),
        owner_wrap=os.urandom(80),
        carrier_wrap=None,
        masked_salt=os.urandom(16),
        road_salt=os.urandom(16),
    )


def wrap_of(sealed: SealedWaybill, serial: int = 1) -> LabelWrap:
    """A label wrap for that waybill."""
    masked = sealed.masked
    return LabelWrap(record_id=masked.record_id, version=masked.version, serial=serial, wrap=os.urandom(61))


def accepted(sealed: SealedWaybill, wrap: LabelWrap | None = None) -> tuple[Entry, Entry]:
    """The two entries of accepting with a coded label."""
    wrap = wrap or wrap_of(sealed)
    return waybills.accepted(sealed, wrap), label_wraps.taken(wrap.record_id, wrap.serial, "counter printer")


def accept(store: Store, number: str = "YT0000001", **changes: object) -> SealedWaybill:
    """Accept a made-up waybill."""
    sealed = sealed_waybill(number, **changes)
    store.write(AUTHOR, *accepted(sealed))
    return sealed


def pages(content: bytes) -> list[bytes]:
    """The decrypted pages of a database file: AES-256-CBC under the raw key, the IV behind each page.

    Source of the layout: https://www.zetetic.net/sqlcipher/design/, read 2026-11.
    """
    whole = [content[at : at + _PAGE] for at in range(0, len(content), _PAGE)]
    return [_decrypted(page, 16 if number == 0 else 0) for number, page in enumerate(whole)]


def log_pages(content: bytes) -> list[bytes]:
    """The decrypted pages of a write-ahead log."""
    step = _FRAME_HEADER + _PAGE
    frames = [content[at + _FRAME_HEADER : at + step] for at in range(_LOG_HEADER, len(content), step)]
    return [_decrypted(frame, start) for frame in frames for start in (0, 16)]


def _decrypted(page: bytes, start: int) -> bytes:
    end = _PAGE - _RESERVED
    cipher = Cipher(algorithms.AES(KEY.key), modes.CBC(page[end : end + 16]))
    decryptor = cipher.decryptor()
    return decryptor.update(page[start:end]) + decryptor.finalize()
