"""The thief's tools: a clerk's password, every file of the outlet, its device secret, Python and this package.

He reads and writes what he likes and knows nothing that files and password do not tell. Runs without pytest, so that
somebody without rights on this machine can run it.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from outlet_app.domain.context import ctx
from outlet_app.domain.history import genesis, next_hash
from outlet_app.errors import KeyMismatch, LabelCodeRefused, WrongPassword
from outlet_app.paths import OutletPlace
from outlet_app.sealing import account_keys, record_key, suite
from outlet_app.sealing.device import DeviceSecret, device_secret
from outlet_app.sealing.key_file import KeyFile, read_key_file
from outlet_app.sealing.label_code import LabelCode, LabelToken, read_code
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.password_slot import SlotPlace, open_slot
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.connection import DatabaseKey, Reader
from outlet_app.store.store import Author, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.account_keys import AccountSecrets, OpenedAccount

_ACTS = f"SELECT {activities._COLUMNS} FROM acts ORDER BY n"
_WRAPS = f"SELECT {label_wraps._COLUMNS} FROM label_wraps"
_SEALED = f"SELECT {waybills._MASKED}, {waybills._SEALED} FROM waybills ORDER BY waybill_id"
_PAGE, _RESERVED, _FRAME_HEADER, _LOG_HEADER = 4096, 80, 24, 32
"""Sizes of SQLCipher's pages and of a write-ahead log. Source: https://www.zetetic.net/sqlcipher/design/."""
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


@dataclass(frozen=True)
class Thief:
    """Somebody who has signed in with `password` on copies of an outlet's folders."""

    place: OutletPlace
    account_id: bytes
    password: str = field(repr=False)
    at: datetime = datetime(2026, 11, 22, 2, tzinfo=UTC)

    @property
    def key_file(self) -> KeyFile:
        return read_key_file(self.place.key_file, self.place.second_key_file)

    @property
    def device(self) -> DeviceSecret:
        return device_secret(self.place.state, keystore=False)

    @cached_property
    def secrets(self) -> AccountSecrets:
        """His account key and signing seed, as his own slot gives them."""
        return account_keys.open_account(self.key_file, self.account_id, self.password, self.device)

    @cached_property
    def opened(self) -> OpenedAccount:
        return account_keys.sign_in(self.key_file, self.account_id, self.password, self.device)

    def database(self) -> dbapi2.Connection:
        """The outlet's database, by SQLCipher itself and nothing of the program's rules; each statement commits."""
        opened = self.opened
        connection = dbapi2.connect(str(self.place.folder / self.key_file.database_name), isolation_level=None)
        connection.execute(f"PRAGMA key=\"x'{opened.database_key.hex()}{opened.database_salt.hex()}'\"")
        return connection

    def run(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement of his own in the closed outlet's database."""
        connection = self.database()
        try:
            return list(connection.execute(sql, values).fetchall())
        finally:
            connection.close()

    def rows(self) -> list[SealedWaybill]:
        """Every waybill, in the order of acceptance."""
        connection = self.database()
        try:
            return Reader(connection, Path()).rows(waybills._sealed, _SEALED)
        finally:
            connection.close()

    def wraps(self) -> dict[bytes, LabelWrap]:
        """Every label wrap by its record id."""
        connection = self.database()
        try:
            return {wrap.record_id: wrap for wrap in Reader(connection, Path()).rows(label_wraps._wrap, _WRAPS)}
        finally:
            connection.close()

    def dump(self) -> str:
        """Everything that stands in the database, as text."""
        tables = [name for (name,) in self.run(_TABLES)]
        return "\n".join(repr(row) for table in tables for row in self.run(f"SELECT * FROM {table}"))

    def rehash(self, first: int = 1, *, sign_again: bool = True) -> None:
        """Make the record follow again from act `first` on; with `sign_again` every transaction is signed by him."""
        connection = self.database()
        acts = Reader(connection, Path()).rows(activities._act, _ACTS)
        before = genesis(self.opened.outlet_id) if first == 1 else acts[first - 2].chain_hash
        for act in acts[first - 1 :]:
            before = next_hash(before, act)
            signature = act.signature
            if signature is not None and sign_again:
                signature = self.opened.signing_key.sign(ctx("acts", self.opened.outlet_id, act.n, before))
            connection.execute("UPDATE acts SET chain_hash = ?, signature = ? WHERE n = ?", (before, signature, act.n))
        connection.close()

    def store(self) -> Store:
        """The store as the program opens it, to write with the program's own code."""
        path = self.place.folder / self.key_file.database_name
        key = DatabaseKey(self.opened.database_key, self.opened.database_salt)
        return Store.open(path, key, outlet_id=self.opened.outlet_id, clock=lambda: self.at)

    def author(self, account_id: bytes) -> Author:
        """Somebody as the author of acts, signed with the only signing key the thief has."""
        return Author(account_id, "elsewhere", self.opened.signing_key.sign)

    def pages(self) -> bytes:
        """Every page of the database file and of its write-ahead log, decrypted, free ones and leftovers included."""
        database = self.place.folder / self.key_file.database_name
        log = database.with_name(database.name + "-wal")
        frames = log.read_bytes()[_LOG_HEADER:] if log.exists() else b""
        data = database.read_bytes()
        whole = [_page(self.opened.database_key, data[at : at + _PAGE]) for at in range(0, len(data), _PAGE)]
        step = _FRAME_HEADER + _PAGE
        logged = [frames[at + _FRAME_HEADER : at + step] for at in range(0, len(frames), step)]
        return b"".join([*whole, *(_page(self.opened.database_key, page) for page in logged)])

    def keys_in_hand(self) -> list[bytes]:
        """Every secret that his password opens or a file tells, and what Argon2id makes of his password."""
        opened, secrets, key_file = self.opened, self.secrets, self.key_file
        slot = key_file.entry(self.account_id).slot
        assert slot is not None
        return [
            secrets.account_key,
            secrets.signing_seed,
            opened.database_key,
            opened.database_salt,
            opened.label_key,
            opened.owner_public_key,
            opened.owner_verify_key,
            self.device.secret,
            suite.stretch(self.password, slot.salt, slot.cost),
            suite.digest(self.password.encode()),
            key_file.outlet_id,
            self.account_id,
            *(entry.account_id for entry in key_file.accounts),
        ]

    def boxes_he_opens(self) -> list[str]:
        """Which locks of the key file open with any key in hand, raw or derived as the program derives."""
        key_file = self.key_file
        outlet_id = key_file.outlet_id
        names = {"recovery": key_file.recovery_slot, "label-key": key_file.label_key_escrow}
        boxes = {(name, ctx(name, outlet_id)): blob for name, blob in names.items()}
        for entry in key_file.accounts:
            who = entry.account_id
            boxes[f"grant {entry.name}", ctx("grant", outlet_id, who, key_file.epoch)] = entry.grant
            boxes[f"escrow {entry.name}", ctx("escrow", outlet_id, who)] = entry.escrow
        keys = [key for key in self.keys_in_hand() if len(key) == suite.KEY_BYTES]
        return [name for (name, context), blob in boxes.items() if _opens(blob, context, keys)] + self._slots_he_opens()

    def _slots_he_opens(self) -> list[str]:
        opened: list[str] = []
        for entry in self.key_file.accounts:
            for kind, slot in (("slot", entry.slot), ("owner-slot", entry.owner_slot)):
                place = SlotPlace(kind, self.key_file.outlet_id, entry.account_id)
                for more in (b"", bytes(16), self.account_id):
                    with suppress(WrongPassword):
                        open_slot(place, slot, self.password, self.device.secret + more)
                        opened.append(f"{kind} {entry.name}")
        return opened

    def waybills_he_opens(self) -> int:
        """How many waybills' details open to any key in hand or any value that lies in the files."""
        opened = self.opened
        keys = self.keys_in_hand()
        if any(is_owners(value, opened) for value in [*keys, *self.values_in_files()]):
            return len(self.rows())
        wraps, acts = self.wraps(), self._values_by_record()
        return sum(
            opens(row, wraps.get(row.masked.record_id), [*keys, *acts.get(row.masked.record_id, ())], opened.outlet_id)
            for row in self.rows()
        )

    def values_in_files(self) -> Iterator[bytes]:
        """Every run of 32 bytes in the key file and every value of the database that could be a key."""
        data = self.place.key_file.read_bytes()
        yield from (data[at : at + suite.KEY_BYTES] for at in range(len(data) - suite.KEY_BYTES + 1))
        for table in ("acts", "waybills", "label_wraps", "statements", "outlet"):
            for row in self.run(f"SELECT * FROM {table}"):
                yield from (part for value in row for part in _parts(value))

    def _values_by_record(self) -> dict[bytes, list[bytes]]:
        found: dict[bytes, list[bytes]] = {}
        for table in ("waybills", "label_wraps", "acts"):
            columns = "record_id, chain_hash, signature, detail" if table == "acts" else "record_id, *"
            for record_id, *values in self.run(f"SELECT {columns} FROM {table} WHERE record_id IS NOT NULL"):
                found.setdefault(record_id, []).extend(part for value in values for part in _parts(value))
        return found


def thief_at(root: Path, account_id: bytes, password: str) -> Thief:
    """The thief before the folders `outlet` and `state` in `root`."""
    return Thief(OutletPlace(root / "outlet", root / "state"), account_id, password)


def is_owners(value: bytes, opened: OpenedAccount) -> bool:
    """Whether 32 bytes are the owner's seed or sealing key."""
    if len(value) != suite.KEY_BYTES:
        return False
    keys = (OwnerSeed(opened.outlet_id, value).public_key, suite.OpeningKey(value).public_key)
    return opened.owner_public_key in keys


def opens(sealed: SealedWaybill, wrap: LabelWrap | None, values: Iterable[bytes], outlet_id: bytes) -> bool:
    """Whether any of `values` is the record key, a token, or the raw key of a wrap."""
    context = record_key.context_of(sealed, outlet_id)
    for value in values:
        if len(value) == suite.KEY_BYTES:
            with suppress(KeyMismatch):
                record_key.unlock_details(value, sealed.details, context)
                return True
        if wrap is not None and any(_is_token(part, sealed, wrap, outlet_id) for part in (value[:16], value[-16:])):
            return True
    return False


def opened_by_codes(thief: Thief, codes: Iterable[str]) -> dict[str, list[str]]:
    """For each label code the numbers of all waybills that its token opens, each code tried on every waybill."""
    rows, wraps, outlet_id = thief.rows(), thief.wraps(), thief.opened.outlet_id
    found: dict[str, list[str]] = {}
    for text in codes:
        code = _label_code(text)
        found[text] = []
        for row in rows:
            wrap = wraps.get(row.masked.record_id)
            if code is not None and wrap is not None and _is_token(code.token.secret, row, wrap, outlet_id):
                found[text].append(row.masked.number)
    return found


def _page(key: bytes, page: bytes) -> bytes:
    """One page of AES-256-CBC, its IV behind it; the first 16 bytes of a file's first page are the plain salt."""
    end = len(page) - _RESERVED
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[end : end + 16])).decryptor()
    return decryptor.update(page[:end]) + decryptor.finalize()


def _label_code(text: str) -> LabelCode | None:
    with suppress(LabelCodeRefused):
        code = read_code(text)
        return code if isinstance(code, LabelCode) else None
    return None


def _is_token(value: bytes, sealed: SealedWaybill, wrap: LabelWrap, outlet_id: bytes) -> bool:
    if len(value) != 16:
        return False
    with suppress(KeyMismatch):
        unseal_with_token(sealed, wrap, LabelToken(value), outlet_id=outlet_id)
        return True
    return False


def _opens(blob: bytes, context: bytes, keys: Iterable[bytes]) -> bool:
    for key in keys:
        for tried in (key, suite.derive(key, context)):
            with suppress(KeyMismatch):
                suite.unbox(tried, blob, context)
                return True
    return False


def _parts(value: object) -> Iterator[bytes]:
    if isinstance(value, bytes) and len(value) in {16, 32, 64}:
        yield from {value, value[:32], value[-32:]}
    if isinstance(value, str) and value.startswith("{"):
        for text in json.loads(value).values():
            with suppress(ValueError, TypeError):
                yield bytes.fromhex(text)


def main(root: str, account_id: str, password: str) -> None:
    """Try everything on the folders in `root`; tell as JSON, and leave the database's content in `root`/dump."""
    thief = thief_at(Path(root), bytes.fromhex(account_id), password)
    codes = json.loads((Path(root) / "codes").read_text())
    (Path(root) / "dump").write_text(thief.dump())
    told = {
        "waybills": len(thief.rows()),
        "opened": thief.waybills_he_opens(),
        "boxes": thief.boxes_he_opens(),
        "by code": opened_by_codes(thief, codes),
    }
    json.dump(told, sys.stdout)
