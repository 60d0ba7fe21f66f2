"""A rollback journal beside the database is moved out of SQLite's way before anything is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from outlet_app.store import stray_journal
from outlet_app.store.connection import open_database
from tests.store.rows import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stranger import Stranger


def test_a_journal_is_set_aside_before_the_database_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "outlet.db"
    open_database(path, KEY, create=True).close()
    journal = tmp_path / "outlet.db-journal"
    journal.write_bytes(b"pages of another day")
    assert stray_journal.lies_beside(path)
    open_database(path, KEY).close()
    assert not stray_journal.lies_beside(path)
    (aside,) = tmp_path.glob("set-aside-*-outlet.db-journal")
    assert aside.read_bytes() == b"pages of another day"


def test_a_database_without_one_is_let_alone(tmp_path: Path) -> None:
    path = tmp_path / "outlet.db"
    open_database(path, KEY, create=True).close()
    stray_journal.set_aside(path)
    assert [each.name for each in tmp_path.iterdir()] == ["outlet.db"]


_IN_A_LOCKED_FOLDER = """
import sys
from pathlib import Path
from outlet_app.errors import FileReadOnly
from outlet_app.store import stray_journal
try:
    stray_journal.set_aside(Path(sys.argv[1]))
except FileReadOnly:
    print("read-only")
"""


def test_one_that_cannot_be_moved_is_told(stranger: Stranger) -> None:
    folder = stranger.folder / "data"
    folder.mkdir()
    (folder / "outlet.db-journal").write_bytes(b"pages of another day")
    os.chown(folder, stranger.uid, -1)
    folder.chmod(0o500)
    ended = stranger.run(_IN_A_LOCKED_FOLDER, folder / "outlet.db")
    folder.chmod(0o700)
    assert ended.stdout == "read-only\n", ended.stderr
