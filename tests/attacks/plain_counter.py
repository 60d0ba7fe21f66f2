"""A counter program as shops have them, for comparison: honest, with logins, roles and a log, over plain SQLite.

Passwords are salted and stretched, a clerk's screen pages by 50 and exports nothing, sign-ins and look-ups are logged.
Names, phones and addresses are columns, because that is what a look-up by name or phone wants.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAGE_ROWS = 50
SHORTEST_SEARCH = 2
"""Characters; fewer would find everything by accident."""

_ROUNDS = 20_000
_TABLES = """
CREATE TABLE accounts (name TEXT PRIMARY KEY, role TEXT, salt BLOB, password BLOB);
CREATE TABLE waybills (
    number TEXT PRIMARY KEY, state TEXT,
    sender_name TEXT, sender_phone TEXT, sender_address TEXT,
    recipient_name TEXT, recipient_phone TEXT, recipient_address TEXT
);
CREATE TABLE log (at TEXT DEFAULT CURRENT_TIMESTAMP, name TEXT, what TEXT);
"""
_FIND = """
SELECT * FROM waybills
WHERE number LIKE :like OR sender_name LIKE :like OR sender_phone LIKE :like
   OR recipient_name LIKE :like OR recipient_phone LIKE :like
ORDER BY number LIMIT :rows OFFSET :start
"""


@dataclass(frozen=True)
class Contact:
    """Somebody as a row has him."""

    name: str
    phone: str
    address: str


@dataclass(frozen=True)
class PlainWaybill:
    """A waybill as a row has it."""

    number: str
    state: str
    sender: Contact
    recipient: Contact


class PlainCounter:
    """The program at one counter; `sign_in` comes before everything else."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._name = ""

    def found(self) -> None:
        """Make the tables of a new shop."""
        self._database.executescript(_TABLES)

    def add_account(self, name: str, password: str, role: str) -> None:
        """Give somebody a login."""
        salt = os.urandom(16)
        self._database.execute("INSERT INTO accounts VALUES (?, ?, ?, ?)", (name, role, salt, _hash(password, salt)))

    def enter(self, waybills: list[PlainWaybill]) -> None:
        """Accept parcels."""
        rows = [
            (
                each.number,
                each.state,
                *(each.sender.name, each.sender.phone, each.sender.address),
                *(each.recipient.name, each.recipient.phone, each.recipient.address),
            )
            for each in waybills
        ]
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO waybills VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._database.execute("COMMIT")

    def sign_in(self, name: str, password: str) -> None:
        """Let somebody work. Raises PermissionError for a wrong password."""
        row = self._database.execute("SELECT salt, password FROM accounts WHERE name = ?", (name,)).fetchone()
        if row is None or not hmac.compare_digest(_hash(password, row[0]), row[1]):
            raise PermissionError(name)
        self._name = name
        self._log("signed in")

    def search(self, text: str, page: int = 0) -> list[PlainWaybill]:
        """One page of the waybills whose number, a name or a phone holds `text`. Raises PermissionError, ValueError."""
        if not self._name:
            raise PermissionError
        if len(text) < SHORTEST_SEARCH:
            raise ValueError("type more")
        self._log(f"searched page {page}")
        values = {"like": f"%{text}%", "rows": PAGE_ROWS, "start": page * PAGE_ROWS}
        return [
            PlainWaybill(row[0], row[1], Contact(*row[2:5]), Contact(*row[5:8]))
            for row in self._database.execute(_FIND, values)
        ]

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _log(self, what: str) -> None:
        self._database.execute("INSERT INTO log (name, what) VALUES (?, ?)", (self._name, what))


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _ROUNDS)
