"""An outlet with an owner and a clerk, and one sealed waybill; keys are real, only the cost of a guess is small."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.party import Party
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.domain.waybill import Waybill
from outlet_app.sealing import account_keys, founding, label_code, staff_keys
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.seal import Sealed, seal
from outlet_app.sealing.suite import Cost

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.founding import Founding
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.label_code import CardCode

CHEAP = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
OWNER_PASSWORD = "春风十里 不如你"
CLERK_PASSWORD = "bicycle-lamp-9"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Outlet:
    """A founded outlet with one clerk who accepted his invitation."""

    founding: Founding
    key_file: KeyFile
    device: DeviceSecret
    card: CardCode
    owner: OpenedAccount
    clerk: OpenedAccount

    @property
    def outlet_id(self) -> bytes:
        """OID."""
        return self.key_file.outlet_id


def make_outlet(device: DeviceSecret) -> Outlet:
    """Found an outlet, invite a clerk, accept for him."""
    founded = founding.found_outlet("好运网点", "王芳", OWNER_PASSWORD, device, CHEAP)
    card = label_code.read_code(founded.card)
    assert isinstance(card, label_code.CardCode)
    tomorrow = NOW + timedelta(days=1)
    invitation = staff_keys.invite(
        founded.key_file, founded.owner_seed, founded.opened, "陈伟", device, tomorrow, CHEAP
    )
    key_file, clerk = account_keys.accept_invitation(
        invitation.key_file, invitation.account_id, invitation.code, CLERK_PASSWORD, device, NOW, CHEAP
    )
    return Outlet(founded, key_file, device, card, founded.opened, clerk)


def make_waybill(**changes: object) -> Waybill:
    """A waybill between two people who do not exist."""
    whole = Waybill(
        record_id=bytes(range(16)),
        version=1,
        number="YT8801234567890",
        carrier="yto",
        service="standard",
        sender=Party(
            name="李小龙",
            phone="0571-88880000",
            extension="12",
            province="上海市",
            city="上海市",
            district="徐汇区",
            detail="虹漕路461号58号楼5楼",
        ),
        recipient=Party(
            name="张三",
            phone="13800138000",
            province="浙江省",
            city="杭州市",
            district="余杭区",
            detail="文一西路969号3号楼2单元501室",
        ),
        category=Category.CLOTHING,
        contents="羽绒服一件",
        remark="周末送 13800138000",
        weight_g=1200,
        payment=Payment.PAID,
        fee_fen=1200,
        cod_fen=0,
        declared_fen=0,
        sort_code="杭州 余杭",
        accepted_at=NOW,
    )
    return dataclasses.replace(whole, **changes)  # type: ignore[arg-type] # the names are the waybill's fields


def make_masked(waybill: Waybill) -> MaskedWaybill:
    """What a row would show of it; what exactly is masked does not matter to sealing."""
    blank = MaskedParty(
        name="张**", initial="张", phone="*******8000", tail="8000", province="", city="", district="", road=""
    )
    names = {field.name for field in dataclasses.fields(MaskedWaybill)} - {"sender", "recipient"}
    return MaskedWaybill(sender=blank, recipient=blank, **{name: getattr(waybill, name) for name in names})


@pytest.fixture(scope="session")
def cheap() -> Cost:
    """The least that the program hashes with: 19 MiB, 2 passes, 1 lane."""
    return CHEAP


@pytest.fixture(scope="session")
def device() -> DeviceSecret:
    """A device secret as a file keeps it."""
    return DeviceSecret(os.urandom(32), Keeping.FILE)


@pytest.fixture(scope="session")
def outlet(device: DeviceSecret) -> Outlet:
    """One outlet for all tests: nothing in it changes, changes make new key files."""
    return make_outlet(device)


@pytest.fixture(scope="session")
def waybill() -> Waybill:
    """An unsealed waybill."""
    return make_waybill()


@pytest.fixture(scope="session")
def sealed(outlet: Outlet, waybill: Waybill) -> Sealed:
    """The waybill as the clerk sealed it."""
    public_key = outlet.clerk.owner_public_key
    return seal(waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=public_key, serial=1)


@pytest.fixture
def fixed_randomness(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make the operating system's generator answer the same bytes in every run, from the call of this on."""

    def start() -> None:
        calls = iter(range(1_000_000))

        def answer(count: int) -> bytes:
            return hashlib.shake_256(b"not random %d" % next(calls)).digest(count)

        monkeypatch.setattr(os, "urandom", answer)

    return start


def flipped(blob: bytes, bit: int) -> bytes:
    """`blob` with one bit turned."""
    changed = bytearray(blob)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
