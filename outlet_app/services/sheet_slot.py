"""The recovery sheet's slot in the key file: the one that the owner named, or another that somebody put in its place.

Whoever writes the key file could make the sheet open nothing, in this outlet and in every backup made from then on, and
nobody would know before the day it is needed. So the owner's statement names the slot, and it is looked at each day.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import DiskFull, FileDamaged, FileMissing, FileReadOnly, FileTooNew
from outlet_app.sealing import backup_head, suite
from outlet_app.sealing.facts import SheetNamed
from outlet_app.sealing.key_file import read_key_file
from outlet_app.store import backups
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader


def named(slot: bytes) -> SheetNamed:
    """What the owner states of the slot that his sheet opens."""
    return SheetNamed(suite.digest(slot))


def fits(slot: bytes, digest: bytes | None) -> bool:
    """Whether it is the slot that the owner named, 32 bytes of SHA-256; any is, while he named none."""
    return digest is None or suite.digest(slot) == digest


def name_once(session: Session, keys: OutletKeys, seed: OwnerSeed) -> None:
    """Name the slot of an outlet that was founded before slots were named, as it is now. Raises as `Session.state`."""
    if session.statements.sheet_digest() is None:
        session.state(seed, named(keys.key_file().recovery_slot))


def mended(session: Session, keys: OutletKeys) -> KeyFile:
    """The key file in force. Where its slot is not the one named, a copy that is takes its place, and it is recorded.

    Without any such copy the sheet is lost: recorded once in a run, and `OpenOutlet.sheet_is_lost` from then on. Raises
    as `OutletKeys.key_file` and `Session.write`.
    """
    key_file, digest, outlet = keys.key_file(), session.statements.sheet_digest(), session.outlet
    if fits(key_file.recovery_slot, digest):
        outlet.sheet_is_lost = False
        return key_file
    found = next((slot for slot in copies(keys, session.store.reader) if fits(slot, digest)), None)
    if found is not None:
        key_file = replace(key_file, generation=key_file.generation + 1, recovery_slot=found)
        _put_in_force(keys, key_file)
    if found is not None or not outlet.sheet_is_lost:
        what = "sheet" if found is None else "sheet_mended"
        session.write(Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": what})))
    outlet.sheet_is_lost = found is None
    return key_file


def copies(keys: OutletKeys, reader: Reader | None = None) -> Iterator[bytes]:
    """Every slot that stands on this PC: in both key files and, with `reader`, in the head of the last backup."""
    for path in (keys.place.key_file, keys.place.second_key_file):
        try:
            yield read_key_file(path, path).recovery_slot
        except (FileMissing, FileDamaged, FileTooNew):
            continue
    noted = None if reader is None else backups.last(reader)
    if noted is not None:
        try:
            yield backup_head.decode(noted.head, Path(noted.name)).recovery_slot
        except (FileDamaged, FileTooNew):
            return


def _put_in_force(keys: OutletKeys, key_file: KeyFile) -> None:
    """Where it cannot be written, whoever asked goes on with the right slot all the same, and it is tried again."""
    try:
        keys.replace(key_file)
    except (DiskFull, FileReadOnly) as error:
        log.fault("sheet_slot_not_written", why=type(error).__name__)
