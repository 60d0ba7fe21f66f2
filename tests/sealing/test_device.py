"""The device secret: in the key store where there is one, in a file of one's own where there is none, never lost."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DeviceSecretMissing, FileDamaged
from outlet_app.sealing import device
from outlet_app.sealing.device import DeviceSecret, Keeping, device_secret
from tests.sealing import key_stores

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    KeyStore = Callable[[str], None]

FIND = (
    "import sys, pathlib; from outlet_app.sealing.device import device_secret;"
    "found = device_secret(pathlib.Path(sys.argv[1])); print(found.kept_in, found.secret.hex())"
)


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> KeyStore:
    """Give this machine a key store of the named kind."""
    key_stores.Working.kept.clear()

    def have(name: str) -> None:
        monkeypatch.setitem(device._BACKENDS, sys.platform, ("tests.sealing.key_stores", name))

    return have


def found_in_child(folder: Path, *before: str, **environment: str) -> list[str]:
    """What a program of its own finds: where the secret is kept, and the secret."""
    command = [*before, sys.executable, "-c", FIND, str(folder)]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS", "XDG"))}
    told = subprocess.run(
        command, env={**inherited, **environment}, capture_output=True, text=True, check=True, timeout=60
    )
    return told.stdout.split()


def test_a_key_store_keeps_the_secret_and_the_folder_only_says_so(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")
    made = device_secret(tmp_path)
    text = (tmp_path / "device-secret").read_text("ascii")

    assert made.kept_in is Keeping.KEYSTORE
    assert list(key_stores.Working.kept.values()) == [made.secret.hex()]
    assert text.split() == ["keystore", next(iter(key_stores.Working.kept))[1]]
    assert made.secret.hex() not in text
    assert device_secret(tmp_path) == made


def test_two_outlets_on_one_pc_have_their_own_secrets(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")
    one, other = device_secret(tmp_path / "one"), device_secret(tmp_path / "other")

    assert one.secret != other.secret
    assert device_secret(tmp_path / "one") == one


@pytest.mark.parametrize("kind", ["Silent", "Closed", "Forgetful", "NotThere"])
def test_without_a_key_store_that_works_a_file_of_ones_own_keeps_it(
    tmp_path: Path, key_store: KeyStore, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "ANSWER_WITHIN_S", 0.1)
    key_store(kind)
    made = device_secret(tmp_path / "state")
    file = tmp_path / "state" / "device-secret"

    assert made.kept_in is Keeping.FILE
    assert file.read_text("ascii") == f"file {made.secret.hex()}\n"
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    assert device_secret(tmp_path / "state") == made


def test_a_key_store_that_is_not_wanted_is_not_asked(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")

    assert device_secret(tmp_path, keystore=False).kept_in is Keeping.FILE
    assert key_stores.Working.kept == {}


def test_a_secret_in_a_file_stays_there_when_a_key_store_turns_up(tmp_path: Path, key_store: KeyStore) -> None:
    made = device_secret(tmp_path, keystore=False)
    key_store("Working")

    assert device_secret(tmp_path) == made


@pytest.mark.parametrize("kind", ["Closed", "NotThere"])
def test_a_secret_in_a_key_store_that_does_not_answer_is_never_made_anew(
    tmp_path: Path, key_store: KeyStore, kind: str
) -> None:
    key_store("Working")
    made = device_secret(tmp_path)
    key_store(kind)
    with pytest.raises(DeviceSecretMissing):
        device_secret(tmp_path)

    key_store("Working")
    assert device_secret(tmp_path) == made


def test_a_secret_that_the_key_store_lost_is_said_to_be_missing(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")
    device_secret(tmp_path)
    key_stores.Working.kept.clear()

    with pytest.raises(DeviceSecretMissing):
        device_secret(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "file", "file zz", "file " + "00" * 31, "drawer " + "00" * 32, "file " + "é" * 64, "\xff"]
)
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / "device-secret").write_text(text, "utf-8")

    with pytest.raises(FileDamaged) as damaged:
        device_secret(tmp_path)
    assert damaged.value.path == tmp_path / "device-secret"


def test_a_damaged_entry_of_the_key_store_is_said_to_be_damaged(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")
    device_secret(tmp_path)
    for entry in key_stores.Working.kept:
        key_stores.Working.kept[entry] = "00"

    with pytest.raises(FileDamaged):
        device_secret(tmp_path)


def test_a_secret_has_32_bytes_and_does_not_show() -> None:
    assert repr(DeviceSecret(bytes(32), Keeping.FILE)) == "DeviceSecret(file)"
    with pytest.raises(ValueError, match="32 bytes"):
        DeviceSecret(bytes(31), Keeping.FILE)


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
def test_a_planted_keyring_configuration_runs_no_code(tmp_path: Path) -> None:
    config = tmp_path / "config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=planted.Keyring\nkeyring-path={tmp_path}\n")
    (tmp_path / "planted.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHON_KEYRING_BACKEND": "planted.Keyring"}

    assert found_in_child(tmp_path / "state", **environment)[0] == "file"
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the session bus is Linux's")
def test_a_session_bus_that_never_answers_is_left_alone_after_a_second(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        kept_in, _ = found_in_child(tmp_path / "state", DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path / 'bus'}")

    assert kept_in == "file"


@pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="gnome-keyring or dbus is not installed, so there is no real Secret Service to ask",
)
def test_a_real_secret_service_keeps_the_secret(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(mode=0o700)
    session = ["dbus-run-session", "--", "sh", "-c"]
    script = 'printf open | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "$@"; "$@"'
    home = {"HOME": str(tmp_path / "home"), "XDG_RUNTIME_DIR": str(tmp_path / "home")}

    told = found_in_child(tmp_path / "state", *session, script, "sh", **home)

    assert told[0] == told[2] == "keystore"
    assert told[1] == told[3]
    assert told[1] not in (tmp_path / "state" / "device-secret").read_text("ascii")


def test_a_fresh_secret_takes_the_place_of_a_lost_one_whose_trace_stays(tmp_path: Path, key_store: KeyStore) -> None:
    key_store("Working")
    path = tmp_path / device.FILE_NAME
    path.write_text("keystore gone\n")
    with pytest.raises(DeviceSecretMissing):
        device_secret(tmp_path)
    fresh = device.unkept_secret()
    device.keep_secret(tmp_path, fresh)
    assert device_secret(tmp_path).secret == fresh.secret
    assert device_secret(tmp_path).kept_in is Keeping.KEYSTORE
    assert [each.read_text() for each in tmp_path.iterdir() if each != path] == ["keystore gone\n"]


def test_a_fresh_secret_is_kept_where_there_was_none(tmp_path: Path) -> None:
    fresh = device.unkept_secret()
    device.keep_secret(tmp_path, fresh, keystore=False)
    assert device_secret(tmp_path, keystore=False) == fresh
