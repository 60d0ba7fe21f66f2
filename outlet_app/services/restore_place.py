"""Where a restore happens on this PC: files beside until it counts, and the former outlet set aside for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.durable_file import aside_name, make_durable, replace_file, set_aside
from outlet_app.errors import DeviceSecretMissing, FileBusy, FileDamaged, FileMissing, OutletError
from outlet_app.sealing.device import unkept_secret
from outlet_app.sealing.key_file import read_key_file
from outlet_app.sealing.owner_return import KeyPlace
from outlet_app.store import rotation

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.outlet_keys import OutletKeys

UNPACKED = "restore-part.db"
RENEWED = "restore-new.db"


class RestorePlace:
    """The folder and the second place of this PC, as a restore uses them."""

    def __init__(self, keys: OutletKeys) -> None:
        self._keys = keys
        self.unpacked = keys.place.folder / UNPACKED
        self.renewed = keys.place.folder / RENEWED
        self._fresh_secret: DeviceSecret | None = None

    def clear(self) -> None:
        """Delete what an earlier restore left unfinished; make the folder where there is none."""
        self._keys.place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in (UNPACKED, RENEWED):
            for left in self._keys.place.folder.glob(f"{name}*"):
                left.unlink()

    def former(self) -> KeyFile | None:
        """The key file in force on this PC, None where there is none or none that can be read.

        Raises FileTooNew: an older program must not put aside what a newer one wrote.
        """
        try:
            return self._keys.key_file()
        except (FileMissing, FileDamaged):
            return None

    def key_place(self) -> KeyPlace:
        """An epoch that no database here is near, and a generation above every key file here. Raises as `former`."""
        key_files = [found for path in self._key_paths() if (found := _read(path)) is not None]
        epoch = rotation.next_epoch(self._keys.place.folder, *(each.epoch for each in key_files))
        return KeyPlace(epoch, max((each.generation for each in key_files), default=0))

    def device_secret(self) -> DeviceSecret:
        """This PC's secret; where it is lost or damaged a new one, which is kept when the restore is put in force."""
        try:
            return self._keys.device_secret()
        except (DeviceSecretMissing, FileDamaged):
            self._fresh_secret = unkept_secret()
            return self._fresh_secret

    def put_in_force(self, key_file: KeyFile) -> None:
        """Give the renewed database its name, keep copies of what the key file replaces, then replace it: the commit.

        A second place that could not be written leaves the commit standing; the next opening writes it again. Raises
        FileBusy when the renewed database is not closed, DiskFull, FileReadOnly.
        """
        place = self._keys.place
        database = place.folder / key_file.database_name
        if self.renewed.with_name(f"{RENEWED}-wal").exists():
            raise FileBusy(self.renewed)
        self.renewed.rename(database)
        make_durable(database)
        self._keep_key_files()
        if not self._is_same_outlet(key_file):
            self._put_aside(place.near_checkpoint, place.refusals)
        if self._fresh_secret is not None:
            self._keys.keep_device_secret(self._fresh_secret)
        try:
            self._keys.replace(key_file)
        except (OutletError, OSError) as error:
            if _read(place.key_file) != key_file:
                raise
            log.fault("second_key_file_failed", why=type(error).__name__)

    def tidy(self, key_file: KeyFile) -> None:
        """Set the former databases aside, and delete what the restore needs no more."""
        rotation.remove_others(self._keys.place.folder, key_file.database_name)
        self.clear()

    def _keep_key_files(self) -> None:
        for path in self._key_paths():
            if path.exists():
                replace_file(aside_name(path), path.read_bytes())

    def _is_same_outlet(self, key_file: KeyFile) -> bool:
        former = self.former()
        return former is not None and former.outlet_id == key_file.outlet_id

    def _put_aside(self, *paths: Path) -> None:
        for path in paths:
            if path.exists():
                set_aside(path)

    def _key_paths(self) -> tuple[Path, Path]:
        return self._keys.place.key_file, self._keys.place.second_key_file


def _read(path: Path) -> KeyFile | None:
    try:
        return read_key_file(path, path)
    except (FileMissing, FileDamaged):
        return None
