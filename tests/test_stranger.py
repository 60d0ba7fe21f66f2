"""The person without rights has none, and yet can run the program's code."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stranger import Stranger


def test_a_stranger_runs_the_programs_code_without_being_root(stranger: Stranger) -> None:
    ended = stranger.run("import os, cryptography, outlet_app.errors; print(os.geteuid(), os.getgroups())")

    assert ended.stderr == ""
    assert ended.stdout == f"{stranger.uid} []\n" if os.geteuid() == 0 else ended.returncode == 0
    assert stranger.uid != 0


def test_a_stranger_cannot_read_a_file_that_is_not_his(stranger: Stranger, tmp_path: Path) -> None:
    closed = stranger.give(_written(tmp_path / "paper"))
    if os.geteuid() == 0:
        os.chown(closed, 0, 0)
    closed.chmod(0o600 if os.geteuid() == 0 else 0)

    ended = stranger.run("import sys; print(open(sys.argv[1]).read())", closed)

    assert "PermissionError" in ended.stderr
    assert ended.stdout == ""


def test_a_stranger_reads_and_changes_what_he_was_given(stranger: Stranger, tmp_path: Path) -> None:
    folder = tmp_path / "loot"
    folder.mkdir()
    _written(folder / "paper")

    given = stranger.give(folder)
    ended = stranger.run(
        "import sys; open(sys.argv[1], 'a').write('!'); print(open(sys.argv[1]).read())", given / "paper"
    )

    assert ended.stdout == "words!\n"
    assert (folder / "paper").read_text(encoding="utf-8") == "words"


def _written(path: Path) -> Path:
    path.write_text("words", encoding="utf-8")
    return path
