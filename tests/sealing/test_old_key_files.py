"""Key files of every format that was released, in every state one can be in, open for ever.

`vectors/key_files.json` holds them by format number, written once by the program of that time. Never change one: a new
format gets an entry of its own beside the old ones.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.sealing import account_keys, key_file, label_code, owner_slots, suite
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.grants import open_label_key
from outlet_app.sealing.label_code import CardCode
from tests.sealing.conftest import CLERK_PASSWORD, OWNER_PASSWORD

KEPT: dict[str, Any] = json.loads((Path(__file__).parent / "vectors" / "key_files.json").read_text("utf-8"))
STATES = [(version, state) for version in KEPT for state in KEPT[version]["states"]]
OLD_OUTLETS = sorted((Path(__file__).parents[1] / "store" / "old").glob("version-*/*/outlet.keys"))

each_state = pytest.mark.parametrize(("version", "state"), STATES, ids=lambda value: value)


def _kept(version: str, state: str) -> tuple[key_file.KeyFile, DeviceSecret, dict[str, str]]:
    found = KEPT[version]["states"][state]
    device = DeviceSecret(bytes.fromhex(KEPT[version]["device_secret"]), Keeping.FILE)
    return key_file.decode(bytes.fromhex(found["key_file"]), Path(state)), device, found


@each_state
def test_it_is_read_and_everybody_in_it_signs_in(version: str, state: str) -> None:
    kept, device, found = _kept(version, state)
    assert bytes.fromhex(found["key_file"])[4:6] == int(version).to_bytes(2, "big")
    people = [entry for entry in kept.accounts if entry.slot is not None]
    opened = [
        account_keys.sign_in(kept, entry.account_id, password, device)
        for entry, password in zip(people, (OWNER_PASSWORD, CLERK_PASSWORD), strict=False)
    ]
    assert len({(each.database_key, each.owner_public_key, each.label_key) for each in opened}) == 1
    assert len(opened) == len(people) >= 1
    assert opened[0].epoch == kept.epoch
    assert opened[-1].has_pin(found.get("pin", "000000")) is ("pin" in found)


@each_state
def test_card_and_sheet_open_one_seed_which_opens_every_escrow(version: str, state: str) -> None:
    kept, device, found = _kept(version, state)
    card = label_code.read_code(found["card"])
    assert isinstance(card, CardCode)
    owner = kept.accounts[0].account_id
    seed = owner_slots.open_owner_seed(kept, owner, OWNER_PASSWORD, device, card)
    by_sheet = owner_slots.open_with_recovery(kept, found["recovery_words"])
    assert seed.secret == by_sheet.secret
    opened = account_keys.sign_in(kept, owner, OWNER_PASSWORD, device)
    assert (seed.public_key, seed.verify_key) == (opened.owner_public_key, opened.owner_verify_key)
    assert open_label_key(seed, kept.label_key_escrow) == opened.label_key
    former = owner_slots.open_former(kept, seed)
    assert (former is not None) is ("while waybills move" in state)


@each_state
def test_another_password_and_a_turned_bit_open_nothing(version: str, state: str) -> None:
    kept, device, _ = _kept(version, state)
    with pytest.raises(WrongPassword):
        account_keys.sign_in(kept, kept.accounts[0].account_id, "not her password", device)
    with pytest.raises(WrongPassword):
        owner_slots.open_recovery_slot(kept.outlet_id, kept.recovery_slot, suite.random_bytes(32))


@each_state
def test_an_invitation_in_it_can_be_accepted(version: str, state: str) -> None:
    kept, device, found = _kept(version, state)
    invited = [entry for entry in kept.accounts if entry.invitation is not None]
    assert [entry.account_id.hex() for entry in invited] == ([found["invited"]] if "invited" in found else [])
    for entry in invited:
        assert entry.invitation is not None
        place = account_keys.InvitationPlace(kept.outlet_id, entry.account_id, entry.invitation.expires_at_ms)
        assert account_keys.open_invitation(place, entry.invitation.slot, found["code"], device)


def test_every_format_that_this_program_knows_of_is_kept() -> None:
    assert sorted(map(int, KEPT)) == list(range(1, key_file._FORMAT + 1))


@pytest.mark.parametrize("path", OLD_OUTLETS, ids=lambda path: "/".join(path.parts[-3:-1]))
def test_the_key_file_of_every_old_outlet_is_read(path: Path) -> None:
    kept = key_file.read_key_file(path, path)
    assert len(kept.accounts) == 3
    assert key_file.encode(kept) == path.read_bytes()
