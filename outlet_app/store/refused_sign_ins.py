"""Sign-ins refused while the database was closed: a plain, capped file beside, for the waits and for the record.

Whoever can write files can rewrite this one; the record says of its rows "reported, not proven".
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.durable_file import replace_file
from outlet_app.store.moment import from_ms, to_ms

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

MOST_UNREPORTED = 1000
"""Rows kept until the next sign-in takes them into the record; the oldest are dropped first."""

_MOST_BYTES = 1 << 20
"""Ours have less than a tenth of it."""

_ACCOUNT = re.compile(r"[0-9a-f]{32}")
_REASON = re.compile(r"[a-z_]{1,20}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused sign-in. `account_id` is 16 bytes, `at` UTC, `reason` a word."""

    account_id: bytes
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Streak:
    """Failed sign-ins of one account in a row, and when the last one was (UTC, None when there was none)."""

    failures: int
    last_at: datetime | None


@dataclass(slots=True)
class _Content:
    failures: Counter[str] = field(default_factory=Counter)
    last_ms: dict[str, int] = field(default_factory=dict)
    unreported: list[tuple[str, int, str]] = field(default_factory=list)


class RefusedSignIns:
    """The side file at `path`. A file that cannot be read counts as empty: nothing in it may keep the counter shut."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def streak(self, account_id: bytes) -> Streak:
        """The account's failures in a row."""
        content = self._read()
        last_ms = content.last_ms.get(account_id.hex())
        return Streak(content.failures[account_id.hex()], None if last_ms is None else from_ms(last_ms))

    def date_back(self, account_id: bytes, at: datetime) -> None:
        """The account's last failure was at `at` (UTC), because its time is one that has not come yet; durably."""
        content = self._read()
        content.last_ms[account_id.hex()] = to_ms(at)
        self._write(content)

    def add(self, refusal: Refusal) -> None:
        """Note one more, durably."""
        content = self._read()
        account, at_ms = refusal.account_id.hex(), to_ms(refusal.at)
        content.failures[account] += 1
        content.last_ms[account] = at_ms
        content.unreported.append((account, at_ms, refusal.reason))
        self._write(content)

    def unreported(self) -> tuple[Refusal, ...]:
        """What the record does not know yet, oldest first."""
        return tuple(Refusal(bytes.fromhex(account), from_ms(at), why) for account, at, why in self._read().unreported)

    def reported(self, account_id: bytes) -> None:
        """The record knows all of them now, and `account_id` has signed in: its failures in a row are over."""
        content = self._read()
        if content.unreported or content.failures[account_id.hex()]:
            _forget(content, account_id)
            content.unreported = []
            self._write(content)

    def forgive(self, account_id: bytes) -> None:
        """The account's failures in a row are over; what the record does not know yet stays to be reported."""
        content = self._read()
        _forget(content, account_id)
        self._write(content)

    def _read(self) -> _Content:
        try:
            with self._path.open("rb") as file:
                raw = json.loads(file.read(_MOST_BYTES))
            rows = [(str(account), int(at), str(why)) for account, at, why in raw["unreported"]]
            return _Content(
                Counter({str(account): int(count) for account, count in raw["failures"].items()}),
                {str(account): int(at) for account, at in raw["last_ms"].items()},
                [row for row in rows if _ACCOUNT.fullmatch(row[0]) and _REASON.fullmatch(row[2])][-MOST_UNREPORTED:],
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return _Content()

    def _write(self, content: _Content) -> None:
        rows = content.unreported[-MOST_UNREPORTED:]
        text = json.dumps({"failures": content.failures, "last_ms": content.last_ms, "unreported": rows})
        replace_file(self._path, text.encode("ascii"))


def _forget(content: _Content, account_id: bytes) -> None:
    content.failures.pop(account_id.hex(), None)
    content.last_ms.pop(account_id.hex(), None)
