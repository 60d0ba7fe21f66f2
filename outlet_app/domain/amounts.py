"""Weights and money as people type them, to whole grams and fen, and back."""

from __future__ import annotations

import re
import unicodedata

HEAVIEST_G = 1_000_000
"""Grams: above a tonne it is freight, or a slip of the finger."""

DEAREST_FEN = 100_000_000
"""Fen, one million yuan: above it a decimal point was forgotten."""

_DECIMAL = re.compile(r"([0-9]{1,9})(?:\.([0-9]*))?|\.([0-9]+)")


def read_weight_g(text: str) -> int | None:
    """Kilograms as typed to grams; None for what is not a weight over 0 and up to a tonne with at most 3 decimals."""
    grams = _scaled(text, 3, ("kg", "公斤", "千克"))
    return grams if grams is not None and 0 < grams <= HEAVIEST_G else None


def read_fen(text: str) -> int | None:
    """Yuan as typed to fen; an empty text is 0; None for what is not an amount with at most 2 decimals."""
    if not text.strip():
        return 0
    fen = _scaled(text, 2, ("元", "¥", "块"))
    return fen if fen is not None and fen <= DEAREST_FEN else None


def kilograms(weight_g: int) -> str:
    """Grams as kilograms without idle zeros: 1250 is 1.25."""
    return _plain(weight_g, 3, keep=0)


def yuan(amount_fen: int) -> str:
    """Fen as yuan with two decimals: 1200 is 12.00."""
    return _plain(amount_fen, 2, keep=2)


def _scaled(text: str, decimals: int, units: tuple[str, ...]) -> int | None:
    # NFKC turns full-width digits plain; 。 is what the decimal key types while a Chinese input method is on.
    plain = unicodedata.normalize("NFKC", text).strip().lower().replace("。", ".")
    for unit in units:
        plain = plain.removesuffix(unit).removeprefix(unit).strip()
    shape = _DECIMAL.fullmatch(plain)
    if shape is None:
        return None
    whole, fraction = shape[1] or "0", (shape[2] or shape[3] or "").rstrip("0")
    if len(fraction) > decimals:
        return None
    return int(whole + fraction.ljust(decimals, "0"))


def _plain(amount: int, decimals: int, keep: int) -> str:
    whole, fraction = divmod(amount, 10**decimals)
    digits = f"{fraction:0{decimals}d}"
    digits = digits[:keep] + digits[keep:].rstrip("0")
    return f"{whole}.{digits}" if digits else str(whole)
