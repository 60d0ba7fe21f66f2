"""Every public method of every use case, by role: a method that is missing from the table fails."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Account, Role
from outlet_app.errors import NotPermitted
from outlet_app.services.entry import Entry
from outlet_app.services.printing_desk import PrintingDesk
from outlet_app.services.reveal import Reveal
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OTHER_PRINTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet

EVERYBODY = frozenset({Role.CLERK, Role.OWNER})
OWNER = frozenset({Role.OWNER})

TABLE: dict[tuple[type, str], frozenset[Role]] = {
    (Entry, "carriers"): EVERYBODY,
    (Entry, "read_paste"): EVERYBODY,
    (Entry, "check"): EVERYBODY,
    (Entry, "hints"): EVERYBODY,
    (Entry, "numbers_left"): EVERYBODY,
    (Entry, "next_number"): EVERYBODY,
    (Entry, "preview"): EVERYBODY,
    (Entry, "accept"): EVERYBODY,
    (Entry, "correct"): EVERYBODY,
    (Reveal, "open_for_correction"): EVERYBODY,
    (PrintingDesk, "is_approved"): EVERYBODY,
    (PrintingDesk, "approved"): EVERYBODY,
    (PrintingDesk, "latest"): EVERYBODY,
    (PrintingDesk, "take"): EVERYBODY,
    (PrintingDesk, "report"): EVERYBODY,
    (PrintingDesk, "drop_expired"): EVERYBODY,
    (Staff, "invite_clerk"): OWNER,
    (Supplies, "approve_printers"): OWNER,
    (Supplies, "enter_numbers"): OWNER,
}

UNGUARDED = {"carriers", "read_paste", "check", "hints", "preview", "is_approved", "approved", "latest", "drop_expired"}
"""Pure, or about what the person sees already; there is nothing to permit."""


def _public_methods(service: type) -> set[tuple[type, str]]:
    return {(service, name) for name, _ in inspect.getmembers(service, inspect.isfunction) if not name.startswith("_")}


def _calls(services: Services, outlet: Outlet) -> dict[str, Callable[[], object]]:
    job = services.entry.accept(draft(), LABEL_PRINTER).job
    assert job is not None
    staff, supplies = Staff(services.session, outlet.keys), Supplies(services.session, outlet.keys)
    return {
        "numbers_left": lambda: services.entry.numbers_left("yto"),
        "next_number": lambda: services.entry.next_number("yto"),
        "accept": lambda: services.entry.accept(draft(), None),
        "open_for_correction": lambda: services.reveal.open_for_correction(job.record_id),
        "correct": lambda: services.entry.correct(job.record_id, draft(), LABEL_PRINTER),
        "take": lambda: services.printing_desk.take(job.record_id, LABEL_PRINTER),
        "report": lambda: services.printing_desk.report(job, printed=True),
        "invite_clerk": lambda: staff.invite_clerk("周敏", password=CHEN_PASSWORD, card=outlet.card),
        "approve_printers": lambda: supplies.approve_printers(
            (OTHER_PRINTER,), password=CHEN_PASSWORD, card=outlet.card
        ),
        "enter_numbers": lambda: supplies.enter_numbers("sf", "SF1000000000001", "SF1000000000002"),
    }


def test_the_table_names_every_public_method_and_no_other() -> None:
    found = set().union(*(_public_methods(service) for service in (Entry, PrintingDesk, Reveal, Staff, Supplies)))
    assert found == set(TABLE)
    assert {name for _, name in TABLE} >= UNGUARDED


def test_a_clerk_does_what_the_table_gives_a_clerk_and_nothing_else(outlet: Outlet, chen: Services) -> None:
    calls = _calls(chen, outlet)
    for (_, name), roles in TABLE.items():
        if name in UNGUARDED:
            continue
        if Role.CLERK in roles:
            calls[name]()
        else:
            with pytest.raises(NotPermitted):
                calls[name]()


def test_an_account_without_permissions_does_nothing_that_is_guarded(outlet: Outlet, chen: Services) -> None:
    calls = _calls(chen, outlet)
    chen.session.account = _Nobody(b"n" * 16, "nobody", Role.CLERK)
    assert set(calls) == {name for _, name in TABLE} - UNGUARDED
    for call in calls.values():
        with pytest.raises(NotPermitted):
            call()


class _Nobody(Account):
    def may(self, _: object) -> bool:
        return False
