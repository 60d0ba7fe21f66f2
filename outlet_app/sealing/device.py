"""The device secret: what ties every password slot to this PC. The one door to the system's key store.

The back ends of `keyring` are named here and never looked for, because a planted `keyringrc.cfg` would run code.
"""

from __future__ import annotations

import importlib
import sys
import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.durable_file import replace_file, set_aside
from outlet_app.errors import DeviceSecretMissing, FileDamaged
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from keyring.backend import KeyringBackend

SECRET_BYTES = 32
FILE_NAME = "device-secret"
ANSWER_WITHIN_S = 1.0
"""How long a key store has to say that it is there at all."""

UNLOCK_WITHIN_S = 60.0
"""How long one that is there has to keep or give the secret: its own dialog may ask the person to open it."""

_SERVICE = "Outlet App"
_BACKENDS = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}


class Keeping(StrEnum):
    """Where a device secret is kept."""

    KEYSTORE = "keystore"
    FILE = "file"


@dataclass(frozen=True, slots=True, repr=False)
class DeviceSecret:
    """DS, 32 bytes, and where it is kept; hides in `repr`. In a file it protects less, and the program says so."""

    secret: bytes
    kept_in: Keeping

    def __post_init__(self) -> None:
        if len(self.secret) != SECRET_BYTES:
            raise ValueError("a device secret has 32 bytes")

    def __repr__(self) -> str:
        return f"DeviceSecret({self.kept_in.value})"


def device_secret(state_folder: Path, *, keystore: bool = True) -> DeviceSecret:
    """This PC's device secret, found or, the first time, made.

    A file `device-secret` in `state_folder` says where it is: `keystore <entry>`, or `file <64 hex digits>` where no
    key store took it the first time or `keystore` is False. It is never made anew while that file
    stands, since every slot would close for ever.

    Raises DeviceSecretMissing when the key store that should hold it does not answer or has lost it, FileDamaged when
    the file is not of that form, DiskFull or FileReadOnly when it cannot be written.
    """
    path = state_folder / FILE_NAME
    try:
        text = path.read_text("ascii")
    except FileNotFoundError:
        return _made(path, keystore=keystore)
    except ValueError:
        raise FileDamaged(path) from None
    return _found(path, text)


def _found(path: Path, text: str) -> DeviceSecret:
    keeping, _, value = text.strip().partition(" ")
    if keeping == Keeping.FILE:
        return DeviceSecret(_from_hex(value, path), Keeping.FILE)
    if keeping != Keeping.KEYSTORE:
        raise FileDamaged(path)
    kept = _answer(lambda: _backend().get_password(_SERVICE, value), UNLOCK_WITHIN_S)
    if kept is None:
        raise DeviceSecretMissing
    return DeviceSecret(_from_hex(kept, path), Keeping.KEYSTORE)


def unkept_secret() -> DeviceSecret:
    """A secret for a PC whose own is lost; it is this PC's once `keep_secret` took it."""
    return DeviceSecret(suite.random_bytes(SECRET_BYTES), Keeping.FILE)


def keep_secret(state_folder: Path, fresh: DeviceSecret, *, keystore: bool = True) -> None:
    """Make `fresh` this PC's device secret. What told where the former one is gets set aside.

    Every slot that the former one closed is closed for ever: only for an outlet whose slots are all new. Raises
    DiskFull, FileReadOnly.
    """
    path = state_folder / FILE_NAME
    if path.exists():
        set_aside(path)
    _kept_at(path, fresh.secret, keystore=keystore)


def _made(path: Path, *, keystore: bool) -> DeviceSecret:
    return _kept_at(path, suite.random_bytes(SECRET_BYTES), keystore=keystore)


def _kept_at(path: Path, secret: bytes, *, keystore: bool) -> DeviceSecret:
    entry = suite.random_bytes(8).hex()
    if keystore and _offered() and _answer(lambda: _kept(entry, secret.hex()), UNLOCK_WITHIN_S) == secret.hex():
        replace_file(path, f"{Keeping.KEYSTORE} {entry}\n".encode())
        return DeviceSecret(secret, Keeping.KEYSTORE)
    replace_file(path, f"{Keeping.FILE} {secret.hex()}\n".encode())
    return DeviceSecret(secret, Keeping.FILE)


def _offered() -> bool:
    """Whether a key store answers in time. On Linux `priority` asks the session bus for the Secret Service."""
    return _answer(lambda: str(_backend().priority), ANSWER_WITHIN_S) is not None


def _kept(entry: str, value: str) -> str | None:
    """Store `value` and read it back: a store that does not return it is no store."""
    backend = _backend()
    backend.set_password(_SERVICE, entry, value)
    return backend.get_password(_SERVICE, entry)


def _backend() -> KeyringBackend:
    # Asked for here and not above: it loads as slowly as Qt does, and a secret that lies in a file never needs it.
    from keyring.backend import KeyringBackend  # noqa: PLC0415 - as just said

    module, name = _BACKENDS[sys.platform]
    backend = getattr(importlib.import_module(module), name)()
    assert isinstance(backend, KeyringBackend)
    return backend


def _answer(ask: Callable[[], str | None], within_s: float) -> str | None:
    """What the key store answers; None when it fails or is silent. A silent one is left behind on a daemon thread."""
    answers: list[str | None] = []
    worker = threading.Thread(target=_ask_into, args=(ask, answers), name="key store", daemon=True)
    worker.start()
    worker.join(within_s)
    return answers[0] if answers else None


def _ask_into(ask: Callable[[], str | None], answers: list[str | None]) -> None:
    try:
        answers.append(ask())
    except Exception as fault:  # noqa: BLE001 - a key store fails in its own library's ways; each means: no answer
        log.event("key_store_failed", kind=type(fault).__name__)


def _from_hex(text: str, path: Path) -> bytes:
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        raise FileDamaged(path) from None
    if len(secret) != SECRET_BYTES:
        raise FileDamaged(path)
    return secret
