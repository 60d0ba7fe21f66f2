"""A part of the activity record as a file that goes out of the house: the acts of one account, and what holds them.

One account's acts stand in it with every column, in whole transactions. Of everybody else's transactions in between
only their end stands there: number, hash, account id and signature. So no other person's acts are told, and yet every
number of the part belongs to a transaction that somebody signed: none of the account's acts can have been left out.
What a reader cannot do without the other columns is to compute the hashes across those transactions; their signers
vouch for them, and any label or day sheet from those days pins them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Act
from outlet_app.domain.context import canonical_json
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMAT = "outlet-app/record-segment"
VERSION = 1
"""Of the format below. A file of every released version is read for ever."""

MOST_FILE_BYTES = 128 << 20
"""More than three months of an outlet with 1,000 parcels a day: some 270 bytes for each transaction."""

_ID_BYTES, _HASH_BYTES = 16, 32
_HIGHEST = 2**63 - 1
"""What SQLite can hold of a number."""


@dataclass(frozen=True, slots=True)
class Told:
    """A transaction in which the account acts: its acts as they stand in the record."""

    acts: tuple[Act, ...]

    @property
    def first(self) -> int:
        """The number of its first act."""
        return self.acts[0].n

    @property
    def last(self) -> int:
        """The number of its last act."""
        return self.acts[-1].n


@dataclass(frozen=True, slots=True)
class Covered:
    """A transaction of another account: `first` to `last`, and the hash and signature of the last act."""

    first: int
    last: int
    account_id: bytes
    chain_hash: bytes
    signature: bytes | None


Part = Told | Covered


@dataclass(frozen=True, slots=True)
class RecordSegment:
    """The part of a record behind `start`. `statements` are the owner's that name whose key is whose."""

    outlet_id: bytes
    owner_verify_key: bytes
    account_id: bytes
    start: Checkpoint
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]

    @property
    def last(self) -> int:
        """The number of the last act."""
        return self.parts[-1].last if self.parts else self.start.n


def parts_of(acts: Iterable[Act], account_id: bytes) -> Iterator[Part]:
    """`acts`, neighbours in whole transactions, as the parts of a segment about one account."""
    gathered: list[Act] = []
    for act in acts:
        if gathered and act.n != gathered[-1].n + 1:
            yield _part(gathered, account_id)
            gathered = []
        gathered.append(act)
        if act.signature is not None:
            yield _part(gathered, account_id)
            gathered = []
    if gathered:
        yield _part(gathered, account_id)


def write_segment(segment: RecordSegment) -> bytes:
    """The one text of a segment: canonical JSON, bytes in hexadecimal."""
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "outlet_id": segment.outlet_id.hex(),
        "owner_verify_key": segment.owner_verify_key.hex(),
        "account": segment.account_id.hex(),
        "start": [segment.start.branch, segment.start.n, segment.start.chain_hash.hex()],
        "parts": [_plain(part) for part in segment.parts],
        "statements": [[each.serial, each.text, each.signature.hex()] for each in segment.statements],
    }
    return canonical_json(fields).encode()


def read_segment(data: bytes) -> RecordSegment:
    """What `write_segment` wrote. Says nothing of whether it holds. Raises ValueError for any other bytes.

    An act is read as it stands in the record, whatever stands there: one that nobody can hash must not keep the others
    from being judged.
    """
    if len(data) > MOST_FILE_BYTES:
        raise ValueError("no segment")
    try:
        value = json.loads(data)
        if (value["format"], value["version"]) != (FORMAT, VERSION):
            raise ValueError("another format")
        segment = _read(value)
        same = write_segment(segment) == data
    except (KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError):
        raise ValueError("no segment") from None
    if not same:
        raise ValueError("not in the one form")
    return segment


def _part(acts: Sequence[Act], account_id: bytes) -> Part:
    if any(act.account_id == account_id for act in acts):
        return Told(tuple(acts))
    last = acts[-1]
    return Covered(acts[0].n, last.n, last.account_id, last.chain_hash, last.signature)


def _plain(part: Part) -> list[object]:
    if isinstance(part, Told):
        return [_plain_act(act) for act in part.acts]
    return [part.first, part.last, part.account_id.hex(), part.chain_hash.hex(), (part.signature or b"").hex()]


def _plain_act(act: Act) -> list[object]:
    columns = (act.n, act.at_ms, act.account_id.hex(), act.station, act.kind, (act.record_id or b"").hex(), act.detail)
    return [*columns, act.chain_hash.hex(), (act.signature or b"").hex()]


def _read(value: dict[str, list[object]]) -> RecordSegment:
    branch, n, chain_hash = value["start"]
    parts = tuple(_read_part(each) for each in value["parts"])
    if any(isinstance(part, Told) and not part.acts for part in parts):
        raise ValueError("a transaction without acts")
    statements = tuple(
        Statement(_number(each[0]), _text(each[1]), _bytes(each[2])) for each in map(_list, value["statements"])
    )
    return RecordSegment(
        _bytes(value["outlet_id"], _ID_BYTES),
        _bytes(value["owner_verify_key"], _HASH_BYTES),
        _bytes(value["account"], _ID_BYTES),
        Checkpoint(_number(branch), _number(n), _bytes(chain_hash, _HASH_BYTES)),
        parts,
        statements,
    )


def _read_part(value: object) -> Part:
    plain = _list(value)
    if plain and isinstance(plain[0], list):
        return Told(tuple(_read_act(_list(each)) for each in plain))
    first, last, account, chain_hash, signature = plain
    return Covered(_number(first), _number(last), _bytes(account), _bytes(chain_hash), _bytes(signature) or None)


def _read_act(value: list[object]) -> Act:
    n, at_ms, account, station, kind, record, detail, chain_hash, signature = value
    return Act(
        _number(n),
        _number(at_ms, -_HIGHEST - 1),
        _bytes(account),
        _text(station),
        _text(kind),
        _bytes(record) or None,
        _text(detail),
        _bytes(chain_hash),
        _bytes(signature) or None,
    )


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list is asked for")
    return value


def _number(value: object, least: int = 0) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is asked for")
    if not least <= value <= _HIGHEST:
        raise ValueError("a number that no record holds")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is asked for")
    value.encode()
    return value


def _bytes(value: object, length: int | None = None) -> bytes:
    if not isinstance(value, str):
        raise TypeError("hexadecimal digits are asked for")
    found = bytes.fromhex(value)
    if length is not None and len(found) != length:
        raise ValueError("another length")
    return found
