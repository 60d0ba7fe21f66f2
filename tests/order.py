"""Which files of tests begin first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

STORIES = ("behaviour", "journeys", "self_check", "attacks", "faults", "demo")
"""Folders whose tests are whole stories: few in a file, and a single one may take as long as a hundred others."""

LATER = ("ui", "services")
"""Folders whose tests open windows or outlets, those with windows first."""


def longest_first(tests: Mapping[Path, int]) -> list[Path]:
    """The files, each with how many tests it has, in the order in which they should begin.

    Whoever runs them side by side takes one file after another; what takes long has to begin early, or at the end all
    wait for one. The last are the smallest of those that need neither a window nor an outlet.
    """
    return sorted(tests, key=lambda file: (_place(file.parts), -tests[file], str(file)))


def _place(parts: Iterable[str]) -> int:
    folders = {*parts}
    known = (*STORIES, *LATER)
    return next((place for place, folder in enumerate(known) if folder in folders), len(known))
