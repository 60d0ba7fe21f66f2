"""A new database key and a new owner seed at 10 k and 1 M waybills: how long the counter rests, what it feels after.

The rows are those of `outlet_rows`; the first 100,000 are given a W1 that an owner's key really opens. `cp` and SHA-256
are the peer. Seconds of the clock and of the processor: the second leaves out what else the machine does.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.paths import OutletPlace
from outlet_app.sealing import founding, record_key, suite
from outlet_app.sealing.statements import Fact, OwnerKeyNamed, PersonNamed, RoleGiven, VerifyKeyNamed, sign_statement
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import accounts, connection, number_ranges, rewraps, rotation, waybills
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Author, Entry, Store
from tests.bench import outlet_rows
from tests.builders import draft
from tests.outlets import OWNER_PASSWORD, QUICK

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services

SIZES = (10_000, 1_000_000)
ACCEPT_EACH = 16
"""A parcel is accepted after so many portions of re-wrapping."""

SEALED = 100_000
"""So many rows, the first ones, get a W1 that opens; re-wrapping goes through these."""

ROWS_AT_A_TIME = 5000
_NUMBERS = ("YT8800000000001", "YT8800000100000")


@dataclass(frozen=True)
class Built:
    """An outlet of the bench in a folder of its own: who owns it and with which card."""

    folder: Path
    owner_id: bytes
    card: str

    @property
    def keys(self) -> OutletKeys:
        """Its keys."""
        return OutletKeys(OutletPlace(self.folder / "outlet", self.folder / "state"), keystore=False, cost=QUICK)


def build(size: int) -> Built:
    """The outlet of that size, made when it is not there yet."""
    folder = outlet_rows.FOLDER / f"keys-{size}"
    if not (folder / "owner").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _make(size, folder)
    owner, card = (folder / "owner").read_text().split()
    return Built(folder, bytes.fromhex(owner), card)


def _make(size: int, folder: Path) -> None:
    place = OutletPlace(folder / "outlet", folder / "state")
    for each in (place.folder, place.state):
        each.mkdir(parents=True)
    keys = OutletKeys(place, keystore=False, cost=QUICK)
    founded = _found(keys)
    grant = founded.opened
    path = place.folder / founded.key_file.database_name
    key = DatabaseKey(grant.database_key, grant.database_salt)
    kept, _ = outlet_rows.build(size)
    own = folder / "source.db"  # another bench may have the kept one open
    shutil.copyfile(kept, own)
    source = connection.open_database(own, outlet_rows.KEY)
    rotation.copy(source, path, key, lambda _: None)
    source.close()
    own.unlink()
    with Store.open(path, key, outlet_id=outlet_rows.OUTLET, clock=outlet_rows.clock) as store:
        _seal_rows(store, founded.opened.owner_public_key)
        _state(store, founded)
    keys.replace(founded.key_file)
    (folder / "owner").write_text(f"{grant.account_id.hex()} {founded.card}")


def _found(keys: OutletKeys) -> founding.Founding:
    """Keys for the id that the rows bear; everything else is drawn as ever."""
    secret = keys.device_secret()
    drawn, random_bytes = count(), suite.random_bytes
    suite.random_bytes = lambda count: outlet_rows.OUTLET if next(drawn) == 0 else random_bytes(count)
    try:
        return founding.found_outlet("测试网点", "王店主", OWNER_PASSWORD, secret, QUICK)
    finally:
        suite.random_bytes = random_bytes


def _seal_rows(store: Store, owner_public_key: bytes) -> None:
    last = min(waybills.count(store.reader), SEALED)
    for start in range(0, last, ROWS_AT_A_TIME):
        with store._database.transaction() as cursor:
            rows = store.reader.rows(
                waybills._sealed, waybills._SEALED_BETWEEN, start, min(start + ROWS_AT_A_TIME, last)
            )
            values = []
            for row in rows:
                key, context = os.urandom(32), record_key.context_of(row, outlet_rows.OUTLET)
                details = record_key._key_and_check(key, context)[1] + row.details[record_key.CHECK_BYTES :]
                wrap = record_key.wrap_to_owner(owner_public_key, key, details, context)
                values.append((details, wrap, row.masked.record_id))
            cursor.run_each("UPDATE waybills SET details = ?, owner_wrap = ? WHERE record_id = ?", values)
        if start % 100_000 == 0:
            store.tidy()
            sys.stderr.write(f"sealed {start} of {last}\n")


def _state(store: Store, founded: founding.Founding) -> None:
    opened, clerk = founded.opened, outlet_rows.CLERK
    facts: tuple[Fact, ...] = (
        RoleGiven(opened.account_id, Role.OWNER),
        VerifyKeyNamed(opened.account_id, founded.verify_key),
        PersonNamed(opened.account_id, "王店主"),
        OwnerKeyNamed(opened.owner_public_key),
        VerifyKeyNamed(clerk.account_id, suite.SigningKey(b"1" * 32).verify_key),
    )
    statements = [sign_statement(founded.owner_seed, serial, fact) for serial, fact in enumerate(facts, start=1)]
    author = Author(opened.account_id, "bench", opened.signing_key.sign)
    store.write(author, *(accounts.statement_made(statement) for statement in statements))
    numbers = number_ranges.entered("yto", *_NUMBERS)
    store.write(author, Entry(Activity(ActivityKind.OUTLET_FOUNDED)), numbers)


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    return both_timed(work)[0]


def both_timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock, and of the processor."""
    began, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - busy


def measure(built: Built) -> dict[str, float]:
    """A new seed and re-wrapping at a copy of one outlet; seconds, rows a second, milliseconds."""
    run = built.folder.with_name(built.folder.name + "-run")
    shutil.rmtree(run, ignore_errors=True)
    shutil.copytree(built.folder, run)
    built = replace(built, folder=run)
    entrance = Entrance(built.keys)
    owner = entrance.sign_in(built.owner_id, OWNER_PASSWORD)
    rows = waybills.count(owner.session.store.reader)
    keys = owner.owner_keys
    found = {"rows": float(rows)}
    found["peer_s"], found["peer_cpu_s"] = both_timed(lambda: _copy_and_hash(built))
    in_hand = keys.draw_seed()
    found["seed_s"], found["seed_cpu_s"] = both_timed(
        lambda: keys.replace_seed(in_hand, password=OWNER_PASSWORD, card=built.card)
    )
    _tell(found)
    card = in_hand.papers.card()
    found |= _rewrap(owner, min(rows, SEALED), card)
    entrance.close()
    shutil.rmtree(run)
    return found


def _copy_and_hash(built: Built) -> None:
    (database,) = (built.folder / "outlet").glob("outlet-*.db")
    copy = built.folder / "copy"
    shutil.copyfile(database, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
        hashlib.file_digest(file, "sha256")
    copy.unlink()


def _rewrap(owner: Services, rows: int, card: str) -> dict[str, float]:
    """Every waybill moved, a parcel accepted in between all the time; each accept waits for at most one portion."""
    work = owner.session.outlet.wraps
    portions: list[tuple[float, float]] = []
    accepts = []
    before = [timed(lambda: owner.entry.accept(draft(), None)) for _ in range(50)]
    for step in range(rows // rewraps.RANGE_ROWS):
        if work.lent() is None:
            owner.owner_keys.go_on(password=OWNER_PASSWORD, card=card)
        portions.append(both_timed(owner.wraps.some))
        if step % ACCEPT_EACH == 0:
            accepts.append(timed(lambda: owner.entry.accept(draft(), None)))
    walls, busy = [wall for wall, _ in portions], [cpu for _, cpu in portions]
    work.take_back()
    return {
        "rewrap_per_s": rows / sum(walls),
        "rewrap_per_cpu_s": rows / sum(busy),
        "portion_median_ms": statistics.median(walls) * 1e3,
        "portion_p99_ms": _high(walls) * 1e3,
        "portion_cpu_ms": statistics.median(busy) * 1e3,
        "accept_alone_ms": statistics.median(before) * 1e3,
        "accept_alone_longest_ms": max(before) * 1e3,
        "accept_meanwhile_ms": statistics.median(accepts) * 1e3,
        "accept_longest_ms": max(accepts) * 1e3,
    }


def _tell(found: dict[str, float]) -> None:
    for name, value in found.items():
        sys.stdout.write(f"{name:<24} {value:12.2f}\n")
    sys.stdout.flush()


def _high(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def main() -> None:
    """Measure the sizes that are asked for, all without an argument."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    for size in parser.parse_args().sizes:
        _tell(measure(build(size)))


if __name__ == "__main__":
    main()
