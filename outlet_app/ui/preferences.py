"""This machine's choices: language, dark or light, the printer used last. Nothing about the outlet or a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.durable_file import replace_file
from outlet_app.ui.languages import Language, of_the_system

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_PRINTER_NAME, _LONGEST_SHELF = 200, 9


class PrinterUse(StrEnum):
    """What a printer is chosen for; the value is the name of its choice."""

    LABELS = "printer"
    SHELF_LABELS = "shelf_printer"


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen on this machine. `printer` is a queue's name, empty when none was used yet.

    `follows_system`: light or dark as the system's other windows, whatever `dark` says. `sounds`: tones tell what a
    scan came to. `shelf` is where arrived parcels go, `shelf_printer` the queue of their labels.
    """

    language: Language
    dark: bool = False
    printer: str = ""
    follows_system: bool = False
    sounds: bool = True
    shelf: str = ""
    shelf_printer: str = ""

    def printer_for(self, use: PrinterUse) -> str:
        """The queue that was used last for these labels; empty for none."""
        return self.shelf_printer if use is PrinterUse.SHELF_LABELS else self.printer

    def with_printer(self, use: PrinterUse, name: str) -> Choices:
        """The same choices with another queue for these labels."""
        return replace(self, shelf_printer=name) if use is PrinterUse.SHELF_LABELS else replace(self, printer=name)


class Preferences:
    """The choices in a small file, read once. A file that is missing or cannot be understood means the usual ones."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "preferences.json"
        self._choices = _read(self._path)

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    def keep(self, choices: Choices) -> None:
        """Choose, and write it down; the choice holds until the program ends even when it cannot be written.

        Raises FileReadOnly, DiskFull.
        """
        if choices == self._choices:
            return
        self._choices = choices
        replace_file(self._path, json.dumps(asdict(choices), ensure_ascii=False, indent=1).encode())


def _read(path: Path) -> Choices:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        stored = None
    return _choices(stored if isinstance(stored, dict) else {})


def _choices(stored: dict[str, object]) -> Choices:
    language = stored.get("language")
    return Choices(
        language=next((one for one in Language if one == language), of_the_system()),
        dark=stored.get("dark") is True,
        printer=_text(stored, "printer", _LONGEST_PRINTER_NAME),
        follows_system=stored.get("follows_system") is True,
        sounds=stored.get("sounds") is not False,
        shelf=_text(stored, "shelf", _LONGEST_SHELF),
        shelf_printer=_text(stored, "shelf_printer", _LONGEST_PRINTER_NAME),
    )


def _text(stored: dict[str, object], name: str, longest: int) -> str:
    text = stored.get(name)
    return text if isinstance(text, str) and len(text) <= longest else ""
