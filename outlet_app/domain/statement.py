"""An owner statement as it is stored: its serial, its text, and the owner's signature."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """What the owner signed.

    `serial` counts the outlet's statements from 1 and never repeats. `text` is canonical JSON with a `subject`.
    `signature` is 64 bytes over ctx("statement", outlet id, serial, text).
    """

    serial: int
    text: str
    signature: bytes
