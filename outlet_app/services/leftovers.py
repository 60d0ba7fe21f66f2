"""What a dismissal or a rotation left that was cut short: cleared at the next opening, without anybody's password."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.store import backup_copy, rotation

if TYPE_CHECKING:
    from outlet_app.sealing.statements import StatementBook
    from outlet_app.services.outlet_keys import OutletKeys


def clear_leftovers(keys: OutletKeys, statements: StatementBook) -> None:
    """Take dismissed accounts out of the key file, make its two places equal, and delete other database files.

    What a backup or a drill left that was cut short goes too; nobody has the key of a backup's copy.

    To be called when the database that the key file names has been opened, so that nothing in force can be deleted.
    Raises DiskFull, FileReadOnly.
    """
    key_file = keys.key_file()
    held = {entry.account_id for entry in key_file.accounts}
    for account_id in held.intersection(statements.dismissed()):
        key_file = key_file.without_entry(account_id)
        log.event("dismissed_slot_cleared", account=account_id)
    keys.settle(key_file)
    backup_copy.remove(keys.place.backup_part)
    shutil.rmtree(keys.place.drill_folder, ignore_errors=True)
    files = rotation.remove_others(keys.place.folder, key_file.database_name)
    if files:
        log.event("database_leftovers_cleared", files=files)
