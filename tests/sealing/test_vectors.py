"""The formats are frozen: fixed secrets give these exact bytes, and what was made once opens for ever.

`frozen.json` holds what fixed randomness must give; `kept.json` an outlet made once with real randomness. A change of
either file is a change of format: it needs a new version beside the old one, never a new vector in its place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.context import ctx
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.printer import Printer
from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
from outlet_app.domain.statement import Statement
from outlet_app.sealing import account_keys, backup_key, key_file, label_code, owner_slots, record_key, suite
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.label_code import CardCode, LabelCode, LabelToken, RecoveryCode
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.sealing.seal import seal
from outlet_app.sealing.statements import (
    AccountDismissed,
    OwnerKeyNamed,
    PrintersApproved,
    RoleGiven,
    StatementBook,
    VerifyKeyNamed,
    sign_statement,
)
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from tests.sealing import hpke_by_the_book as book
from tests.sealing.conftest import CHEAP, CLERK_PASSWORD, OWNER_PASSWORD, make_masked, make_outlet, make_waybill

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parent / "vectors"
FROZEN: dict[str, str] = json.loads((VECTORS / "frozen.json").read_text("utf-8"))
KEPT: dict[str, Any] = json.loads((VECTORS / "kept.json").read_text("utf-8"))

OUTLET, ACCOUNT = bytes(range(16)), bytes(range(16, 32))
SEED = OwnerSeed(OUTLET, bytes(range(32)))
RECORD_KEY = bytes(range(64, 96))
TOKEN = LabelToken(bytes(range(128, 144)))
CHECKPOINT = Checkpoint(1, 4711, bytes(range(32)))
CONTEXT = record_key.RecordContext(OUTLET, bytes(range(32, 48)), 1, "YT8801234567890")
EPHEMERAL = bytes(range(1, 33))


def keys_and_codes() -> dict[str, str]:
    """What no randomness goes into."""
    keys = suite.derive(RECORD_KEY, ctx("record", OUTLET, CONTEXT.record_id, 1), 64)
    facts = (
        RoleGiven(ACCOUNT, Role.CLERK),
        VerifyKeyNamed(ACCOUNT, bytes(32)),
        AccountDismissed(ACCOUNT),
        PrintersApproved((Printer("面单机", "usb://Zebra/GK888", "Zebra ZPL"),)),
        OwnerKeyNamed(SEED.public_key),
    )
    statements = [sign_statement(SEED, serial, fact) for serial, fact in enumerate(facts, 1)]
    return {
        "OPK": SEED.public_key.hex(),
        "OVK": SEED.verify_key.hex(),
        "record key and check value": keys.hex(),
        "stretch": suite.stretch("密码１", bytes(16), CHEAP).hex(),
        "stretch at full cost": suite.stretch("密码１", bytes(16), suite.COST).hex(),
        "OA1": label_code.write_label_code(
            outlet_id=OUTLET,
            number=CONTEXT.number,
            serial=1,
            token=TOKEN,
            checkpoint=CHECKPOINT,
            label_key=bytes(32),
        ),
        "OC1": label_code.write_checkpoint_code(OUTLET, CHECKPOINT, bytes(32)),
        "OK1": label_code.write_card_code(OUTLET, bytes(range(16))),
        "OR1": label_code.write_recovery_code(OUTLET, bytes(range(32))),
        "words zh": " ".join(write_words(bytes(range(32)), WordList.CHINESE)),
        "words en": " ".join(write_words(bytes(range(32)), WordList.ENGLISH)),
        "statements": "\n".join(f"{each.serial} {each.text} {each.signature.hex()}" for each in statements),
    }


def boxes() -> dict[str, str]:
    """What randomness goes into; the ephemeral key of HPKE is given by the book, the library's cannot be."""
    waybill = make_waybill()
    outlet = make_outlet(DeviceSecret(bytes(range(32)), Keeping.FILE))
    sealed = seal(
        waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=outlet.owner.owner_public_key
    )
    locked = record_key.lock_details(RECORD_KEY, b"packed", CONTEXT)
    digest = suite.digest(locked)

    def by_the_book(info: bytes, plain: bytes) -> str:
        return book.seal(SEED.public_key, EPHEMERAL, info, b"", plain, aead=book.AES_256_GCM).hex()

    return {
        "key file": key_file.encode(outlet.key_file).hex(),
        "card": outlet.founding.card,
        "C of a waybill": sealed.waybill.details.hex(),
        "W2 of a waybill": sealed.wrap.wrap.hex(),
        "C": locked.hex(),
        "W1": by_the_book(CONTEXT.named("owner", digest), RECORD_KEY),
        "W2": record_key.wrap_to_label(TOKEN, RECORD_KEY, locked, CONTEXT, 1).hex(),
        "W3": by_the_book(CONTEXT.named("carrier", digest), RECORD_KEY),
        "backup key": by_the_book(ctx("backup", OUTLET, 1, 4711, CHECKPOINT.chain_hash), bytes(48)),
    }


def test_keys_codes_boxes_and_files_are_the_frozen_ones(fixed_randomness: Callable[[], None]) -> None:
    fixed_randomness()

    assert {**keys_and_codes(), **boxes()} == FROZEN


def test_the_frozen_owner_wraps_open() -> None:
    locked = bytes.fromhex(FROZEN["C"])
    digest = suite.digest(locked)

    for name, word in (("W1", "owner"), ("W3", "carrier")):
        wrap = bytes.fromhex(FROZEN[name])
        assert SEED.opening_key.hpke_open(wrap, CONTEXT.named(word, digest)) == RECORD_KEY
    assert record_key.unlock_details(RECORD_KEY, locked, CONTEXT) == b"packed"
    assert backup_key.open_backup_key(SEED, CHECKPOINT, bytes.fromhex(FROZEN["backup key"])) == (bytes(32), bytes(16))


@pytest.fixture
def kept_file() -> key_file.KeyFile:
    return key_file.decode(bytes.fromhex(KEPT["key_file"]), VECTORS / "kept.json")


@pytest.fixture
def kept_device() -> DeviceSecret:
    return DeviceSecret(bytes.fromhex(KEPT["device_secret"]), Keeping.FILE)


def kept_seed(file: key_file.KeyFile) -> OwnerSeed:
    return owner_slots.open_with_recovery(file, KEPT["recovery_words"])


def kept_row() -> SealedWaybill:
    masked = make_masked(make_waybill())
    blobs = {name: bytes.fromhex(KEPT["waybill"][name]) for name in ("details", "owner_wrap", "carrier_wrap")}
    return SealedWaybill(masked=masked, masked_salt=bytes(16), road_salt=bytes(16), **blobs)


def test_the_kept_people_sign_in(kept_file: key_file.KeyFile, kept_device: DeviceSecret) -> None:
    for entry, password in zip(kept_file.accounts, (OWNER_PASSWORD, CLERK_PASSWORD), strict=False):
        opened = account_keys.sign_in(kept_file, entry.account_id, password, kept_device)

        assert opened.database_key.hex() == KEPT["database_key"]
        assert opened.has_pin(KEPT["pin"]) is (password == CLERK_PASSWORD)


def test_the_kept_invitation_can_be_accepted(kept_file: key_file.KeyFile, kept_device: DeviceSecret) -> None:
    entry = kept_file.accounts[2]
    assert entry.invitation is not None
    secrets = account_keys.open_invitation(
        account_keys.InvitationPlace(kept_file.outlet_id, entry.account_id, entry.invitation.expires_at_ms),
        entry.invitation.slot,
        KEPT["invitation_code"],
        kept_device,
    )

    assert suite.SigningKey(secrets[1]).verify_key.hex() == KEPT["invited_verify_key"]


def test_the_kept_card_sheet_and_former_seed_open(kept_file: key_file.KeyFile, kept_device: DeviceSecret) -> None:
    card, sheet = label_code.read_code(KEPT["card"]), label_code.read_code(KEPT["recovery_code"])
    assert isinstance(card, CardCode)
    assert isinstance(sheet, RecoveryCode)
    owner = kept_file.accounts[0].account_id
    by_card = owner_slots.open_owner_seed(kept_file, owner, OWNER_PASSWORD, kept_device, card)
    by_sheet = owner_slots.open_with_recovery_secret(kept_file, sheet.secret)
    former = owner_slots.open_former(kept_file, by_card)

    assert by_card.secret == by_sheet.secret == kept_seed(kept_file).secret
    assert former is not None
    assert former.public_key.hex() == KEPT["former_owner_public_key"]


def test_the_kept_waybill_opens_by_label_owner_and_carrier(kept_file: key_file.KeyFile) -> None:
    row, label = kept_row(), label_code.read_code(KEPT["label_code"])
    assert isinstance(label, LabelCode)
    wrap = LabelWrap(
        record_id=row.masked.record_id,
        version=row.masked.version,
        serial=label.serial,
        wrap=bytes.fromhex(KEPT["waybill"]["label_wrap"]),
    )
    context = record_key.context_of(row, kept_file.outlet_id)
    carrier = suite.OpeningKey(bytes.fromhex(KEPT["carrier_private_key"]))
    assert row.carrier_wrap is not None
    carriers = carrier.hpke_open(row.carrier_wrap, context.named("carrier", suite.digest(row.details)))

    by_label = unseal_with_token(row, wrap, label.token, outlet_id=kept_file.outlet_id)
    by_owner = unseal_with_owner_key(row, kept_seed(kept_file), outlet_id=kept_file.outlet_id)
    waybill = make_waybill()

    assert by_label == by_owner
    assert (by_label.sender, by_label.recipient) == (waybill.sender, waybill.recipient)
    assert (by_label.contents, by_label.remark) == (waybill.contents, waybill.remark)
    record_key.require_key(carriers, row.details, context)


def test_the_kept_codes_are_genuine(kept_file: key_file.KeyFile, kept_device: DeviceSecret) -> None:
    opened = account_keys.sign_in(kept_file, kept_file.accounts[0].account_id, OWNER_PASSWORD, kept_device)
    for name in ("label_code", "checkpoint_code"):
        code = label_code.read_code(KEPT[name])
        assert not isinstance(code, CardCode | RecoveryCode)
        assert label_code.is_genuine(code, opened.label_key)


def test_the_kept_statements_are_in_force(kept_file: key_file.KeyFile) -> None:
    statements = [
        Statement(each["serial"], each["text"], bytes.fromhex(each["signature"])) for each in KEPT["statements"]
    ]
    stated = StatementBook(kept_file.outlet_id, kept_seed(kept_file).verify_key, statements)

    assert stated.role(kept_file.accounts[1].account_id) is Role.CLERK
    assert stated.printers() == (Printer("面单机", "usb://Zebra/GK888", "Zebra ZPL"),)


def test_the_kept_backup_opens(kept_file: key_file.KeyFile) -> None:
    key, salt = backup_key.open_backup_key(kept_seed(kept_file), CHECKPOINT, bytes.fromhex(KEPT["backup_wrap"]))

    assert (key.hex(), salt.hex()) == (KEPT["backup_key"], KEPT["backup_salt"])
