"""A new database key for everybody who is left, so that who has gone opens no later copy of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import OutletError
from outlet_app.sealing import staff_keys
from outlet_app.store import activities, rotation
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.staff_keys import Renewal
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.rotation import Progress


def unheard(_: Progress) -> None:
    """Nobody watches a rotation's progress."""


def rotate(session: Session, keys: OutletKeys, seed: OwnerSeed, tell: Callable[[Progress], None]) -> None:
    """Copy the database under a new key, put it in force with the key file, and delete the former file.

    Nothing is written meanwhile. The act stands in the copy alone, so that it is recorded exactly when the rotation
    counts. Until the key file is replaced, the former database is in force, killed or not; from then on the copy is.
    Raises as `rotation.copy` and what `tell` raises: then nothing has changed.
    """
    move_to(session, keys, staff_keys.renew_grants(keys.key_file(), seed), (), tell)


def move_to(
    session: Session, keys: OutletKeys, renewal: Renewal, because: Sequence[Entry], tell: Callable[[Progress], None]
) -> None:
    """As `rotate`, to keys that are made already; `because` is written in the copy alone, before the rotation's act."""
    folder = keys.place.folder
    former = keys.key_file()
    grant, renewed = renewal.grant, renewal.key_file
    rotation.remove(folder, renewed.database_name)
    try:
        copied = session.store.copy(
            folder / renewed.database_name, DatabaseKey(grant.database_key, grant.database_salt), tell
        )
        try:
            rotated = Entry(Activity(ActivityKind.KEY_ROTATED, None, {"epoch": grant.epoch}))
            copied.write(session.outlet.author(session.account.account_id), *because, rotated)
            copied.tidy()
            _put_in_force(keys, renewed)
        except BaseException:
            copied.close()
            raise
    except BaseException:
        rotation.remove(folder, renewed.database_name)
        raise
    session.outlet.move(copied, grant)
    rotation.remove(folder, former.database_name)
    session.note_checkpoint()


def is_due(session: Session) -> bool:
    """Whether somebody was dismissed since the database key was last rotated."""
    kinds = [act.kind for act in activities.of_people(session.store.reader)]
    since = kinds[-1 - kinds[::-1].index(ActivityKind.KEY_ROTATED) :] if ActivityKind.KEY_ROTATED in kinds else kinds
    return ActivityKind.DISMISSED in since


def _put_in_force(keys: OutletKeys, key_file: KeyFile) -> None:
    """The commit. A second place that could not be written leaves it standing; the next opening writes it again."""
    try:
        keys.replace(key_file)
    except (OutletError, OSError) as error:
        if keys.key_file() != key_file:
            raise
        log.fault("second_key_file_failed", why=type(error).__name__)
