"""A log of ids and numbers, never of persons: callers pass an event and whole numbers or short words, no free text."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LOGGER = logging.getLogger("outlet_app")
_SAFE = re.compile(r"[A-Za-z0-9_.:/+-]{1,64}")


def keep_in(folder: Path) -> None:
    """Write the log to `folder`, three files of 256 KB at most."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(folder / "outlet-app.log", maxBytes=256_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)


def event(name: str, **facts: int | str | bytes) -> None:
    """Note that something happened. A fact that is not a number, an id or a plain ASCII word is written as `…`."""
    _LOGGER.info("%s", _line(name, facts))


def fault(name: str, **facts: int | str | bytes) -> None:
    """As `event`, for what somebody has to look at."""
    _LOGGER.warning("%s", _line(name, facts))


def crash(trace: str) -> None:
    """Note a bug of ours; `trace` names code lines only."""
    _LOGGER.error("crash\n%s", trace)


def _line(name: str, facts: dict[str, int | str | bytes]) -> str:
    return " ".join([name, *(f"{key}={_plain(value)}" for key, value in facts.items())])


def _plain(value: int | str | bytes) -> str:
    if isinstance(value, bytes):
        return value.hex()[:32]
    text = str(value)
    digits = sum(character.isdigit() for character in text)
    if isinstance(value, int) or (_SAFE.fullmatch(text) and digits < 7):
        return text
    return "…"
