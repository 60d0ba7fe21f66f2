"""What the outlet notes of its backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import activities, backups, profile
from outlet_app.store.backups import NotedBackup, Proof
from outlet_app.store.store import Entry
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store

NAME = "outlet-backup-20261122-040000.oab"
OWNER = bytes(32)


def test_the_last_backup_and_its_proof_are_noted_with_their_acts(store: Store) -> None:
    assert backups.last(store.reader) is None
    store.write(AUTHOR, backups.made(NAME, b"head", 99, OWNER))
    noted = backups.last(store.reader)
    assert noted == NotedBackup(NAME, b"head", OWNER, Proof.WAITS)
    store.write(AUTHOR, backups.proven(noted, Proof.OPENS))
    assert backups.last(store.reader) == NotedBackup(NAME, b"head", OWNER, Proof.OPENS)
    kinds = [act.kind for act in activities.after(store.reader, 1, 9)]
    assert kinds == [ActivityKind.BACKUP_MADE, ActivityKind.BACKUP_CHECKED]


def test_the_folder_is_a_setting_with_its_act(store: Store) -> None:
    assert backups.folder(store.reader) == ""
    store.write(AUTHOR, backups.folder_chosen(store.reader, "E:/backups"))
    assert backups.folder(store.reader) == "E:/backups"


def test_a_note_that_somebody_spoilt_is_none(store: Store) -> None:
    for text in ("", "[]", "{}", '{"name":"x","head":"no hex","owner":"","proof":"waits"}', "not json"):
        store.write(AUTHOR, profile.setting_changed(store.reader, "last-backup", text))
        assert backups.last(store.reader) is None


def test_comings_and_goings_are_no_work_and_a_waybill_is(store: Store) -> None:
    n = store.checkpoint().n
    for kind in (ActivityKind.SIGNED_IN, ActivityKind.LOCKED, ActivityKind.SIGNED_OUT):
        store.write(AUTHOR, Entry(Activity(kind)))
    store.write(AUTHOR, backups.made(NAME, b"head", 99, OWNER))
    assert not backups.worked_since(store.reader, n)
    accept(store, "YT0000001")
    assert backups.worked_since(store.reader, n)
    assert not backups.worked_since(store.reader, store.checkpoint().n)


def test_what_a_drill_found_is_recorded_in_words(store: Store) -> None:
    store.write(AUTHOR, backups.drilled(NAME, ()), backups.drilled(NAME, ("record", "waybills")))
    details = [act.detail for act in activities.after(store.reader, 1, 9)]
    assert ['"found":"whole"' in details[0], '"problems":"record,waybills"' in details[1]] == [True, True]
