"""The codes of the outlet: OA1 on a label, OK1 on the owner card, OC1 on a day sheet, OR1 on the recovery sheet.

All of them are written for QR's alphanumeric mode and read strictly: one form, exact lengths, no aliases.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing import base32, suite

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.history import Checkpoint

TOKEN_BYTES = 16
CARD_BYTES = 16
RECOVERY_BYTES = 32
HASH_START_BYTES = 20
LONGEST_NUMBER = 22
LONGEST_CODE = 122
"""Version 5-M of a QR code holds 122 alphanumeric characters. Source: ISO/IEC 18004:2015, table 7."""

_TAG_CHARACTERS = 8
_COUNT = r"(0|[1-9][0-9]{0,%d})"
_MARK = "([0-9A-Z]{4})"
_OA1 = re.compile(
    rf"OA1\.{_MARK}\.([0-9A-Z-]{{1,{LONGEST_NUMBER}}})\.([1-9][0-9]{{0,2}})\.([0-9A-Z]{{26}})"
    rf"\.{_COUNT % 3}\.{_COUNT % 11}\.([0-9A-Z]{{32}})\.([0-9A-Z]{{8}})"
)
_OC1 = re.compile(rf"OC1\.{_MARK}\.{_COUNT % 3}\.{_COUNT % 11}\.([0-9A-Z]{{32}})\.([0-9A-Z]{{8}})")
_OK1 = re.compile(rf"OK1\.{_MARK}\.([0-9A-Z]{{26}})\.([0-9A-Z]{{8}})")
_OR1 = re.compile(rf"OR1\.{_MARK}\.([0-9A-Z]{{52}})\.([0-9A-Z]{{8}})")


class LabelToken:
    """The 16 random bytes in the QR code of one label. Never stored, logged or shown; compares in constant time."""

    __slots__ = ("secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != TOKEN_BYTES:
            raise ValueError("a label token has 16 bytes")
        self.secret = secret

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LabelToken) and suite.same(self.secret, other.secret)

    __hash__ = None  # type: ignore[assignment]  # a token is not to be kept in sets and keys

    def __repr__(self) -> str:
        return "LabelToken(…)"


@dataclass(frozen=True, slots=True)
class CheckpointMark:
    """A checkpoint as a code carries it: branch, n, and the first 20 bytes of the chain's hash."""

    branch: int
    n: int
    hash_start: bytes

    def fits(self, checkpoint: Checkpoint) -> bool:
        """Whether this is the mark of `checkpoint`."""
        return self == mark_of(checkpoint)


@dataclass(frozen=True, slots=True, repr=False)
class LabelCode:
    """What the QR code of a coded label says. `tag` is the 8 characters that prove it genuine; see `is_genuine`."""

    outlet_mark: str
    number: str
    serial: int
    token: LabelToken
    checkpoint: CheckpointMark
    tag: str

    def __repr__(self) -> str:
        return f"LabelCode({self.number}, {self.serial})"


@dataclass(frozen=True, slots=True)
class CheckpointCode:
    """What the QR code of a day sheet says: a checkpoint, no token."""

    outlet_mark: str
    checkpoint: CheckpointMark
    tag: str


@dataclass(frozen=True, slots=True, repr=False)
class CardCode:
    """What the QR code of an owner card says. `secret` is CT, 16 bytes."""

    outlet_mark: str
    secret: bytes

    def __repr__(self) -> str:
        return "CardCode(…)"


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """What the QR code of a recovery sheet says. `secret` is R, 32 bytes."""

    outlet_mark: str
    secret: bytes

    def __repr__(self) -> str:
        return "RecoveryCode(…)"


Code = LabelCode | CheckpointCode | CardCode | RecoveryCode


def outlet_mark(outlet_id: bytes) -> str:
    """Four characters that tell outlets apart on a label: the first 20 bits of SHA-256(outlet id)."""
    return base32.encode(int.from_bytes(suite.digest(outlet_id)[:3], "big") >> 4, 4)


def mark_of(checkpoint: Checkpoint) -> CheckpointMark:
    """The mark that codes carry for `checkpoint`."""
    return CheckpointMark(checkpoint.branch, checkpoint.n, checkpoint.chain_hash[:HASH_START_BYTES])


def write_label_code(
    *, outlet_id: bytes, number: str, serial: int, token: LabelToken, checkpoint: Checkpoint, label_key: bytes
) -> str:
    """The text of a label's QR code, at most 122 characters, so that it fits version 5-M.

    `number` is a waybill number of 1 to 22 characters of 0-9, A-Z and hyphen; `serial` is 1 to 999; the checkpoint's
    branch is at most 9,999 and its n at most 999,999,999,999. Raises ValueError for anything else.
    """
    mark = mark_of(checkpoint)
    return _written(_label_body(outlet_mark(outlet_id), number, serial, token, mark), _OA1, label_key)


def write_checkpoint_code(outlet_id: bytes, checkpoint: Checkpoint, label_key: bytes) -> str:
    """The text of a day sheet's QR code. Limits and ValueError as for `write_label_code`."""
    return _written(f"OC1.{outlet_mark(outlet_id)}.{_mark_text(mark_of(checkpoint))}.", _OC1, label_key)


def write_card_code(outlet_id: bytes, secret: bytes) -> str:
    """The text of an owner card's QR code; `secret` is CT, 16 bytes."""
    return _checked(f"OK1.{outlet_mark(outlet_id)}.{base32.encode_bytes(secret)}.", _OK1)


def write_recovery_code(outlet_id: bytes, secret: bytes) -> str:
    """The text of a recovery sheet's QR code; `secret` is R, 32 bytes."""
    return _checked(f"OR1.{outlet_mark(outlet_id)}.{base32.encode_bytes(secret)}.", _OR1)


def read_code(text: str) -> Code:
    """Read a scanned text. Letters may be lower case or full width and `。` may stand for a point; nothing else varies.

    Says nothing about whether the code is genuine or this outlet's. Raises LabelCodeRefused.
    """
    plain = unicodedata.normalize("NFKC", text).upper().replace("。", ".")
    reader = _READERS.get(plain[:4])
    if reader is None:
        raise LabelCodeRefused
    try:
        return reader(plain)
    except ValueError:
        raise LabelCodeRefused from None


def is_genuine(code: LabelCode | CheckpointCode, label_key: bytes) -> bool:
    """Whether the code's tag was made with this outlet's label key."""
    if isinstance(code, LabelCode):
        body = _label_body(code.outlet_mark, code.number, code.serial, code.token, code.checkpoint)
    else:
        body = f"OC1.{code.outlet_mark}.{_mark_text(code.checkpoint)}."
    return suite.same(_tag(label_key, body).encode(), code.tag.encode())


def _label_body(mark: str, number: str, serial: int, token: LabelToken, checkpoint: CheckpointMark) -> str:
    return f"OA1.{mark}.{number}.{serial}.{base32.encode_bytes(token.secret)}.{_mark_text(checkpoint)}."


def _mark_text(mark: CheckpointMark) -> str:
    return f"{mark.branch}.{mark.n}.{base32.encode_bytes(mark.hash_start)}"


def _written(body: str, form: re.Pattern[str], label_key: bytes) -> str:
    text = body + _tag(label_key, body)
    _match(form, text)
    return text


def _checked(body: str, form: re.Pattern[str]) -> str:
    text = body + _check(body)
    _match(form, text)
    return text


def _tag(label_key: bytes, body: str) -> str:
    return base32.encode_bytes(suite.tag(label_key, body.encode())[:5])


def _check(body: str) -> str:
    """Not a proof, only a guard against slips of a hand copy."""
    return base32.encode_bytes(suite.digest(ctx("code-check", body))[:5])


def _match(form: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = form.fullmatch(text)
    if found is None:
        raise ValueError("not of the form")
    return found.groups()


def _read_label(text: str) -> LabelCode:
    mark, number, serial, token, branch, n, hash_start, tag = _match(_OA1, text)
    secret = base32.decode_bytes(token, TOKEN_BYTES)
    return LabelCode(
        _alphabetic(mark), number, int(serial), LabelToken(secret), _mark(branch, n, hash_start), _alphabetic(tag)
    )


def _read_checkpoint(text: str) -> CheckpointCode:
    mark, branch, n, hash_start, tag = _match(_OC1, text)
    return CheckpointCode(_alphabetic(mark), _mark(branch, n, hash_start), _alphabetic(tag))


def _read_card(text: str) -> CardCode:
    return CardCode(*_mark_and_secret(_OK1, text, CARD_BYTES))


def _read_recovery(text: str) -> RecoveryCode:
    return RecoveryCode(*_mark_and_secret(_OR1, text, RECOVERY_BYTES))


def _mark_and_secret(form: re.Pattern[str], text: str, length: int) -> tuple[str, bytes]:
    mark, secret, check = _match(form, text)
    if _check(text[:-_TAG_CHARACTERS]) != check:
        raise ValueError("miscopied")
    return _alphabetic(mark), base32.decode_bytes(secret, length)


def _mark(branch: str, n: str, hash_start: str) -> CheckpointMark:
    return CheckpointMark(int(branch), int(n), base32.decode_bytes(hash_start, HASH_START_BYTES))


def _alphabetic(text: str) -> str:
    base32.decode(text)
    return text


_READERS: dict[str, Callable[[str], Code]] = {
    "OA1.": _read_label,
    "OC1.": _read_checkpoint,
    "OK1.": _read_card,
    "OR1.": _read_recovery,
}
