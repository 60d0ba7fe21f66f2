"""Sealed hand-over: when a list is closed, its waybills' sealed details go to the carrier in a file.

Each method says on which lane it runs. What touches the folder runs on the files lane, because a stick may hang; what
asks the store runs on the data lane, a portion at a time, because parcels are accepted meanwhile.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.handover_list import HandoverThing
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.errors import (
    HandoverFolderGone,
    HandoverFolderNotSet,
    HandoverFolderUnfit,
    HistoryBroken,
    SessionLocked,
    StatementRefused,
)
from outlet_app.sealing import handover_file, suite
from outlet_app.sealing.handover_file import HandoverHead, HandoverRecord, Writer
from outlet_app.sealing.handover_key import fingerprint, key_mark
from outlet_app.sealing.statements import VerifyKeyNamed, statement_text
from outlet_app.services.carrier_keys import CARRIER_KEY
from outlet_app.store import accounts, act_search, handover_files, handover_lists, waybills
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import to_ms

if TYPE_CHECKING:
    from outlet_app.domain.handover_list import HandoverList
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader

PORTION = 10
"""Waybills gathered at a time, so that nobody at the counter waits for it: 15 to 25 ms of a busy PC's processor."""

LOOKED_BACK = timedelta(days=7)
"""How long a file that could not be written is asked for."""

_PROBE = "outlet-handover.probe"
_BEHIND_ALL = (1 << 63) - 1


@dataclass(frozen=True, slots=True, repr=False)
class HandoverOrder:
    """A file on its way: what is gathered of a closed list, and which waybills are `left` to gather."""

    folder: Path
    closed: HandoverList
    left: tuple[tuple[bytes, str], ...]
    records: tuple[HandoverRecord, ...] = ()
    without_wrap: tuple[str, ...] = ()
    data: bytes = field(default=b"")

    def __repr__(self) -> str:
        return f"HandoverOrder({self.closed.number})"


@dataclass(frozen=True, slots=True)
class HandoverWritten:
    """A file that stands whole under its name, of `count` waybills.

    `without_wrap` are the numbers of the list's waybills that the carrier cannot open and that are not in it.
    """

    path: Path
    count: int
    without_wrap: tuple[str, ...]
    list_id: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class HandoverFolder:
    """A folder that can take the files."""

    path: Path
    free: int


class SealedHandOver:
    """The use case behind a closed list whose carrier opens its waybills' details himself."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def folder(self) -> Path | None:
        """Where the files go, None while the owner chose no folder. Data lane."""
        self._session.require(Permission.HAND_OVER)
        text = handover_files.folder(self._reader())
        return Path(text) if text else None

    def try_folder(self, path: Path) -> HandoverFolder:
        """Whether a folder can take the files, by writing a few bytes there. Files lane.

        Raises NotPermitted, HandoverFolderUnfit for the outlet's own folders and what lies in them,
        HandoverFolderGone, FileReadOnly, DiskFull.
        """
        self._session.require(Permission.SET_POLICY)
        place = self._keys.place
        for own in (place.folder, place.state):
            if path.resolve().is_relative_to(own.resolve()):
                raise HandoverFolderUnfit(path)
        probe = path / _PROBE
        handover_files.write_file(probe, bytes(16))
        try:
            probe.unlink()
            return HandoverFolder(path, shutil.disk_usage(path).free)
        except OSError as fault:
            raise HandoverFolderGone(path) from fault

    def choose_folder(self, folder: HandoverFolder) -> None:
        """The files go there from now on; recorded. Data lane. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._session.write(handover_files.folder_chosen(self._session.store.reader, str(folder.path)))

    def is_due(self, list_id: bytes) -> bool:
        """Whether a closed list waits for its file: something in it is sealed to its carrier, and none was written.

        Not where the carrier's key was withdrawn. Data lane. Raises KeyError for no list of ours.
        """
        self._session.require(Permission.HAND_OVER)
        reader = self._reader()
        found = handover_lists.by_id(reader, list_id)
        stated = self._session.statements.carrier_keys(found.carrier)
        if found.closed_at is None or not stated or stated[-1].public_key is None:
            return False
        return handover_files.count_sealed(reader, list_id) > 0 and not handover_files.is_written(reader, list_id)

    def due(self) -> tuple[bytes, ...]:
        """The lists closed in the last seven days whose file is still to be written, the oldest first. Data lane."""
        self._session.require(Permission.HAND_OVER)
        reader, since = self._reader(), self._session.clock() - LOOKED_BACK
        return tuple(list_id for list_id in handover_files.closed_since(reader, since) if self.is_due(list_id))

    def begin(self, list_id: bytes) -> HandoverOrder:
        """Take up a closed list. Data lane. It may be written again at any time.

        Raises HandoverFolderNotSet, KeyError for no list of ours, ValueError for an open one, and HistoryBroken where
        its rows are not what the record says of them.
        """
        self._session.require(Permission.HAND_OVER)
        reader, folder = self._reader(), self.folder()
        if folder is None:
            raise HandoverFolderNotSet
        closed = handover_lists.by_id(reader, list_id)
        if closed.closed_at is None:
            raise ValueError("the list is open")
        items = handover_lists.checked_items(reader, list_id)
        left = tuple((item.record_id, item.number) for item in items if item.thing is HandoverThing.WAYBILL)
        return HandoverOrder(folder, closed, left)

    def gather(self, order: HandoverOrder) -> HandoverOrder:
        """One portion more, and behind the last one the file's bytes: `order.data` stays empty until then. Data lane.

        A waybill whose row is not what its acts say is told of as by a scan, and left out.
        """
        reader = self._reader()
        accepted = self._accepted_marks(order.closed.carrier)
        records, without = list(order.records), list(order.without_wrap)
        for record_id, number in order.left[:PORTION]:
            record = self._record(reader, record_id, accepted)
            if record is None:
                without.append(number)
            else:
                records.append(record)
        order = replace(order, left=order.left[PORTION:], records=tuple(records), without_wrap=tuple(without))
        return order if order.left else replace(order, data=self._encoded(order))

    def write(self, order: HandoverOrder) -> HandoverWritten:
        """Write what was gathered, whole or not at all, and read it back. Files lane.

        Raises HandoverFolderGone where the stick is not there, FileReadOnly, DiskFull, FileDamaged.
        """
        self._session.require_role(Permission.HAND_OVER)
        path = order.folder / file_name(order.closed)
        handover_files.write_file(path, order.data)
        digest = suite.digest(order.data)
        return HandoverWritten(path, len(order.records), order.without_wrap, order.closed.list_id, digest)

    def note(self, written: HandoverWritten) -> None:
        """Record the file: its list is due no more. Data lane. Raises SessionLocked when this person signed out."""
        closed = handover_lists.by_id(self._reader(), written.list_id)
        counts = written.count, len(written.without_wrap)
        self._session.write(
            handover_files.written(
                closed.list_id, carrier=closed.carrier, number=closed.number, counts=counts, digest=written.digest
            )
        )

    def make(self, list_id: bytes) -> HandoverWritten:
        """All of it at once, for a program without lanes. Raises as `begin`, `write` and `note`."""
        order = self.gather(self.begin(list_id))
        while not order.data:
            order = self.gather(order)
        written = self.write(order)
        self.note(written)
        return written

    def _record(self, reader: Reader, record_id: bytes, accepted: dict[str, bytes]) -> HandoverRecord | None:
        """The waybill as the file holds it; None where it is sealed to no key that stands."""
        try:
            row = waybills.sealed(reader, record_id)
        except HistoryBroken:
            self._session.tell_odd_row(record_id)
            return None
        mark = accepted.get(_sealed_to(reader, record_id))
        if row.carrier_wrap is None or mark is None:
            return None
        return HandoverRecord(
            record_id=record_id,
            number=row.masked.number,
            version=row.masked.version,
            key_mark=mark,
            details=row.details,
            carrier_wrap=row.carrier_wrap,
        )

    def _accepted_marks(self, carrier: str) -> dict[str, bytes]:
        """The marks of the carrier's keys since the last withdrawal, by their fingerprints."""
        marks: dict[str, bytes] = {}
        for key in self._session.statements.carrier_keys(carrier):
            if key.public_key is None:
                marks.clear()
            else:
                marks[fingerprint(key.public_key)] = key_mark(key.public_key)
        return marks

    def _encoded(self, order: HandoverOrder) -> bytes:
        session, closed = self._session, order.closed
        assert closed.closed_at is not None
        head = HandoverHead(
            outlet_id=session.outlet_id,
            outlet_name=session.outlet_name,
            carrier=closed.carrier,
            list_id=closed.list_id,
            list_number=closed.number,
            closed_ms=to_ms(closed.closed_at),
            at=session.store.checkpoint(),
        )
        return handover_file.encode(head, order.records, self._writer(), session.keys.signing_key)

    def _writer(self) -> Writer:
        """What proves to a carrier that this account writes for this outlet."""
        session, keys = self._session, self._session.keys
        text = statement_text(VerifyKeyNamed(session.account.account_id, keys.signing_key.verify_key))
        named = [each for each in accounts.every(session.store.reader) if each.text == text]
        if not named:
            raise StatementRefused
        return Writer(keys.owner_verify_key, named[-1])

    def _reader(self) -> Reader:
        self._session.require_role(Permission.HAND_OVER)
        if not self._session.outlet.is_open:
            raise SessionLocked
        return self._session.store.reader


def file_name(closed: HandoverList) -> str:
    """Carrier, the day on the outlet's clock, and the list's number."""
    assert closed.closed_at is not None
    carrier = re.sub(r"[^0-9a-z]", "", closed.carrier.lower())
    return f"handover-{carrier}-{outlet_time(closed.closed_at):%Y%m%d}-{closed.number}.handover"


def _sealed_to(reader: Reader, record_id: bytes) -> str:
    """The fingerprint of the key that the newest version's details are sealed to, as its act says; empty for none.

    Asked of a row that was compared with its acts a moment ago, so these are not recomputed once more.
    """
    acts = act_search.matching(
        reader, ActQuery(record_ids=(record_id,)), above=0, before=_BEHIND_ALL, limit=_BEHIND_ALL
    )
    said = (read_detail(act).get(CARRIER_KEY) for act in acts)
    return next((each for each in said if isinstance(each, str)), "")
