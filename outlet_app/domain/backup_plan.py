"""When a backup is due, how its file is called, and which files of a folder are kept."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.branches import FIRST_BRANCH
from outlet_app.domain.outlet_day import day_start, outlet_day, outlet_time

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many days, weeks and months with backups the newest one is kept. Source: design, issue "Nothing lost"."""

LEAST_AT_CLOSING = timedelta(minutes=15)
"""A backup younger than this is not made again at closing: sign-in, test print and out are no day's work."""

_NAME = re.compile(r"outlet-backup-([0-9]{8}-[0-9]{6})\.oab")
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A whole backup of this outlet in a folder, by its file name; `made_at` (UTC) and `branch` as its head tells."""

    name: str
    made_at: datetime
    branch: int = FIRST_BRANCH


def file_name(made_at: datetime) -> str:
    """`outlet-backup-YYYYMMDD-HHMMSS.oab` by the outlet's clock, as screens tell it; no hour comes twice."""
    return f"outlet-backup-{outlet_time(made_at):{_STAMP}}.oab"


def part_name(outlet_id: bytes) -> str:
    """The name of a backup while it is written: one for each outlet, since a share may serve several."""
    return f"outlet-backup-{hashlib.sha256(outlet_id).hexdigest()[:8]}.part"


def is_file_name(name: str) -> bool:
    """Whether a file may be one of ours, by its name."""
    return _NAME.fullmatch(name) is not None


def is_due(last_at: datetime | None, now: datetime) -> bool:
    """Whether today has no good backup yet; the outlet's day begins at 04:00.

    One from the future, made before the clock was put right, counts for no day but its own.
    """
    return last_at is None or not day_start(now) <= last_at <= now


def is_due_at_closing(last_at: datetime | None, now: datetime, *, worked: bool) -> bool:
    """Whether closing is worth one more; `worked` says whether anything but comings and goings was recorded since."""
    return worked and (is_due(last_at, now) or last_at is None or now - last_at >= LEAST_AT_CLOSING)


def superfluous(found: Sequence[KeptBackup]) -> tuple[KeptBackup, ...]:
    """Which of the backups in a folder may go, oldest first.

    The newest of each of the last 7 days, 4 weeks and 12 months that have one stay, so that an outlet that was closed
    for a year keeps what it had; the newest of all stays in any case. So does the newest of each branch: what an outlet
    was restored from, or holds days that the restore gave up, is not taken away by the outlet that was restored.
    """
    newest_first = sorted(found, key=lambda backup: (backup.made_at, backup.name), reverse=True)
    of_days = [
        backup
        for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month))
        for backup in _newest_of_each(newest_first, count, period)
    ]
    of_branches = {backup.branch: backup for backup in reversed(newest_first)}
    kept = {backup.name for backup in (*of_days, *of_branches.values())}
    return tuple(backup for backup in reversed(newest_first) if backup.name not in kept)


def _newest_of_each(
    newest_first: Sequence[KeptBackup], count: int, period: Callable[[datetime], Hashable]
) -> list[KeptBackup]:
    newest: dict[Hashable, KeptBackup] = {}
    for backup in newest_first:
        newest.setdefault(period(backup.made_at), backup)
    return list(newest.values())[:count]


def _day(at: datetime) -> Hashable:
    return outlet_day(at)


def _week(at: datetime) -> Hashable:
    return outlet_day(at).isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    day = outlet_day(at)
    return day.year, day.month
