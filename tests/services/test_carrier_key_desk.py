"""The owner names carriers' keys with his card and by their fingerprints; everybody sees how they stand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import DateNotConfirmed, Fault, FaultKind, InvalidDraft, NotPermitted, WrongPassword
from outlet_app.sealing.handover_file import outlet_fingerprint
from outlet_app.sealing.handover_key import fingerprint
from outlet_app.services.carrier_key_desk import CarrierKeys, NamedKey
from outlet_app.services.report import Sayings
from outlet_app.store import activities
from tests.outlets import OWNER_PASSWORD
from tests.paper.labels import text_of
from tests.services.carriers_keys import NEWER, PRINT, TEXT, key_in_force, name_key, withdraw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet

DAY = timedelta(hours=24)


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def of(services: Services, carrier: str = "yto") -> CarrierKeys:
    (found,) = (each for each in services.carrier_keys.standing() if each.carrier == carrier)
    return found


def told(services: Services) -> list[tuple[str, dict[str, str | int]]]:
    store = services.session.store
    acts = activities.after(store.reader, store.checkpoint().n - 2, 2)
    return [(act.kind, dict(read_detail(act))) for act in acts]


def test_an_outlet_begins_without_any_key(owner: Services) -> None:
    keys = owner.carrier_keys.standing()

    assert [each.carrier for each in keys] == list(owner.session.carriers())
    assert {each.in_force for each in keys} | {each.waiting for each in keys} == {None}


def test_a_key_waits_then_is_in_force_and_both_show_while_a_newer_one_waits(owner: Services, outlet: Outlet) -> None:
    at = outlet.clock.now
    name_key(outlet, owner)
    first = NamedKey(PRINT, at, at + DAY)
    assert of(owner) == CarrierKeys("yto", waiting=first)

    outlet.clock.move(days=2)
    assert of(owner) == CarrierKeys("yto", in_force=first)

    later = outlet.clock.now
    name_key(outlet, owner, NEWER)
    assert of(owner) == CarrierKeys("yto", first, NamedKey(fingerprint(NEWER.public_key), later, later + DAY))
    assert of(owner, "zto") == CarrierKeys("zto")


def test_a_withdrawal_shows_since_when(owner: Services, outlet: Outlet) -> None:
    name_key(outlet, owner)
    withdraw(outlet, owner)

    assert of(owner) == CarrierKeys("yto", withdrawn_at=outlet.clock.now)


def test_each_statement_stands_in_the_record_with_an_act_that_people_can_read(owner: Services, outlet: Outlet) -> None:
    name_key(outlet, owner)
    at_ms = round((outlet.clock.now + DAY).timestamp() * 1000)
    (kind, detail), (signed, named) = told(owner)
    assert (kind, detail) == (ActivityKind.SETTING_CHANGED, {"carrier": "yto", "fingerprint": PRINT, "at_ms": at_ms})
    assert (signed, named["serial"]) == (ActivityKind.STATEMENT_MADE, owner.session.statements.last_serial)

    withdraw(outlet, owner)
    assert told(owner)[0] == (ActivityKind.SETTING_CHANGED, {"carrier": "yto", "withdrawn": PRINT})


def test_the_same_key_again_and_a_withdrawal_of_nothing_write_nothing(owner: Services, outlet: Outlet) -> None:
    withdraw(outlet, owner)
    name_key(outlet, owner)
    before = owner.session.store.checkpoint()
    name_key(outlet, owner)
    assert owner.session.store.checkpoint() == before

    withdraw(outlet, owner)
    before = owner.session.store.checkpoint()
    withdraw(outlet, owner)
    assert owner.session.store.checkpoint() == before


@pytest.mark.parametrize(
    ("text", "typed", "fault"),
    [
        (" ", PRINT, Fault("public_key", FaultKind.EMPTY)),
        ("HK1-0000", PRINT, Fault("public_key", FaultKind.NOT_A_CARRIER_KEY)),
        (TEXT[:-1] + "0", PRINT, Fault("public_key", FaultKind.NOT_A_CARRIER_KEY)),
        (TEXT, "", Fault("fingerprint", FaultKind.EMPTY)),
        (TEXT, fingerprint(NEWER.public_key), Fault("fingerprint", FaultKind.NOT_ITS_FINGERPRINT)),
        (TEXT, PRINT[10:], Fault("fingerprint", FaultKind.NOT_ITS_FINGERPRINT)),
    ],
)
def test_a_key_and_its_fingerprint_are_both_typed_and_have_to_fit(
    owner: Services, outlet: Outlet, text: str, typed: str, fault: Fault
) -> None:
    assert owner.carrier_keys.check(text, typed) == (fault,)
    with pytest.raises(InvalidDraft) as refused:
        owner.carrier_keys.set_key("yto", text, typed, password=OWNER_PASSWORD, card=outlet.card)
    assert refused.value.faults == (fault,)
    assert owner.carrier_keys.check(TEXT, PRINT.lower()) == ()


def test_the_password_without_the_card_names_no_key(owner: Services) -> None:
    with pytest.raises(WrongPassword):
        owner.carrier_keys.set_key("yto", TEXT, PRINT, password=OWNER_PASSWORD, card="")
    assert of(owner) == CarrierKeys("yto")


def test_a_carrier_that_the_outlet_does_not_know_gets_none(owner: Services, outlet: Outlet) -> None:
    with pytest.raises(KeyError):
        owner.carrier_keys.set_key("nobody", TEXT, PRINT, password=OWNER_PASSWORD, card=outlet.card)


def test_while_the_date_is_in_doubt_no_wait_begins_but_a_key_is_withdrawn(outlet: Outlet) -> None:
    owner = key_in_force(outlet)
    owner.session.sign_out()
    outlet.clock.move(days=-3)
    owner = outlet.owner()

    with pytest.raises(DateNotConfirmed):
        name_key(outlet, owner, NEWER)
    withdraw(outlet, owner)
    assert of(owner).withdrawn_at == outlet.clock.now

    owner.date.confirm(outlet.clock())
    name_key(outlet, owner, NEWER)
    assert of(owner).waiting is not None
    outlet.entrance.close()


def test_a_clerk_sees_the_keys_and_names_none(outlet: Outlet) -> None:
    key_in_force(outlet).session.sign_out()
    chen = outlet.chen()

    shown = of(chen).in_force
    assert shown is not None
    assert shown.fingerprint == PRINT
    with pytest.raises(NotPermitted):
        chen.carrier_keys.set_key("yto", TEXT, PRINT, password=OWNER_PASSWORD, card=outlet.card)
    with pytest.raises(NotPermitted):
        chen.carrier_keys.withdraw_key("yto", password=OWNER_PASSWORD, card=outlet.card)
    outlet.entrance.close()


def test_the_outlets_own_fingerprint_is_the_one_in_its_files(owner: Services) -> None:
    assert owner.carrier_keys.outlet_fingerprint() == outlet_fingerprint(owner.session.keys.owner_verify_key)


def test_the_days_sheet_tells_of_a_key_that_was_named(owner: Services, outlet: Outlet) -> None:
    name_key(outlet, owner)
    sayings = Sayings(act=lambda act: f"<{act.facts.get('fingerprint', '')}>", flag=lambda view: view.flag.kind)
    owner.reports.begin_check()
    owner.reports.recompute()

    report = owner.reports.day_sheet(outlet_day(outlet.clock()), sayings)

    pages = pypdfium2.PdfDocument(report.pages)
    count = len(pages)
    pages.close()
    text = "".join(line for page in range(count) for line in text_of(report.pages, page))
    assert PRINT in text.replace("\n", "")
