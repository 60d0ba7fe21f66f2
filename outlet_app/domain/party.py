"""Sender or recipient, unmasked. Few modules may name this; nothing keeps one longer than it must."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Party:
    """One person or firm as the customer gave it: checked, in the customer's own characters.

    `phone` holds the number without its extension; `province`, `city` and `district` hold official full names
    (`city` repeats `province` in the four municipalities; a level that does not exist is empty).
    """

    name: str
    phone: str
    extension: str = ""
    province: str
    city: str
    district: str
    detail: str

    @property
    def address(self) -> str:
        """The whole address in one line, without saying a municipality twice."""
        city = "" if self.city == self.province else self.city
        return f"{self.province}{city}{self.district}{self.detail}"

    @property
    def full_phone(self) -> str:
        """The number with its extension, as a person writes it."""
        return f"{self.phone}转{self.extension}" if self.extension else self.phone

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "Party(…)"
