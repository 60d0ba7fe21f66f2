"""Before an older database is brought up: a copy of its bytes beside it, which goes after the first good day."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.durable_file import make_durable, named
from outlet_app.errors import DiskFull, FileDamaged
from outlet_app.store import act_search, schema
from outlet_app.store.connection import open_database
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from outlet_app.store.connection import DatabaseKey, Reader

_BEFORE = re.compile(r"\.before-([0-9]+)")
_BEHIND_ALL = 2**62


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy at `path` of the database as it was in version `version`."""

    path: Path
    version: int


def prepare(path: Path, key: DatabaseKey) -> None:
    """Where the closed database at `path` is of an older version, keep a copy of its bytes, compared, then go on.

    Killed anywhere, the database is as it was, and the next opening goes on. A copy that is there already is of an
    upgrade that was cut short, and stays. Raises as `open_database`, DiskFull when the disk cannot hold the copy, and
    FileDamaged when the copy is not what was read, or the disk does not answer.
    """
    database = open_database(path, key)
    try:
        version = database.reader.number("PRAGMA user_version")
        if not 0 < version < len(schema.shipped_steps()):
            return
        database.truncate_log()
    finally:
        database.close()
    target = path.with_name(f"{path.name}.before-{version}")
    if not target.exists():
        _copy(path, target)


def kept(path: Path) -> list[Kept]:
    """The copies that stand beside the database at `path`, the oldest version first."""
    found = [
        (each, _BEFORE.fullmatch(each.name.removeprefix(path.name))) for each in path.parent.glob(f"{path.name}.*")
    ]
    return sorted((Kept(each, int(form[1])) for each, form in found if form), key=lambda copy: copy.version)


def settle(reader: Reader, path: Path, now: datetime) -> Entry | None:
    """The act that tells of an upgrade which the record does not know yet; None where there is none to tell.

    Copies go once an outlet day has passed since that act: the outlet was opened and worked with by then.
    """
    copies = kept(path)
    if not copies:
        return None
    version = len(schema.shipped_steps())
    query = act_search.ActQuery(kinds=(ActivityKind.UPGRADED,))
    told = act_search.matching(reader, query, above=0, before=_BEHIND_ALL, limit=1)
    if not told or f'"version":{version}}}' not in told[0].detail:
        return Entry(Activity(ActivityKind.UPGRADED, None, {"from": copies[0].version, "version": version}))
    if outlet_day(from_ms(told[0].at_ms)) < outlet_day(now):
        for copy in copies:
            copy.path.unlink()
    return None


def _copy(path: Path, target: Path) -> None:
    fresh = target.with_name(f"{target.name}.new")
    if shutil.disk_usage(path.parent).free < path.stat().st_size:
        raise DiskFull(path)
    try:
        fresh.unlink(missing_ok=True)
        shutil.copyfile(path, fresh)
        fresh.chmod(0o600)
        make_durable(fresh)
        if _digest(fresh) != _digest(path):
            raise FileDamaged(fresh)
        fresh.rename(target)
        make_durable(target)
    except OSError as fault:  # the disk does not answer: what it holds is no more to be relied on than a bad page
        raise (named(fault, path) or FileDamaged(path)) from fault


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
