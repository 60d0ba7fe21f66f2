"""The keys of one outlet on this PC: its key file, its device secret, and the owner seed for one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged, FileMissing, FileTooNew, KeysDoNotFit, LabelCodeRefused, WrongPassword
from outlet_app.sealing import suite
from outlet_app.sealing.device import DeviceSecret, device_secret, keep_secret
from outlet_app.sealing.key_file import KeyFile, encode, read_key_file, write_key_file

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.paths import OutletPlace
    from outlet_app.sealing.owner_seed import OwnerSeed


class OutletKeys:
    """Reads and replaces what `place` holds of keys.

    `keystore=False` keeps the device secret in a file even where the system offers a key store, and a lower `cost`
    than the counter's makes quick slots: both for outlets that are thrown away.
    """

    def __init__(self, place: OutletPlace, *, keystore: bool = True, cost: suite.Cost = suite.COST) -> None:
        self.place = place
        self.cost = cost
        self._keystore = keystore

    def key_file(self) -> KeyFile:
        """The key file in force. Raises FileMissing, FileDamaged, FileTooNew."""
        return read_key_file(self.place.key_file, self.place.second_key_file)

    def are_there(self) -> bool:
        """Whether there is a key file, in whatever state: then there is an outlet on this PC."""
        try:
            self.key_file()
        except FileMissing:
            return False
        except (FileDamaged, FileTooNew):
            return True
        return True

    def replace(self, key_file: KeyFile) -> None:
        """Put the next generation in force, durably, at both places. Raises DiskFull, FileReadOnly."""
        write_key_file(key_file, self.place.key_file, self.place.second_key_file)

    def settle(self, key_file: KeyFile) -> None:
        """Make both places hold exactly this key file, where a crash left them different. Raises as `replace`."""
        places = (self.place.key_file, self.place.second_key_file)
        if any(not path.is_file() or path.read_bytes() != encode(key_file) for path in places):
            self.replace(key_file)

    def require_fit(self, database: Path, salt: bytes) -> None:
        """Of a database that did not open: go on when it is this key file's all the same. Raises KeysDoNotFit.

        A file begins with the 16-byte salt of its key. Source: https://www.zetetic.net/sqlcipher/design/
        """
        if not database.is_file():
            for other in sorted(database.parent.glob("outlet-*.db")):
                raise KeysDoNotFit(other)
            return
        try:
            with database.open("rb") as file:
                start = file.read(len(salt))
        except OSError:
            return  # it cannot be read at all, which is what the caller knows already
        if start != salt:
            raise KeysDoNotFit(database)

    def device_secret(self) -> DeviceSecret:
        """This PC's secret, found or made."""
        return device_secret(self.place.state, keystore=self._keystore)

    def keep_device_secret(self, fresh: DeviceSecret) -> None:
        """Make `fresh` this PC's secret, where the former one is lost. Raises DiskFull, FileReadOnly."""
        keep_secret(self.place.state, fresh, keystore=self._keystore)

    def owner_seed(self, account_id: bytes, password: str, card: str) -> OwnerSeed:
        """The owner seed, by an owner's password and the text of his card, for one act; drop it at once.

        Raises WrongPassword for another password, for another card, and for a text that is no card.
        """
        # Asked for here: the sign-in window reads the key file before it stands, and an owner's acts come much later.
        from outlet_app.sealing.label_code import CardCode, read_code  # noqa: PLC0415 - as just said
        from outlet_app.sealing.owner_slots import open_owner_seed  # noqa: PLC0415 - as just said

        try:
            code = read_code(card)
        except LabelCodeRefused:
            raise WrongPassword from None
        if not isinstance(code, CardCode):
            raise WrongPassword
        return open_owner_seed(self.key_file(), account_id, password, self.device_secret(), code)
