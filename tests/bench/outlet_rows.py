"""The outlets that the benches work on, built once under `out/bench`: sealed ones by the store, plain peers beside.

The plain peer is what a program without protection would keep: the same masked columns with the same indexes in plain
SQLite, no sealed details, no wraps, no acts.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.sealed_waybill import LabelWrap, MaskedParty, MaskedWaybill, SealedWaybill, WaybillState
from outlet_app.domain.terms import Category, Payment
from outlet_app.sealing.suite import SigningKey
from outlet_app.store import connection, label_wraps, number_ranges, schema, waybills
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parents[2] / "out" / "bench"
KEY = DatabaseKey(bytes(range(32)), bytes(range(16)))
OUTLET = b"o" * 16
CLERK = Author(b"c" * 16, "counter-1", SigningKey(b"1" * 32).sign)
CARRIER = "yto"
BATCH = 5000
IN_SHOP = 3000
"""Parcels that stand in the shop: three busy days. All others have left: no wrap, no road line."""

_START = datetime(2025, 1, 1, tzinfo=UTC)
_PLACES = (("浙江省", "杭州市", "余杭区"), ("上海市", "上海市", "徐汇区"), ("广东省", "深圳市", "南山区"))
_ROADS = ("文一西路", "人民路", "建设大道", "解放街", "中山北路", "光明巷", "长江路", "学院街")
_SEALED_COLUMNS = ("masked_salt", "road_salt", "owner_wrap", "carrier_wrap", "details")


def clock() -> datetime:
    """The real time: a bench measures, it proves nothing about clocks."""
    return datetime.now(UTC)


def open_store(path: Path) -> Store:
    """An outlet that was built before."""
    return Store.open(path, KEY, outlet_id=OUTLET, clock=clock)


def new_rows(chance: random.Random, numbers: Iterator[str], at: datetime) -> Iterator[tuple[SealedWaybill, LabelWrap]]:
    """Made-up sealed waybills and their wraps without end: random bytes where keys would have made some."""
    for step, number in enumerate(numbers):
        masked = MaskedWaybill(
            record_id=os.urandom(16),
            version=1,
            number=number,
            carrier=CARRIER,
            service="standard",
            sender=_party(chance),
            recipient=_party(chance),
            category=chance.choice(tuple(Category)),
            remark=chance.choice(("", "", "轻放", "请放门口")),
            weight_g=chance.randrange(100, 20000),
            payment=chance.choice(tuple(Payment)),
            fee_fen=chance.randrange(800, 6000),
            cod_fen=0,
            declared_fen=0,
            sort_code="杭州 余杭",
            accepted_at=at + timedelta(seconds=step),
        )
        sealed = SealedWaybill(
            masked=masked,
            details=os.urandom(573),
            owner_wrap=os.urandom(80),
            carrier_wrap=None,
            masked_salt=os.urandom(16),
            road_salt=os.urandom(16),
        )
        yield sealed, LabelWrap(record_id=masked.record_id, version=1, serial=1, wrap=os.urandom(61))


def entries(sealed: SealedWaybill, wrap: LabelWrap) -> tuple[Entry, Entry]:
    """Accepting with a coded label: two acts."""
    return waybills.accepted(sealed, wrap), label_wraps.taken(wrap.record_id, 1, "counter printer")


def plain_database(path: Path) -> sqlite3.Connection:
    """The plain peer, durable at each commit as the store is."""
    plain = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "wal_autocheckpoint=4096"):
        plain.execute(f"PRAGMA {pragma}")
    return plain


def insert_plain(plain: sqlite3.Connection, sealed: SealedWaybill) -> None:
    """The masked row into the plain peer."""
    plain.execute(_PLAIN_INSERT, (*waybills._values(sealed)[: -len(_SEALED_COLUMNS)], WaybillState.ACCEPTED.value))


def build(size: int) -> tuple[Path, Path]:
    """The sealed outlet and the plain peer of `size` waybills, made when they are not there yet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    sealed_path, plain_path = FOLDER / f"outlet-{size}.db", FOLDER / f"plain-{size}.db"
    if not (FOLDER / f"built-{size}").exists():
        for path in (sealed_path, plain_path):
            for part in FOLDER.glob(path.name + "*"):
                part.unlink()
        _fill(size, sealed_path, plain_path)
        (FOLDER / f"built-{size}").touch()
    bring_up(plain_path)
    return sealed_path, plain_path


def bring_up(plain_path: Path) -> None:
    """Give a plain peer that was built before what a later schema step brought, and what our queries ask it for."""
    plain = plain_database(plain_path)
    # Whether details were erased is asked with each row. A default stands in no row, so the peer grows by nothing.
    if "owner_wrap" not in {row[1] for row in plain.execute("PRAGMA table_info(waybills)")}:
        plain.execute("ALTER TABLE waybills ADD COLUMN owner_wrap BLOB NOT NULL DEFAULT x'01'")
    for statement in _plain_indexes():
        name = statement.split(" ON ")[0].split()[-1]
        if not plain.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone():
            plain.execute(statement)
    plain.close()


def _fill(size: int, sealed_path: Path, plain_path: Path) -> None:
    # Building takes the store's own way in; only what costs time and changes no byte of the file is left out.
    connection._MEMORY_SECURITY = "OFF"
    connection._CACHE_KIB = 4_000_000
    connection._LOG_PAGES = 10_000_000
    rows = new_rows(random.Random(size), (f"YT{value:012d}" for value in count()), _START)
    with Store.create(sealed_path, KEY, outlet_id=OUTLET, clock=clock) as store:
        founded = Entry(Activity(ActivityKind.OUTLET_FOUNDED))
        store.write(CLERK, founded, number_ranges.entered(CARRIER, f"YT{0:012d}", f"YT{10**9:012d}"))
        plain = plain_database(plain_path)
        for statement in _plain_tables():
            plain.execute(statement)
        for at in range(0, size, BATCH):
            batch = [next(rows) for _ in range(min(BATCH, size - at))]
            _fill_batch(store, plain, batch, stays=at + BATCH > size - IN_SHOP)
            if at % 100_000 == 0:
                sys.stderr.write(f"built {at} of {size}\n")
        plain.close()


def _fill_batch(
    store: Store, plain: sqlite3.Connection, batch: list[tuple[SealedWaybill, LabelWrap]], *, stays: bool
) -> None:
    store.write(CLERK, *(entry for sealed, wrap in batch for entry in entries(sealed, wrap)))
    plain.execute("BEGIN")
    for sealed, _ in batch:
        insert_plain(plain, sealed)
    if not stays:
        left = [waybills.left(sealed.masked.record_id, WaybillState.CANCELLED, clock()) for sealed, _ in batch]
        store.write(CLERK, *left)
        record_ids = [(sealed.masked.record_id,) for sealed, _ in batch]
        plain.executemany(
            "UPDATE waybills SET left_ms = 1, sender_road = '', recipient_road = '', remark = '' WHERE record_id = ?",
            record_ids,
        )
    plain.execute("COMMIT")


def _plain_tables() -> list[str]:
    statements = [text.strip() for text in schema.shipped_steps()[0].split(";\n")]
    table = next(text for text in statements if text.startswith("CREATE TABLE waybills"))
    lines = [line for line in table.splitlines()[1:-1] if line.split()[0] not in _SEALED_COLUMNS]
    columns = "\n".join(lines).rstrip().removesuffix(",")
    return [f"CREATE TABLE waybills (\n{columns}\n)", *_plain_indexes()]


def _plain_indexes() -> list[str]:
    """All on waybills but those that tell a sealed column: the peer, which has none, keeps fewer."""
    statements = [text.strip() for step in schema.shipped_steps() for text in step.split(";\n")]
    on_waybills = ("CREATE UNIQUE INDEX waybills", "CREATE INDEX waybills")
    indexes = [text for text in statements if text.startswith(on_waybills)]
    return [text for text in indexes if not any(column in text for column in _SEALED_COLUMNS)]


def _party(chance: random.Random) -> MaskedParty:
    province, city, district = chance.choice(_PLACES)
    initial, tail = chance.choice("赵钱孙李周吴郑王冯陈"), f"{chance.randrange(10000):04d}"
    return MaskedParty(
        name=f"{initial}**",
        initial=initial,
        phone=f"*******{tail}",
        tail=tail,
        province=province,
        city=city,
        district=district,
        road=f"{chance.choice(_ROADS)}{chance.randrange(1, 999)}号***",
    )


_MARKS = ", ".join("?" * 31)
_PLAIN_INSERT = f"INSERT INTO waybills ({waybills._MASKED}, state) VALUES ({_MARKS})"  # noqa: S608 - constants
