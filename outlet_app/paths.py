"""Where things lie: shipped resources, the outlet's folder, and the places beside it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """A shipped resource by its path inside `resources/`, installed, frozen or in a source tree.

    Raises FileNotFoundError when it was not shipped.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    msg = f"resource {name} was not shipped"
    raise FileNotFoundError(msg)


def translations_folder() -> Path:
    """The folder of the interface's translations, one compiled `.qm` file a language.

    Raises FileNotFoundError when it was not shipped.
    """
    return resource("i18n")


def face(name: str) -> Path:
    """The file of one of our faces: `NotoSansSC-Regular.ttf` or `NotoSansSC-Bold.ttf`.

    Frozen builds carry it among the resources; elsewhere set-up made it in the environment (`installer/fonts.py`).
    Raises FileNotFoundError when neither happened.
    """
    made = Path(sys.prefix) / "share" / "outlet-app" / "fonts" / name
    return made if made.exists() else resource(f"fonts/{name}")


def wide_face() -> Path | None:
    """A face for the characters of GB18030-2022 that Noto Sans SC lacks, or None where the machine has none.

    HanaMinB in a frozen build or from Debian's fonts-hanazono; SimSun-ExtB on Windows.
    """
    places = (
        _PACKAGE / "resources" / "fonts" / "HanaMinB.ttf",
        Path("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
        Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts" / "simsunb.ttf",
    )
    return next((place for place in places if place.is_file()), None)


def data_folder() -> Path:
    """The folder of this person's outlet: database, key file."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "OutletApp" / "outlet"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "outlet-app" / "outlet"


def state_folder() -> Path:
    """The second place, outside the data folder: key file copy, near checkpoint, waits after failed sign-ins, log."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "OutletApp" / "state"
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "outlet-app"


@dataclass(frozen=True, slots=True)
class OutletPlace:
    """Where one outlet lies: `folder` holds database and key file, `state` what must not lie beside them."""

    folder: Path
    state: Path

    @property
    def key_file(self) -> Path:
        """The key file: the commit point, it names the database."""
        return self.folder / "outlet.keys"

    @property
    def second_key_file(self) -> Path:
        """The same bytes as the key file, outside the data folder."""
        return self.state / "outlet.keys"

    @property
    def backup_part(self) -> Path:
        """A backup's database while it is made, under a key that is gone when the program ends."""
        return self.folder / "backup-part.db"

    @property
    def drill_folder(self) -> Path:
        """The temporary outlet of a drill; of no worth once the drill is over."""
        return self.folder / "drill"

    @property
    def near_checkpoint(self) -> Path:
        """The last checkpoint this machine saw, outside the data folder."""
        return self.state / "checkpoint"

    @property
    def last_check(self) -> Path:
        """When the database was last checked whole."""
        return self.state / "last-check"

    @property
    def refusals(self) -> Path:
        """Sign-ins refused while the database was closed."""
        return self.state / "refused-sign-ins"


def own_place() -> OutletPlace:
    """The outlet of the person who runs the program."""
    return OutletPlace(data_folder(), state_folder())
