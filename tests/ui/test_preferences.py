"""Tests of this machine's choices with real files."""

from __future__ import annotations

import resource
import signal
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, FileReadOnly
from outlet_app.ui.languages import Language, of_the_system
from outlet_app.ui.preferences import Choices, Preferences, PrinterUse

if TYPE_CHECKING:
    from pathlib import Path

_CHOSEN = Choices(Language.CHINESE, dark=True, printer="标签机")


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    Preferences(tmp_path / "state").keep(_CHOSEN)
    assert Preferences(tmp_path / "state").choices == _CHOSEN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"dark"',
        "null",
        '{"language": "tlh", "dark": 1, "printer": 7}',
        '{"printer": "' + "x" * 201 + '"}',
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_a_file_that_cannot_be_understood_means_the_usual_choices(tmp_path: Path, text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "preferences.json").write_bytes(raw)
    assert Preferences(tmp_path).choices == Choices(of_the_system())


def test_one_bad_choice_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"language": "tlh", "dark": true, "printer": "a"}', encoding="utf-8")
    assert Preferences(tmp_path).choices == Choices(of_the_system(), dark=True, printer="a")


def test_each_use_has_a_printer_of_its_own(tmp_path: Path) -> None:
    both = _CHOSEN.with_printer(PrinterUse.SHELF_LABELS, "货架").with_printer(PrinterUse.LABELS, "面单")
    Preferences(tmp_path).keep(replace(both, shelf="15-1"))
    kept = Preferences(tmp_path).choices
    assert [kept.printer_for(use) for use in PrinterUse] == ["面单", "货架"]
    assert kept.shelf == "15-1"


def test_a_choice_holds_even_when_it_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.touch()
    preferences = Preferences(blocked)
    with pytest.raises(FileReadOnly):
        preferences.keep(_CHOSEN)
    assert preferences.choices == _CHOSEN


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file size stands in for the full disk, POSIX only")
def test_a_full_disk_keeps_the_old_file_and_is_told(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep(_CHOSEN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, hard))
    try:
        with pytest.raises(DiskFull):
            preferences.keep(replace(_CHOSEN, dark=False))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert Preferences(tmp_path).choices == _CHOSEN


def test_choosing_the_same_again_writes_nothing(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep(_CHOSEN)
    (tmp_path / "preferences.json").unlink()
    preferences.keep(_CHOSEN)
    assert not (tmp_path / "preferences.json").exists()
