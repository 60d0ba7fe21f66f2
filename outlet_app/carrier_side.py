"""What a carrier runs, without any outlet: making its key, and opening the files that outlets hand over."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from outlet_app.domain.password_rules import LEAST_CHARACTERS
from outlet_app.errors import FileDamaged, FileTooNew, KeyMismatch, WrongPassword
from outlet_app.sealing import handover_file, handover_key, suite
from outlet_app.sealing.open_handover import open_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from outlet_app.sealing.details import Details
    from outlet_app.sealing.handover_file import HandoverFile, HandoverRecord

DONE, NOT_ALL, REFUSED = 0, 1, 2
"""Exit codes: everything was opened; some waybills were not; nothing was opened or made."""

_MOST_NAMED = 50
"""Waybills that are named one by one where something is wrong with them."""


class _Refused(Exception):
    """Nothing more is done; the sentence says why."""


def make_key(path: Path, cost: suite.Cost = suite.COST) -> int:
    """Make a key, keep it at `path` (mode 0600, never over another file), and tell its text and fingerprint.

    The passphrase is asked twice on a terminal, else it is the first line of the input.
    """
    try:
        _require_new(path)
        secret = suite.random_bytes(suite.KEY_BYTES)
        _write_new(path, [handover_key.write_key_file(secret, _new_passphrase(), cost).decode()])
    except _Refused as refused:
        return _tell_refusal(refused)
    public_key = suite.OpeningKey(secret).public_key
    sys.stdout.write(f"Public key:  {handover_key.write_public_key(public_key)}\n")
    sys.stdout.write(f"Fingerprint: {handover_key.fingerprint(public_key)}\n")
    _tell("Send the public key to the outlet. Tell the fingerprint by another way, such as the telephone.")
    return DONE


def open_file(path: Path, key_paths: Sequence[Path], out: Path | None = None, outlet: str = "") -> int:
    """Open a file with the keys at `key_paths`: a line of JSON for each waybill, to `out` (mode 0600) or the output.

    `outlet` is the fingerprint of the outlet that must have written it, empty for any.
    """
    try:
        file = _read_file(path)
        _require_outlet(file, outlet)
        keys = [_read_key(each) for each in key_paths]
        lines = _Lines(file, {handover_key.key_mark(key.public_key): key for key in keys})
        _require_some(lines)
        _put(lines, out)
    except _Refused as refused:
        return _tell_refusal(refused)
    _tell_result(lines, len(file.records))
    return DONE if lines.opened == len(file.records) else NOT_ALL


class _Lines:
    """The waybills of a file that these keys open, one after the other; counts what they do not open."""

    def __init__(self, file: HandoverFile, keys: dict[bytes, suite.OpeningKey]) -> None:
        self.file = file
        self.keys = keys
        self.opened = 0
        self.changed: list[str] = []

    @property
    def other_keys(self) -> Counter[str]:
        """The fingerprints of keys that are missing here, with how many waybills are sealed to each."""
        marks = (record.key_mark for record in self.file.records if record.key_mark not in self.keys)
        return Counter(handover_key.fingerprint_of(mark) for mark in marks)

    def __iter__(self) -> Iterator[str]:
        for record in self.file.records:
            key = self.keys.get(record.key_mark)
            if key is None:
                continue
            try:
                details = open_record(record, key, outlet_id=self.file.head.outlet_id)
            except KeyMismatch:
                self.changed.append(record.number)
                continue
            self.opened += 1
            yield _line(self.file, record, details)


def _line(file: HandoverFile, record: HandoverRecord, details: Details) -> str:
    value = {
        "outlet": file.head.outlet_name,
        "carrier": file.head.carrier,
        "list": file.head.list_number,
        "number": record.number,
        **asdict(details),
    }
    return _quiet(json.dumps(value, ensure_ascii=False)) + "\n"


def _quiet(line: str) -> str:
    """The same JSON, without a character that a terminal obeys: an outlet can have sealed any."""
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in line)


def _encodable(line: str, encoding: str) -> str:
    """The same JSON for an output of that encoding, which may know no Chinese."""
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(json.loads(line)) + "\n"
    return line


def _read_file(path: Path) -> HandoverFile:
    data = _read(path, handover_file.MOST_FILE_BYTES)
    try:
        return handover_file.decode(data, path)
    except FileTooNew:
        raise _Refused(f"{path}: written by a later version of the program; a newer one opens it.") from None
    except FileDamaged:
        raise _Refused(f"{path}: not a sealed hand-over as an outlet wrote it. It was cut, mixed or changed.") from None


def _require_outlet(file: HandoverFile, expected: str) -> None:
    found = handover_file.outlet_fingerprint(file.writer.owner_verify_key)
    head = file.head
    _tell(f"Outlet {head.outlet_name}, fingerprint {found}; list {head.list_number} of {head.carrier}.")
    if expected and handover_key.plain_text(expected) != handover_key.plain_text(found):
        raise _Refused(f"It was written by another outlet than {expected}.")


def _read_key(path: Path) -> suite.OpeningKey:
    data = _read(path, handover_key.MOST_KEY_FILE_BYTES)
    try:
        return handover_key.read_key_file(data, _passphrase(f"Passphrase of {path}: "), path)
    except FileTooNew:
        raise _Refused(f"{path}: a key file of a later version of the program.") from None
    except FileDamaged:
        raise _Refused(f"{path}: not a key file, or a damaged one.") from None
    except WrongPassword:
        raise _Refused(f"{path}: wrong passphrase.") from None


def _require_some(lines: _Lines) -> None:
    missing = lines.other_keys
    if lines.file.records and missing.total() == len(lines.file.records):
        ours = ", ".join(handover_key.fingerprint_of(mark) for mark in lines.keys)
        raise _Refused(f"Sealed to another key: {', '.join(missing)}. Given: {ours}.")


def _put(lines: _Lines, out: Path | None) -> None:
    if out is not None:
        _write_new(out, lines)
        return
    try:
        sys.stdout.writelines(_encodable(line, sys.stdout.encoding or "utf-8") for line in lines)
        sys.stdout.flush()
    except OSError as fault:
        # Whoever read the output has gone; what is still buffered must not be tried again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _Refused(f"standard output: {fault.strerror}.") from None


def _tell_result(lines: _Lines, count: int) -> None:
    _tell(f"{lines.opened} of {count} waybills opened.")
    for fingerprint, sealed in lines.other_keys.items():
        _tell(f"{sealed} sealed to another key, {fingerprint}: give it too, with --key.")
    if lines.changed:
        more = f" and {len(lines.changed) - _MOST_NAMED} more" if len(lines.changed) > _MOST_NAMED else ""
        _tell(f"Not as they were sealed, or of another outlet: {', '.join(lines.changed[:_MOST_NAMED])}{more}.")


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as fault:
        raise _Refused(f"{path}: {fault.strerror}.") from None
    if len(data) > most:
        raise _Refused(f"{path}: too long to be one of ours.")
    return data


def _require_new(path: Path) -> None:
    if path.exists():
        raise _Refused(f"{path}: there is a file of this name, and none is overwritten.")


def _write_new(path: Path, lines: Iterable[str]) -> None:
    """Write a file for nobody else to read; what cannot be finished is not left."""
    _require_new(path)
    try:
        file = _new_file(path)
    except OSError as fault:
        raise _Refused(f"{path}: {fault.strerror}.") from None
    try:
        with file:
            file.writelines(lines)
    except OSError as fault:
        path.unlink()
        raise _Refused(f"{path}: {fault.strerror}.") from None


def _new_file(path: Path) -> TextIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")


def _new_passphrase() -> str:
    passphrase = _passphrase("New passphrase: ")
    if len(passphrase) < LEAST_CHARACTERS:
        raise _Refused(f"A passphrase has at least {LEAST_CHARACTERS} characters.")
    if sys.stdin.isatty() and _passphrase("Once more: ") != passphrase:
        raise _Refused("The two are not the same.")
    return passphrase


def _passphrase(question: str) -> str:
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _tell_refusal(refused: _Refused) -> int:
    _tell(str(refused))
    return REFUSED


def _tell(sentence: str) -> None:
    """To the terminal, without anything that a file's text could make a terminal do."""
    sys.stderr.write("".join(each if each.isprintable() else "?" for each in sentence) + "\n")
