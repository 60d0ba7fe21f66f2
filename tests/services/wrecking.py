"""Outlets whose database is damaged: which page holds what, and how a bit of it is flipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from outlet_app.sealing import account_keys
from outlet_app.store.connection import DatabaseKey, open_database
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outlets import Outlet

PAGE = 4096
RANGES = b"ytoYT"
"""Stands in the row of a number range and in no other."""
STATEMENTS = b'"subject":"owner-key"'
"""Stands in an owner statement and in no other row."""
_RESERVED, _TABLE_LEAF = 80, 0x0D


def database_of(outlet: Outlet) -> Path:
    """The database in force."""
    return outlet.place.folder / outlet.keys.key_file().database_name


def key_of(outlet: Outlet) -> DatabaseKey:
    """Its key, as the owner's password gives it."""
    opened = account_keys.sign_in(outlet.keys.key_file(), outlet.owner_id, OWNER_PASSWORD, outlet.keys.device_secret())
    return DatabaseKey(opened.database_key, opened.database_salt)


def flip(path: Path, *pages: int, at: int = 2000) -> None:
    """Flip one bit of each of these pages, counted from 1."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + at] ^= 1
    path.write_bytes(content)


def act_hash(outlet: Outlet, place: float) -> bytes:
    """The hash of an act: of the last at `place` 1, of one in the middle at 0.5."""
    return _value(outlet, "SELECT chain_hash FROM acts WHERE n >= ? * (SELECT max(n) FROM acts) ORDER BY n", place)


def sealed_details(outlet: Outlet, waybill_id: int) -> bytes:
    """The details of one waybill, as they stand in its row."""
    return _value(outlet, "SELECT details FROM waybills WHERE waybill_id = ?", waybill_id)


def damage(outlet: Outlet, *needles: bytes) -> None:
    """Flip one bit of each page of rows that holds one of `needles`; pages of indexes stay."""
    path, key = database_of(outlet), key_of(outlet)
    content = path.read_bytes()
    pages = [_decrypted(key, content[at : at + PAGE]) for at in range(PAGE, len(content), PAGE)]
    found = [
        number
        for number, page in enumerate(pages, start=2)
        if page[0] == _TABLE_LEAF and any(needle in page for needle in needles)
    ]
    assert len(found) == len(needles)
    flip(path, *found)


def _value(outlet: Outlet, sql: str, *values: float) -> bytes:
    database = open_database(database_of(outlet), key_of(outlet))
    try:
        found = database.reader.row(lambda row: bytes(row[0]), sql, *values)
    finally:
        database.close()
    assert found is not None
    return found


def _decrypted(key: DatabaseKey, page: bytes) -> bytes:
    """One page but the first. Source of the layout: https://www.zetetic.net/sqlcipher/design/, read 2026-11."""
    end = PAGE - _RESERVED
    decryptor = Cipher(algorithms.AES(key.key), modes.CBC(page[end : end + 16])).decryptor()
    return decryptor.update(page[:end]) + decryptor.finalize()
