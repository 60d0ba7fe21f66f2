"""This machine's choices: language, dark or light, the printer used last. Nothing about the outlet or a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from outlet_app.durable_file import replace_file
from outlet_app.ui.languages import Language, of_the_system

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_PRINTER_NAME = 200


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen on this machine. `printer` is a queue's name, empty when none was used yet.

    `follows_system`: light or dark as the system's other windows, whatever `dark` says. `sounds`: tones tell what a
    scan came to.
    """

    language: Language
    dark: bool = False
    printer: str = ""
    follows_system: bool = False
    sounds: bool = True


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
    printer = stored.get("printer")
    return Choices(
        language=next((one for one in Language if one == language), of_the_system()),
        dark=stored.get("dark") is True,
        printer=printer if isinstance(printer, str) and len(printer) <= _LONGEST_PRINTER_NAME else "",
        follows_system=stored.get("follows_system") is True,
        sounds=stored.get("sounds") is not False,
    )
